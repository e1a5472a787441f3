package org.collporterre.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of one row, by column; filled and written again and again. */
final class Cells {
  private final List<String> header;
  private final Map<String, Integer> columns = new HashMap<>();
  private final String[] cells;

  Cells(List<String> header) {
    this.header = header;
    this.cells = new String[header.size()];
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
    clear();
  }

  /** Empties all cells. */
  void clear() {
    Arrays.fill(cells, "");
  }

  /** Returns the text of a cell. */
  String get(String key) {
    return cells[column(key)];
  }

  /** Sets the text of a cell. */
  void put(String key, String text) {
    cells[column(key)] = text;
  }

  /** Writes the header as CSV (RFC 4180). */
  void writeHeader(StringBuilder out) {
    write(out, header);
  }

  /** Writes the cells as a row of CSV (RFC 4180). */
  void write(StringBuilder out) {
    write(out, Arrays.asList(cells));
  }

  private int column(String key) {
    Integer column = columns.get(key);
    if (column == null) {
      throw new IllegalArgumentException("no column " + key);
    }
    return column;
  }

  private static void write(StringBuilder out, List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(out, row.get(i));
    }
    out.append("\r\n");
  }

  private static void write(StringBuilder out, String text) {
    if (!isQuoted(text)) {
      out.append(text);
      return;
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c == '"' ? "\"\"" : String.valueOf(c));
    }
    out.append('"');
  }

  private static boolean isQuoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
