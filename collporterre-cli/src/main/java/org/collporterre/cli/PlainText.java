package org.collporterre.cli;

import java.util.Locale;

/** Makes texts from data fit for a line of a report. */
final class PlainText {
  private static final int LONGEST = 80;

  private PlainText() {}

  /**
   * Returns a text on one line, at most 80 characters long, without what a terminal would obey or
   * what turns the direction of writing.
   */
  static String line(String text) {
    return line(text, LONGEST);
  }

  /** Returns such a line of any length. */
  static String harmless(String text) {
    return line(text, Integer.MAX_VALUE - 1);
  }

  private static String line(String text, int longest) {
    StringBuilder line = new StringBuilder();
    int length = 0;
    for (int i = 0; i < text.length() && length <= longest; length++) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        i++;
      }
      line.appendCodePoint(shown(c));
    }
    return length <= longest
        ? line.toString()
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static int shown(int c) {
    if (c == '\n' || c == '\r') {
      return '⏎';
    } else if (c == '\t') {
      return ' ';
    }
    int type = Character.getType(c);
    boolean unsafe =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    return unsafe ? 0xFFFD : c;
  }

  /**
   * Returns a text in which what a terminal would obey, what turns the direction of writing and
   * what nobody sees is written out, {@code <U+202E>}; tabs and no-break spaces stay.
   */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' || c != '\n' && c != '\r' && shown(c) == c) {
                visible.appendCodePoint(c);
              } else {
                visible.append(String.format(Locale.ROOT, "<U+%04X>", c));
              }
            });
    return visible.toString();
  }

  /** Returns such a line for a cell of a Markdown table: nothing in it is markup. */
  static String markdown(String text) {
    StringBuilder cell = new StringBuilder();
    for (char c : line(text).toCharArray()) {
      switch (c) {
        case '&' -> cell.append("&amp;");
        case '<' -> cell.append("&lt;");
        case '>' -> cell.append("&gt;");
        case '|', '`', '*', '_', '[', ']', '\\', '~', '#', '!' -> cell.append('\\').append(c);
        default -> cell.append(c);
      }
    }
    // An address alone would become a link.
    return cell.toString().replace("://", ":&#47;&#47;").replace("www.", "www&#46;");
  }
}
