package org.collporterre.schema;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal numbers without exponent, read and written fast and the same way on every JDK ({@link
 * Double#toString(double)} changed in JDK 19).
 */
public final class Decimals {
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** The plain form of the least double has 341 decimals, that of the greatest 309 digits. */
  private static final int LONGEST = 400;

  /** The precision at which every double is told from its neighbours. */
  private static final int MOST_DIGITS = 17;

  /** Up to here every whole number is a double. */
  private static final double EXACT = 1L << 53;

  private Decimals() {}

  /** Tells whether the text is an optional sign, digits, and perhaps a mark and more digits. */
  static boolean isPlain(String text, char mark) {
    int digits = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == mark && marks == 0) {
        marks = 1;
      } else if (!(i == 0 && (c == '-' || c == '+'))) {
        return false;
      }
    }
    return digits > 0 && digits <= LONGEST && text.charAt(text.length() - 1) != mark;
  }

  /**
   * Returns the number of an optional sign, digits, and perhaps a mark and more digits; NaN of any
   * other text.
   */
  public static double parse(String text, char mark) {
    if (!isPlain(text, mark)) {
      return Double.NaN;
    }
    long digits = 0;
    int decimals = 0;
    boolean afterMark = false;
    int from = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == mark) {
        afterMark = true;
        continue;
      }
      digits = digits * 10 + c - '0';
      if (digits > EXACT) {
        return Double.parseDouble(mark == '.' ? text : text.replace(mark, '.'));
      }
      decimals += afterMark ? 1 : 0;
    }
    if (decimals >= POWERS.length) {
      return Double.parseDouble(mark == '.' ? text : text.replace(mark, '.'));
    }
    // Both operands are exact, so the quotient is the double nearest to the text (Clinger, 1990).
    double value = digits / POWERS[decimals];
    return text.charAt(0) == '-' ? -value : value;
  }

  /**
   * Returns the shortest plain decimal that reads back as the same number, without exponent: {@code
   * 48.39}, {@code -4}, {@code 0.0000001}.
   *
   * @throws IllegalArgumentException when the number is infinite or not a number
   */
  public static String write(double value) {
    StringBuilder out = new StringBuilder(24);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("no decimal for " + value);
    }
    double size = Math.abs(value);
    for (int decimals = 0; decimals < POWERS.length; decimals++) {
      double scaled = size * POWERS[decimals];
      if (scaled >= EXACT) {
        break;
      }
      long digits = Math.round(scaled);
      if (digits / POWERS[decimals] == size) {
        return append(out, value < 0, digits, decimals);
      }
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    return shortest.toPlainString();
  }

  private static String append(StringBuilder out, boolean negative, long digits, int decimals) {
    String text = Long.toString(digits);
    if (negative) {
      out.append('-');
    }
    int whole = text.length() - decimals;
    if (whole <= 0) {
      out.append("0.").append("0".repeat(-whole)).append(text);
    } else {
      out.append(text, 0, whole);
      if (decimals > 0) {
        out.append('.').append(text, whole, text.length());
      }
    }
    return out.toString();
  }
}
