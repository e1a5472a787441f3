package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of a workbook, Office Open XML ({@code .xlsx}) or OpenDocument ({@code .ods}), as
 * the table it is: a header row as in CSV, and one record per row. The sheet is the one asked for,
 * else the one named after the table of the record type ({@code initiatives}), else the first.
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
    return open(file, false, file.toString(), type, sink);
  }

  @Override
  public <E extends Entry> EntryReader<E> open(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    Path spooled;
    try {
      spooled = BoundedZip.spool(in);
    } catch (FileRefused e) {
      return refused(e, name, type, sink);
    }
    return open(spooled, true, name, type, sink);
  }

  private <E extends Entry> EntryReader<E> open(
      Path file, boolean temporary, String name, Class<E> type, FindingSink sink)
      throws IOException {
    List<Closeable> opened = new ArrayList<>();
    boolean complete = false;
    try {
      Workbook workbook = WorkbookFile.open(file, temporary);
      opened.add(workbook);
      requireKeys(type);
      Schema<E> schema = Schema.of(type);
      int chosen = choose(workbook, schema);
      SheetCursor cursor = workbook.open(chosen);
      opened.add(0, cursor);
      Findings findings = new Findings(sink, settings().profile(), schema.name());
      sayNotRead(workbook, chosen, name, findings);
      SheetRows rows = new SheetRows(cursor, workbook.sheets().get(chosen), name, findings);
      CsvHead head = CsvHead.of(rows, name, TableShape.ofRecords(schema), settings(), sink);
      rows.judgeBy(head.columns());
      EntryReader<E> reader =
          new CsvReader<>(() -> closeAll(opened), schema, settings(), head, sink);
      complete = true;
      return reader;
    } catch (FileRefused e) {
      return refused(e, name, type, sink);
    } finally {
      if (!complete) {
        closeAll(opened);
      }
    }
  }

  private static void closeAll(List<Closeable> opened) throws IOException {
    for (Closeable one : opened) {
      one.close();
    }
  }

  private <E extends Entry> EntryReader<E> refused(
      FileRefused e, String name, Class<E> type, FindingSink sink) {
    new Findings(sink, settings().profile(), Schema.of(type).name())
        .report(e.code(), Location.startOf(name), null, null, e.value(), e.expected(), null);
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

  private static void sayNotRead(Workbook workbook, int chosen, String file, Findings findings)
      throws IOException {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < workbook.sheets().size(); i++) {
      String other = workbook.sheets().get(i).name();
      if (i != chosen && !EXPLANATIONS.contains(other) && holdsAnything(workbook, i)) {
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
   * Returns the record type of a workbook: by its name, by the name of the sheet asked for or of
   * the first, else by the header, each as {@link CsvImporter#detectType} does. Of a workbook that
   * cannot be read, initiatives; opening it says why.
   *
   * @throws IOException when it cannot be read
   */
  @Override
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    Optional<Class<? extends Entry>> named = byName(file);
    if (named.isPresent()) {
      return named;
    }
    requireFile(file);
    try (Workbook workbook = WorkbookFile.open(file, false)) {
      int chosen = choose(workbook, Schema.of(Initiative.class));
      String name = workbook.sheets().get(chosen).name();
      Optional<Class<? extends Entry>> bySheet = typeNamed(name);
      return bySheet.isPresent() ? bySheet : byHeader(workbook, chosen);
    } catch (FileRefused e) {
      return Optional.of(Initiative.class);
    }
  }

  private Optional<Class<? extends Entry>> byHeader(Workbook workbook, int chosen)
      throws IOException {
    try (SheetCursor cursor = workbook.open(chosen)) {
      List<String> names =
          cursor.next()
              ? cursor.cells().stream().map(cell -> cell.text().strip()).toList()
              : List.<String>of();
      return mostKnown(
          Entry.TYPES.stream()
              .map(
                  type ->
                      CsvHead.known(
                          names, TableShape.ofRecords(Schema.of(type)), settings().chosen()))
              .toList());
    }
  }

  @Override
  public List<String> extensions(Path file, Class<? extends Entry> type) throws IOException {
    // The header says it all.
    try (EntryReader<? extends Entry> reader = open(file, type, finding -> {})) {
      return reader.extensions();
    }
  }
}
