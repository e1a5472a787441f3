package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook that are named after the tables of a dataset. */
final class WorkbookTables implements PackageTables {
  /** The greatest size of a manifest in bytes. */
  private static final int MAX_MANIFEST = 32 << 20;

  private final Workbook workbook;
  private final String name;
  private final Map<String, Integer> sheets = new TreeMap<>();
  private int manifest = -1;

  WorkbookTables(Workbook workbook, String name) {
    this.workbook = workbook;
    this.name = name;
    List<Workbook.Sheet> all = workbook.sheets();
    for (int i = 0; i < all.size(); i++) {
      String sheet = all.get(i).name().strip().toLowerCase(Locale.ROOT);
      if (PackageReader.isKnown(sheet)) {
        sheets.putIfAbsent(sheet, i);
      } else if (manifest < 0 && sheet.equals(DatasetDescriptor.SHEET)) {
        manifest = i;
      }
    }
  }

  /**
   * Tells whether this is a dataset and not a workbook one sheet of which is of use: it has a table
   * of records, and another table or a manifest.
   */
  boolean isDataset() {
    boolean records =
        Entry.TYPES.stream().anyMatch(type -> sheets.containsKey(PackageReader.table(type)));
    return records && (sheets.size() > 1 || manifest >= 0);
  }

  /** Tells whether a sheet, by its place, is a part of the dataset. */
  boolean isPart(int sheet) {
    return sheet == manifest || sheets.containsValue(sheet);
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(sheets.keySet());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String file(String table) {
    return name + "/" + workbook.sheets().get(sheet(table)).name();
  }

  private int sheet(String table) {
    Integer sheet = sheets.get(table);
    if (sheet == null) {
      throw new IllegalArgumentException("no table " + table + " in " + name);
    }
    return sheet;
  }

  @Override
  public OpenTable open(String table, TableShape shape, ImportSettings settings, FindingSink sink)
      throws IOException {
    return open(workbook, sheet(table), file(table), shape, settings, sink);
  }

  /** Returns the first rows of a sheet. */
  static TableSample sample(Workbook workbook, int sheet, ImportSettings settings)
      throws IOException {
    Integer skipped = settings.dialect().skippedLines();
    try (SheetCursor cursor = workbook.open(sheet)) {
      return TableSample.sheet(cursor, skipped == null ? 0 : skipped);
    }
  }

  /** Opens a sheet, by its place, as a table and reads its header. */
  static OpenTable open(
      Workbook workbook,
      int sheet,
      String file,
      TableShape shape,
      ImportSettings settings,
      FindingSink sink)
      throws IOException {
    TableSample sample = sample(workbook, sheet, settings);
    int before = sample.linesBefore(HeaderChoice.of(sample, shape, settings).row());
    SheetCursor cursor = workbook.open(sheet);
    boolean opened = false;
    try {
      Findings findings = Findings.of(sink, settings, shape.schema().name());
      SheetRows rows = new SheetRows(cursor, workbook.sheets().get(sheet), before, file, findings);
      CsvHead head = CsvHead.of(rows, sample, before, file, shape, settings, sink);
      rows.judgeBy(head.columns());
      opened = true;
      return new OpenTable(head, cursor);
    } finally {
      if (!opened) {
        cursor.close();
      }
    }
  }

  @Override
  public String manifestFile() {
    return name + "/" + DatasetDescriptor.SHEET;
  }

  @Override
  public boolean expectsManifest() {
    return false;
  }

  /** Returns the manifest: each row is a line of it, and what is long goes on in further cells. */
  @Override
  public @Nullable InputStream manifest() throws IOException {
    if (manifest < 0) {
      return null;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (SheetCursor cursor = workbook.open(manifest)) {
      while (cursor.next()) {
        for (SheetCell cell : cursor.cells()) {
          lines.writeBytes(cell.text().getBytes(StandardCharsets.UTF_8));
          if (lines.size() > MAX_MANIFEST) {
            throw FileRefused.unsafe(DatasetDescriptor.SHEET);
          }
        }
        lines.write('\n');
      }
    }
    return new ByteArrayInputStream(lines.toByteArray());
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
