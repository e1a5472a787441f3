package org.collporterre.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/**
 * A CSV file of whatever content as the importer reads it: below a header of our own, so that all
 * of its rows, a header of its own too, are rows of cells.
 *
 * @param rows the cells of the rows that are not blank
 * @param refused whether an error was reported
 */
record CsvTable(List<List<String>> rows, boolean refused) {
  /** Why a case is out of scope that expects blanks to be kept. */
  static final String TRIMMED =
      "on purpose, unlike RFC 4180: blanks around cells and rows of nothing but blanks are dropped";

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static CsvTable read(byte[] csv, int width) throws IOException {
    StringBuilder header = new StringBuilder("titre");
    for (int i = 1; i < width; i++) {
      header.append(",c").append(i);
    }
    header.append('\n');
    boolean marked = csv.length >= 3 && Arrays.equals(csv, 0, 3, MARK, 0, 3);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(csv, 0, marked ? 3 : 0);
    file.writeBytes(header.toString().getBytes(StandardCharsets.UTF_8));
    file.write(csv, marked ? 3 : 0, csv.length - (marked ? 3 : 0));
    Report report = Report.create();
    List<List<String>> rows = new ArrayList<>();
    try (EntryReader<Initiative> in =
        CsvImporter.create()
            .open(
                new ByteArrayInputStream(file.toByteArray()), "x.csv", Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        rows.add(cells(row.value(), width));
      }
    }
    boolean refused =
        report.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return new CsvTable(rows, refused);
  }

  private static List<String> cells(Initiative row, int width) {
    List<String> cells = new ArrayList<>();
    cells.add(row.header().title() == null ? "" : row.title().text());
    Map<String, String> others = row.sheet().extensions();
    for (int i = 1; i < width; i++) {
      cells.add(others.getOrDefault("c" + i, ""));
    }
    return cells;
  }

  /** Returns a table without blanks around cells and without rows of nothing but blanks. */
  static List<List<String>> trimmed(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(String::strip).toList())
        .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
        .toList();
  }

  /** Returns the greatest number of cells of a row. */
  static int width(List<List<String>> rows) {
    return rows.stream().mapToInt(List::size).max().orElse(1);
  }

  /** Returns a table in which every row has so many cells. */
  static List<List<String>> filled(List<List<String>> rows, int width) {
    return rows.stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>(row);
              while (cells.size() < width) {
                cells.add("");
              }
              return List.copyOf(cells);
            })
        .toList();
  }
}
