package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.RecordStatus;
import org.jspecify.annotations.Nullable;

/** Reads the records of a table: the rows below a header, as {@link CsvHead} opened it. */
final class CsvReader<E extends Entry> extends LookaheadReader<E> {
  private static final String EXTERNAL_IDS = "identifiants_externes";
  private static final String TITLE = "titre";
  private static final String LOCALITY = "commune";
  private static final String ID = "id";
  private static final String STATUS = "statut_fiche";

  /** Makes records of rows; a dataset package adds what its other tables hold. */
  interface Assembly<E extends Entry> {
    /** Returns the record of a row, or null when the row stands for none. */
    @Nullable E assemble(RowBinder row);
  }

  private final Closeable in;
  private final Class<E> type;
  private final Findings findings;
  private final Assembly<E> assembly;
  private final @Nullable RowBinder rows;
  private final @Nullable IdMaker ids;
  private final Field id;
  private final int title;
  private final int external;
  private final int locality;
  private final int status;
  private final List<String> deleted = new ArrayList<>();

  private final RowMemory memory;
  private final @Nullable Source source;
  private boolean closedEarly;

  /** What a table that stands alone is read with. */
  private record Source(ImportSettings settings, CsvHead head) {}

  /** Reads the records of a table that stands alone. */
  CsvReader(
      Closeable in, Schema<E> schema, ImportSettings settings, CsvHead head, FindingSink sink) {
    this(in, schema, settings, head, sink, alone(schema), RowMemory.inOrder(), true);
  }

  private static <E extends Entry> Assembly<E> alone(Schema<E> schema) {
    return row -> schema.create(row.values(), row.extensions());
  }

  CsvReader(
      Closeable in,
      Schema<E> schema,
      ImportSettings settings,
      CsvHead head,
      FindingSink sink,
      Assembly<E> assembly) {
    this(in, schema, settings, head, sink, assembly, RowMemory.inOrder(), false);
  }

  private CsvReader(
      Closeable in,
      Schema<E> schema,
      ImportSettings settings,
      CsvHead head,
      FindingSink sink,
      Assembly<E> assembly,
      RowMemory memory,
      boolean alone) {
    this.memory = memory;
    this.source = alone ? new Source(settings, head) : null;
    this.in = in;
    this.findings = Findings.of(sink, settings, schema.name());
    this.assembly = assembly;
    CsvColumns columns = head.columns();
    this.rows =
        columns == null
            ? null
            : new RowBinder(schema, head.settings(), head, columns, findings, memory);
    this.ids = settings.generatesIds() ? new IdMaker() : null;
    this.id = schema.requireField(ID);
    this.title = schema.requireField(TITLE).index();
    this.external = schema.requireField(EXTERNAL_IDS).index();
    this.type = schema.type();
    this.status = schema.requireField(STATUS).index();
    Field place = schema.field(LOCALITY);
    this.locality = place == null ? -1 : place.index();
  }

  /** Has each row added to a fingerprint, if any, as one of a table. */
  void digest(@Nullable Fingerprint all, String table) {
    if (rows != null) {
      rows.digest(all, table);
    }
  }

  @Override
  public List<String> extensions() {
    return rows == null ? List.of() : rows.columns().extensionNames();
  }

  @Override
  public Map<Class<? extends Entry>, List<String>> deleted() {
    return deleted.isEmpty() ? Map.of() : Map.of(type, Collections.unmodifiableList(deleted));
  }

  @Override
  public boolean stopped() {
    return closedEarly || rows == null || rows.stopped();
  }

  @Override
  public void close() throws IOException {
    closedEarly |= isAhead();
    in.close();
  }

  @Override
  @Nullable Located<E> read() throws IOException {
    return closedEarly || rows == null ? null : read(rows);
  }

  private @Nullable Located<E> read(RowBinder row) throws IOException {
    while (row.next()) {
      Located<E> record = record(row);
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  /** Returns the record of the current row, or null when it stands for none. */
  private @Nullable Located<E> record(RowBinder row) {
    if (isDeletion(row)) {
      return null;
    }
    identify(row);
    E entry = assembly.assemble(row);
    return entry == null ? null : new Located<>(entry, row.origin());
  }

  @Override
  public @Nullable EntryBlocks<E> blocks(int size) {
    boolean fit =
        source != null
            && rows != null
            && source.head().rows() instanceof CsvScanner
            && !source.head().repeats().isCertain();
    if (!fit) {
      return super.blocks(size);
    }
    beginReading();
    return new CsvBlocks<>((CsvScanner) Objects.requireNonNull(source).head().rows(), size, this);
  }

  /** Returns one that reads blocks apart from each other, see {@link #readApart}. */
  CsvReader<E> apart(FindingSink sink) {
    Source from = Objects.requireNonNull(source);
    Schema<E> schema = Schema.of(type);
    return new CsvReader<>(
        in, schema, from.settings(), from.head(), sink, assembly, memory.apart(), true);
  }

  /** Reads a block apart from what stands before it; false when that may matter. */
  boolean readApart(RowBlock block, Consumer<Located<E>> taker) {
    memory.begin();
    try {
      readBlock(block, taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return !memory.isUnsettled();
  }

  /** Reads a block. */
  void readBlock(RowBlock block, Consumer<Located<E>> taker) throws IOException {
    RowBinder row = Objects.requireNonNull(rows);
    row.over(block);
    while (row.nextInBlock()) {
      Located<E> record = record(row);
      if (memory.isUnsettled()) {
        return;
      }
      if (record != null) {
        taker.accept(record);
      }
    }
  }

  /** Takes note of records of a block that was read apart. */
  void passed(List<Located<E>> records) {
    end();
    if (ids != null) {
      for (Located<E> record : records) {
        ids.take(record.value().id());
      }
    }
  }

  FindingSink sink() {
    return findings.sink();
  }

  /** Says what has been put off until the next row. */
  void end() {
    Objects.requireNonNull(rows).settle();
  }

  /** A row of only identifier and status {@code archive} says that the record is no more. */
  private boolean isDeletion(RowBinder row) {
    @Nullable Object[] values = row.values();
    if (values[status] != RecordStatus.ARCHIVED || !row.extensions().isEmpty()) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if ((values[i] != null) != (i == id.index() || i == status)) {
        return false;
      }
    }
    if (memory.mustWait()) {
      return true;
    }
    String gone = (String) Objects.requireNonNull(values[id.index()]);
    row.identified(gone);
    row.rowFinding("record-deleted", row.origin().record(), null, null, null);
    deleted.add(gone);
    return true;
  }

  /** Rows read apart are taken note of in file order, see {@link #passed}. */
  private void take(IdMaker maker, String id) {
    if (!memory.isApart()) {
      maker.take(id);
    }
  }

  private void identify(RowBinder row) {
    Object given = row.values()[id.index()];
    row.identified((String) given);
    if (ids == null) {
      return;
    }
    if (given != null) {
      take(ids, (String) given);
    } else if (memory.mustWait()) {
      return;
    } else if (row.values()[title] instanceof LocalizedText text) {
      Object where = locality < 0 ? null : row.values()[locality];
      String made =
          ids.make(
              row.values()[external],
              text.text(),
              where == null ? "" : (String) where,
              row.origin().checksum());
      row.values()[id.index()] = made;
      row.identified(made);
      if (row.columns().has(ID)) {
        row.cellFinding("id-generated", id, made, null, Fix.unsafe(ID, made));
      } else if (findings.isError("id-generated")) {
        // Said once at the header.
        row.origin().error();
      }
    }
  }
}
