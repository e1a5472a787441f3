package org.collporterre.cli;

import java.util.Locale;
import org.collporterre.report.OneLine;
import org.collporterre.reports.MarkdownText;

/** Makes texts from data fit for a line of a report. */
final class PlainText {
  private static final int LONGEST = 80;

  private PlainText() {}

  /** Returns a text on one line, at most 80 characters long, see {@link OneLine}. */
  static String line(String text) {
    return OneLine.cut(OneLine.of(text), LONGEST);
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
              if (c == '\t' || !isHidden(c)) {
                visible.appendCodePoint(c);
              } else {
                visible.append(String.format(Locale.ROOT, "<U+%04X>", c));
              }
            });
    return visible.toString();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** Returns such a line for a cell of a Markdown table: nothing in it is markup. */
  static String markdown(String text) {
    return MarkdownText.of(line(text));
  }
}
