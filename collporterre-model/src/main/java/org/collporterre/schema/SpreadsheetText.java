package org.collporterre.schema;

/**
 * Texts that a spreadsheet would execute, as cells of a file made for spreadsheets: with an
 * apostrophe in front, which {@link #restore} takes away again. A text that begins with an
 * apostrophe gets one more, so that nothing is ambiguous.
 */
public final class SpreadsheetText {
  /** What begins a formula or hides one; with the wide forms that some spreadsheets take alike. */
  private static final String STARTS = "=@\t\r\n'\uFF1D\uFF20\uFF0B\uFF0D";

  private SpreadsheetText() {}

  /** Returns the cell for a text: itself unless it has to be protected. */
  public static String protect(String text) {
    return isActive(text) ? "'" + text : text;
  }

  /** Returns the text that {@link #protect} made the cell of. */
  public static String restore(String cell) {
    return cell.startsWith("'") && isActive(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isActive(String text) {
    int at = 0;
    while (at < text.length() && isSkipped(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return false;
    }
    char first = text.charAt(at);
    return first == '+' || first == '-' ? !isNumber(text, at + 1) : STARTS.indexOf(first) >= 0;
  }

  /** Spreadsheets skip blanks in front of a formula, and people do not see them. */
  private static boolean isSkipped(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u200B' || c == '\uFEFF';
  }

  /** Tells whether a sign is followed by nothing but a number, of a telephone perhaps. */
  private static boolean isNumber(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && (i == from || " .,()\u00A0\u202F".indexOf(c) < 0)) {
        return false;
      }
    }
    return from < text.length();
  }
}
