package org.collporterre.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text, no wider than a line. Texts from data are made harmless; characters that
 * take two columns of a terminal are counted so. The widest columns are cut until the rest fits.
 */
final class TextTable {
  private static final String BETWEEN = "  ";
  private static final int NARROWEST = 6;

  private final List<List<String>> rows = new ArrayList<>();
  private final int width;
  private final boolean wraps;

  /**
   * @param width how many columns of a terminal there are
   * @param wraps whether the last cell of a row takes several lines instead of being cut
   */
  TextTable(int width, boolean wraps) {
    this.width = width;
    this.wraps = wraps;
  }

  /** Adds a row; all have as many cells. A cell that is wrapped is no text from data alone. */
  void row(List<String> cells) {
    List<String> row = new ArrayList<>(cells.stream().map(PlainText::line).toList());
    if (wraps) {
      row.set(row.size() - 1, cells.get(row.size() - 1));
    }
    rows.add(row);
  }

  /** Prints the rows, the first of them above a line. */
  void print(PrintStream out) {
    if (rows.isEmpty()) {
      return;
    }
    int[] widths = widths();
    for (int i = 0; i < rows.size(); i++) {
      print(rows.get(i), widths, out);
      if (i == 0) {
        List<String> rules = new ArrayList<>();
        for (int own : widths) {
          rules.add("-".repeat(own));
        }
        out.println(BETWEEN + String.join(BETWEEN, rules));
      }
    }
  }

  private void print(List<String> cells, int[] widths, PrintStream out) {
    int last = widths.length - 1;
    List<String> lines = wraps ? wrapped(cells.get(last), widths[last]) : List.of(cells.get(last));
    for (int i = 0; i < lines.size(); i++) {
      StringBuilder line = new StringBuilder(BETWEEN);
      for (int cell = 0; cell < last; cell++) {
        line.append(fitted(i == 0 ? cells.get(cell) : "", widths[cell])).append(BETWEEN);
      }
      line.append(fitted(lines.get(i), widths[last]));
      out.println(line.toString().stripTrailing());
    }
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (columns(longer) > width && !line.isEmpty()) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], columns(row.get(i)));
      }
    }
    int room = width - BETWEEN.length() * (widths.length + 1);
    for (int widest = widest(widths); sum(widths) > room && widths[widest] > NARROWEST; ) {
      widths[widest]--;
      widest = widest(widths);
    }
    return widths;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int own : widths) {
      sum += own;
    }
    return sum;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
  }

  private static String fitted(String text, int width) {
    int columns = columns(text);
    if (columns <= width) {
      return text + " ".repeat(width - columns);
    }
    StringBuilder cut = new StringBuilder();
    int taken = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (taken + columns(c) > width - 1) {
        break;
      }
      cut.appendCodePoint(c);
      taken += columns(c);
      i += Character.charCount(c);
    }
    return cut.append('…').append(" ".repeat(width - taken - 1)).toString();
  }

  /** Returns how many columns of a terminal a text takes. */
  static int columns(String text) {
    return text.codePoints().map(TextTable::columns).sum();
  }

  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
