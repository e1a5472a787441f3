package org.collporterre.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A cell of a spreadsheet as text that depends on no language.
 *
 * @param kind what the spreadsheet takes it for
 * @param text its text: of a number its digits without exponent, of a date its ISO 8601 form, of a
 *     boolean {@code oui} or {@code non}, of an error its name
 */
record SheetCell(Kind kind, String text) {
  /** What a spreadsheet takes a cell for. */
  enum Kind {
    /** Text, and nothing. */
    TEXT,
    /** A number, also one shown as percentage or amount. */
    NUMBER,
    /** A day, or a moment of it. */
    DATE,
    /** Yes or no. */
    BOOLEAN,
    /** A formula that came to nothing, {@code #N/A}. */
    ERROR
  }

  /** A cell without content. */
  static final SheetCell EMPTY = new SheetCell(Kind.TEXT, "");

  private static final Pattern NUMERAL =
      Pattern.compile("[+-]?[0-9.]{1,400}([eE][+-]?[0-9]{1,4})?");

  /** Spreadsheets count to fifteen digits; further ones are remains of the binary form. */
  private static final MathContext DIGITS = new MathContext(15);

  boolean isEmpty() {
    return text.isEmpty();
  }

  static SheetCell text(String text) {
    return text.isEmpty() ? EMPTY : new SheetCell(Kind.TEXT, text);
  }

  static SheetCell error(String name) {
    return new SheetCell(Kind.ERROR, name.isEmpty() ? "#" : name);
  }

  static SheetCell bool(boolean value) {
    return new SheetCell(Kind.BOOLEAN, value ? "oui" : "non");
  }

  /** Returns a cell of a day, or of a moment: of one at midnight the day. */
  static SheetCell date(String moment) {
    int at = moment.indexOf('T');
    boolean midnight = at > 0 && moment.substring(at + 1).matches("[0:.]*Z?");
    return new SheetCell(Kind.DATE, midnight ? moment.substring(0, at) : moment);
  }

  /** Returns a number cell from a numeral as files hold it; a text cell when it is none. */
  static SheetCell number(String numeral) {
    double value = value(numeral);
    if (!Double.isFinite(value)) {
      return text(numeral);
    }
    BigDecimal decimal = BigDecimal.valueOf(value).round(DIGITS);
    String text = decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    return new SheetCell(Kind.NUMBER, text);
  }

  /** Returns the value of a numeral as files hold it; NaN when it is none. */
  static double value(String numeral) {
    if (!NUMERAL.matcher(numeral).matches()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(numeral);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Returns a date cell; of a midnight the day only. */
  static SheetCell date(LocalDateTime moment) {
    boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return new SheetCell(
        Kind.DATE,
        midnight
            ? DateTimeFormatter.ISO_LOCAL_DATE.format(moment)
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment));
  }

  /** Returns the letters of a column, from 0: {@code C} for 2. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** Returns the column, from 0, of a cell's address such as {@code C12}; −1 when it has none. */
  static int column(String address) {
    int column = 0;
    String upper = address.toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length() && i < 4; i++) {
      char letter = upper.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }
}
