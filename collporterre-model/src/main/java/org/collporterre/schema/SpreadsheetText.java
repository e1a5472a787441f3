package org.collporterre.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would execute, as cells of a file made for spreadsheets: with an
 * apostrophe in front, which {@link #restore} takes away again. A text that begins with an
 * apostrophe gets one more, so that nothing is ambiguous.
 */
public final class SpreadsheetText {
  /** What begins a formula or hides one; with the wide forms that some spreadsheets take alike. */
  private static final String STARTS = "=@\t\r\n'\uFF1D\uFF20\uFF0B\uFF0D";

  private static final String FORMULAS = "=@\t\uFF1D\uFF20";
  private static final Pattern FUNCTION =
      Pattern.compile("[-+ (]*(?:[=@]|[A-Z][A-Z0-9.]*\\(|[A-Za-z][A-Za-z0-9.]*\\([0-9\"'$A-Z])");
  private static final Pattern CELL =
      Pattern.compile("\\$?[A-Z]{1,3}\\$?[0-9]{1,7}(?:[-+*/^&<>=:!]|$)");

  private SpreadsheetText() {}

  /** Returns the cell for a text: itself unless it has to be protected. */
  public static String protect(String text) {
    return isActive(text) ? "'" + text : text;
  }

  /** Returns the text that {@link #protect} made the cell of. */
  public static String restore(String cell) {
    return cell.startsWith("'") && isActive(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /**
   * Tells whether a spreadsheet would take the text for a formula that a person hardly meant as a
   * name, a number or a list: it begins with {@code =}, {@code @} or a tab, or with a sign and what
   * only a formula has. {@link #protect} is more careful, since it costs nothing.
   */
  public static boolean isFormula(String text) {
    int at = start(text);
    if (at == text.length()) {
      return false;
    }
    char first = text.charAt(at);
    return first == '+' || first == '-'
        ? isCalculation(text, at + 1)
        : FORMULAS.indexOf(first) >= 0;
  }

  /** Tells whether what follows a sign is a function, a cell, or a call of another program. */
  private static boolean isCalculation(String text, int from) {
    int bar = text.indexOf('|');
    if (bar > 0 && text.indexOf('!', bar) > 0) {
      return true;
    }
    Matcher function = FUNCTION.matcher(text).region(from, text.length());
    return function.lookingAt() || CELL.matcher(text).region(from, text.length()).lookingAt();
  }

  private static boolean isActive(String text) {
    int at = start(text);
    if (at == text.length()) {
      return false;
    }
    char first = text.charAt(at);
    return first == '+' || first == '-' ? !isNumber(text, at + 1) : STARTS.indexOf(first) >= 0;
  }

  /** Spreadsheets skip blanks in front of a formula, and people do not see them. */
  private static int start(String text) {
    int at = 0;
    while (at < text.length() && isSkipped(text.charAt(at))) {
      at++;
    }
    return at;
  }

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
