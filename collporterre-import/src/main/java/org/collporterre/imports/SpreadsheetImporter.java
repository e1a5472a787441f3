package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook, Office Open XML ({@code .xlsx}) or OpenDocument ({@code .ods}): one sheet as
 * the table it is, with a header row as in CSV and one record per row, or a whole dataset.
 *
 * <p>When no sheet is asked for, a workbook is a dataset that has a sheet named after a table of
 * records ({@code initiatives}, {@code portraits}, {@code methodologies}) and another named after
 * any table of the format, or the sheet {@code datapackage} with the manifest. It is read as {@link
 * PackageImporter} does, by a {@link DatasetReader}. Of any other workbook one sheet is read: the
 * one asked for, else the one named after the table of the record type, else the first.
 *
 * <p>Numbers, days and booleans come as text that depends on no language; of formulas the last
 * result counts. Limits: what {@link CsvImporter} allows for a row and a cell, 1 048 576 rows, 16
 * 384 columns, 256 MiB of file and of inflated content. The shared texts of a workbook are in
 * memory; rows are not. A stream is copied to a temporary file, deleted when the reader is closed.
 */
public final class SpreadsheetImporter extends Importer<SpreadsheetImporter> {
  /** The sheets of our template that explain the others. */
  private static final Set<String> EXPLANATIONS = Set.of("listes", "aide");

  private final @Nullable String sheet;

  private SpreadsheetImporter(ImportSettings settings, @Nullable String sheet) {
    super(settings);
    this.sheet = sheet;
  }

  /** Returns an importer with the defaults. */
  public static SpreadsheetImporter create() {
    return new SpreadsheetImporter(ImportSettings.STANDARD, null);
  }

  /** Returns this importer reading the sheet of a name, exactly as written in the workbook. */
  public SpreadsheetImporter withSheet(String name) {
    return new SpreadsheetImporter(settings(), name);
  }

  @Override
  SpreadsheetImporter with(ImportSettings other) {
    return new SpreadsheetImporter(other, sheet);
  }

  @Override
  public <E extends Entry> EntryReader<E> open(Path file, Class<E> type, FindingSink sink)
      throws IOException {
    requireFile(file);
    return open(() -> WorkbookFile.open(file), file.toString(), type, sink);
  }

  @Override
  <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    return open(() -> WorkbookFile.open(BoundedZip.spool(in)), name, type, sink);
  }

  /** Opens a workbook, wherever it is. */
  private interface Opening {
    Workbook open() throws IOException;
  }

  private <E extends Entry> EntryReader<E> open(
      Opening opening, String name, Class<E> type, FindingSink sink) throws IOException {
    requireKeys(type);
    Workbook workbook;
    try {
      workbook = opening.open();
    } catch (FileRefused e) {
      return refused(e, name, type, sink);
    }
    boolean complete = false;
    try {
      EntryReader<E> reader = open(workbook, name, type, sink);
      complete = true;
      return reader;
    } catch (FileRefused e) {
      return refused(e, name, type, sink);
    } finally {
      if (!complete) {
        workbook.close();
      }
    }
  }

  @SuppressWarnings("unchecked") // one type of several is asked for by asking for all
  private <E extends Entry> EntryReader<E> open(
      Workbook workbook, String name, Class<E> type, FindingSink sink) throws IOException {
    WorkbookTables tables = new WorkbookTables(workbook, name);
    if (sheet == null && tables.isDataset()) {
      sayNotRead(workbook, tables::isPart, name, Findings.of(sink, settings(), null));
      return PackageReader.open(tables, type, settings(), sink);
    }
    if (type == Entry.class) {
      Class<? extends Entry> one =
          settings().mapping().type().orElse(typeOfSheet(workbook).orElse(Initiative.class));
      return (EntryReader<E>) openSheet(workbook, name, one, sink);
    }
    return openSheet(workbook, name, type, sink);
  }

  private <E extends Entry> EntryReader<E> openSheet(
      Workbook workbook, String name, Class<E> type, FindingSink sink) throws IOException {
    Schema<E> schema = Schema.of(type);
    int chosen = choose(workbook, schema);
    Findings findings = Findings.of(sink, settings(), schema.name());
    sayNotRead(workbook, other -> other == chosen, name, findings);
    TableShape shape = TableShape.ofRecords(schema);
    ImportSettings own = settings().forSchema(schema);
    PackageTables.OpenTable table = WorkbookTables.open(workbook, chosen, name, shape, own, sink);
    Closeable both =
        () -> {
          try (workbook) {
            table.close();
          }
        };
    return new CsvReader<>(both, schema, own, table.head(), sink);
  }

  private <E extends Entry> EntryReader<E> refused(
      FileRefused e, String name, Class<E> type, FindingSink sink) {
    String record = type == Entry.class ? null : Schema.of(type).name();
    e.report(Findings.of(sink, settings(), record), name);
    return new NothingRead<>();
  }

  private int choose(Workbook workbook, Schema<?> schema) throws FileRefused {
    List<String> names = workbook.sheets().stream().map(Workbook.Sheet::name).toList();
    if (names.isEmpty()) {
      throw new FileRefused("file-empty", null, null);
    }
    if (sheet == null) {
      return Math.max(0, names.indexOf(schema.name() + "s"));
    }
    int chosen = names.indexOf(sheet);
    if (chosen < 0) {
      throw new FileRefused("sheet-missing", sheet, String.join(", ", names));
    }
    return chosen;
  }

  private static void sayNotRead(
      Workbook workbook, IntPredicate isRead, String file, Findings findings) throws IOException {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < workbook.sheets().size(); i++) {
      String other = workbook.sheets().get(i).name();
      if (!isRead.test(i) && !EXPLANATIONS.contains(other) && holdsAnything(workbook, i)) {
        others.add(other);
      }
    }
    if (!others.isEmpty()) {
      String names = String.join(", ", others);
      findings.report("sheet-not-read", Location.startOf(file), null, null, names, null, null);
    }
  }

  private static boolean holdsAnything(Workbook workbook, int sheet) throws IOException {
    try {
      return workbook.hasContent(sheet);
    } catch (FileRefused e) {
      // Damage elsewhere is no reason not to read this sheet.
      return true;
    }
  }

  /**
   * Returns the record type of a workbook: {@code Entry.class} of a dataset; else what the mapping
   * says, else by its name, by the name of the sheet asked for or of the first, or by the header,
   * each as {@link CsvImporter#detectType} does. Of a workbook that cannot be read, initiatives;
   * opening it says why.
   *
   * @throws IOException when it cannot be read
   */
  @Override
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    requireFile(file);
    try (Workbook workbook = WorkbookFile.open(file)) {
      if (sheet == null && new WorkbookTables(workbook, "").isDataset()) {
        return Optional.of(Entry.class);
      }
      Optional<Class<? extends Entry>> said = settings().mapping().type();
      Optional<Class<? extends Entry>> named = said.isPresent() ? said : byName(file);
      return named.isPresent() ? named : typeOfSheet(workbook);
    } catch (FileRefused e) {
      return Optional.of(byName(file).orElse(Initiative.class));
    }
  }

  private Optional<Class<? extends Entry>> typeOfSheet(Workbook workbook) throws IOException {
    int chosen = choose(workbook, Schema.of(Initiative.class));
    Optional<Class<? extends Entry>> named = typeNamed(workbook.sheets().get(chosen).name());
    return named.isPresent() ? named : byHeader(workbook, chosen);
  }

  private Optional<Class<? extends Entry>> byHeader(Workbook workbook, int chosen)
      throws IOException {
    TableSample sample = WorkbookTables.sample(workbook, chosen, settings());
    return mostKnown(
        Entry.TYPES.stream()
            .map(type -> TableShape.ofRecords(Schema.of(type)))
            .map(shape -> HeaderChoice.of(sample, shape, settings()).known())
            .toList());
  }

  @Override
  public <E extends Entry> Optional<DatasetReader<E>> openDataset(
      Path path, Class<E> type, FindingSink sink) throws IOException {
    EntryReader<E> reader = open(path, type, sink);
    if (reader instanceof DatasetReader<E> dataset) {
      return Optional.of(dataset);
    }
    reader.close();
    return Optional.empty();
  }

  @Override
  public boolean needsFile() {
    return true;
  }
}
