package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/**
 * Reads CSV files (RFC 4180) in UTF-8, with or without byte order mark, or another encoding that
 * can be told by its bytes, delimited by comma, semicolon, tab or bar, with a header in any order:
 * French or English keys, or the names other platforms use. Lists are delimited by {@code |}.
 * Columns that are not known are kept as extensions, except those that look like secrets. Limits: a
 * row 32 MiB, a cell 1 MiB.
 *
 * <p>A file holds records of one type. Asked for {@code Entry.class}, that is the type its name or
 * header tells, see {@link #detectType}; initiatives when they do not.
 */
public final class CsvImporter extends Importer<CsvImporter> {
  /** The greatest number of bytes of a row. */
  static final int MAX_ROW = 1 << 25;

  /** More than what a header is looked for in, and than a scanner reads ahead. */
  private static final int HEAD = 1 << 20;

  private CsvImporter(ImportSettings settings) {
    super(settings);
  }

  /** Returns an importer with the defaults. */
  public static CsvImporter create() {
    return new CsvImporter(ImportSettings.STANDARD);
  }

  @Override
  CsvImporter with(ImportSettings other) {
    return new CsvImporter(other);
  }

  @Override
  @SuppressWarnings("unchecked")
  <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    // What is detected is a kind of entry, and readers only give.
    Class<E> one = type == Entry.class ? (Class<E>) detected(buffered, name) : type;
    Schema<E> schema = Schema.of(one);
    ImportSettings own = settings().forSchema(schema);
    InputStream source = type == Entry.class ? buffered : in;
    CsvHead head = CsvHead.read(source, name, TableShape.ofRecords(schema), own, sink);
    return new CsvReader<>(in, schema, own, head, sink);
  }

  @Override
  void correct(CorrectedCopy copy) throws IOException {
    List<Correction> own = copy.own();
    if (own.isEmpty()) {
      return;
    }
    Schema<?> schema = schema(copy.file(), copy.name(), copy.type());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy.copy()))) {
      TableShape shape = TableShape.ofRecords(schema);
      ImportSettings read = settings().forSchema(schema);
      SourceText.Bytes bytes = () -> Files.newInputStream(copy.file());
      CsvCorrector.correct(bytes, copy.name(), shape, read, own, out, copy.log());
    }
  }

  @Override
  public boolean hide(Path file, Class<? extends Entry> type, Path copy) throws IOException {
    Schema<?> schema = schema(file, file.toString(), type);
    TableShape shape = TableShape.ofRecords(schema);
    return HiddenTexts.ofTable(file, shape, settings().forSchema(schema), copy);
  }

  private Schema<?> schema(Path file, String name, Class<? extends Entry> type) throws IOException {
    if (type != Entry.class) {
      return Schema.of(type);
    }
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Schema.of(detected(in, name));
    }
  }

  private Class<? extends Entry> detected(BufferedInputStream in, String name) throws IOException {
    if (settings().mapping().type().isPresent()) {
      return settings().mapping().type().get();
    }
    Optional<Class<? extends Entry>> named = typeNamed(name.substring(name.lastIndexOf('/') + 1));
    if (named.isPresent()) {
      return named.get();
    }
    in.mark(HEAD);
    Class<? extends Entry> type = byHeader(in).orElse(Initiative.class);
    in.reset();
    return type;
  }

  private Optional<Class<? extends Entry>> byHeader(InputStream in) throws IOException {
    List<Schema<?>> schemas = Entry.TYPES.stream().<Schema<?>>map(Schema::of).toList();
    return mostKnown(CsvHead.known(in, schemas, settings()));
  }

  /**
   * Returns the record type of a file: what the mapping says; else by its name when that begins
   * with {@code initiatives}, {@code portraits} or {@code methodologies}, else by the header: the
   * type that knows the most of its names, when no other knows as many. A file of which no name is
   * known counts as initiatives.
   *
   * @throws IOException when it cannot be read
   */
  @Override
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    Optional<Class<? extends Entry>> said = settings().mapping().type();
    Optional<Class<? extends Entry>> named = said.isPresent() ? said : byName(file);
    if (named.isPresent()) {
      return named;
    }
    requireFile(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return byHeader(in);
    }
  }
}
