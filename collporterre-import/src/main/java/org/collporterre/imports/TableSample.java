package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table, by which it is judged where its header is and what parts its cells.
 *
 * @param rows the texts of each row, without blanks around
 * @param lines the line on which each row begins, from 1
 */
record TableSample(List<List<String>> rows, List<Integer> lines) {
  /** How many rows are looked at. */
  private static final int ROWS = 40;

  /**
   * Returns the first rows of CSV.
   *
   * @param bytes the beginning of the text in UTF-8
   * @param whole whether that is all of it; else the last row may be cut off
   */
  static TableSample csv(byte[] bytes, boolean whole, char delimiter) {
    CsvScanner scanner = new CsvScanner(new ByteArrayInputStream(bytes), CsvImporter.MAX_ROW);
    scanner.delimiter(delimiter);
    TableSample sample = new TableSample(new ArrayList<>(), new ArrayList<>());
    try {
      while (sample.rows.size() < ROWS && scanner.nextRow()) {
        sample.add(texts(scanner), (int) scanner.line());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int last = sample.rows.size() - 1;
    boolean cut = !whole && last < ROWS - 1 || scanner.isUnclosed();
    if (cut && last > 0) {
      sample.rows.remove(last);
      sample.lines.remove(last);
    }
    return sample;
  }

  /**
   * Returns the first rows of a sheet that hold anything.
   *
   * @param skipped how many rows of the sheet do not count
   */
  static TableSample sheet(SheetCursor cursor, int skipped) throws IOException {
    TableSample sample = new TableSample(new ArrayList<>(), new ArrayList<>());
    try {
      while (sample.rows.size() < ROWS && cursor.next()) {
        List<String> texts = cursor.cells().stream().map(cell -> cell.text().strip()).toList();
        if (cursor.row() > skipped && texts.stream().anyMatch(text -> !text.isEmpty())) {
          sample.add(texts, cursor.row());
        }
      }
    } catch (FileRefused e) {
      // Said when the rows are read.
    }
    return sample;
  }

  private void add(List<String> texts, int line) {
    rows.add(texts);
    lines.add(line);
  }

  private static List<String> texts(CsvScanner row) {
    List<String> texts = new ArrayList<>(row.cells());
    for (int i = 0; i < row.cells(); i++) {
      texts.add(
          new String(row.bytes(), row.from(i), row.to(i) - row.from(i), StandardCharsets.UTF_8)
              .strip());
    }
    return texts;
  }

  /** Returns a row, or null behind the last. */
  @Nullable List<String> row(int index) {
    return index < rows.size() ? rows.get(index) : null;
  }

  /** Returns how many lines come before a row. */
  int linesBefore(int row) {
    return rows.isEmpty() ? 0 : lines.get(row) - 1;
  }

  /** Returns the number of cells of a row up to its last text. */
  static int width(List<String> row) {
    int width = row.size();
    while (width > 0 && row.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  /** Returns the number of cells of a row that hold a text. */
  static int filled(List<String> row) {
    int filled = 0;
    for (String text : row) {
      filled += text.isEmpty() ? 0 : 1;
    }
    return filled;
  }

  /** Tells whether no cell of a row holds a text. */
  static boolean isEmpty(List<String> row) {
    for (String text : row) {
      if (!text.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the greatest number of cells of a row. */
  int widest() {
    return rows.stream().mapToInt(TableSample::width).max().orElse(0);
  }
}
