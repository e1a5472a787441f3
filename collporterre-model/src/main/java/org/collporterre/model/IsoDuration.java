package org.collporterre.model;

import org.collporterre.constraint.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A length of time in the form of ISO 8601: whole years, months, weeks, days, hours and minutes,
 * {@code P6M} or {@code P1Y2M} or {@code PT3H30M}. Not zero.
 *
 * @param text the written form, always valid
 */
@TextForm(
    "P([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?(T([0-9]{1,6}H)?([0-9]{1,6}M)?)?")
public record IsoDuration(String text) {
  private static final String DATE_UNITS = "YMWD";
  private static final double DAYS = 365.25;
  private static final String TIME_UNITS = "HM";

  /**
   * @throws IllegalArgumentException when the text is not of the form
   */
  public IsoDuration {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a duration: " + text);
    }
  }

  /** Returns the duration of a written form, or null when the text is none. */
  public static @Nullable IsoDuration parse(String text) {
    return isValid(text) ? new IsoDuration(text) : null;
  }

  /**
   * Returns its length in years, as near as one can say: a month is a twelfth of a year, a year has
   * 365.25 days.
   */
  public double years() {
    double years = 0;
    int number = 0;
    boolean afterTime = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
        continue;
      }
      years +=
          switch (c) {
            case 'Y' -> number;
            case 'M' -> afterTime ? number / (60 * 24 * DAYS) : number / 12.0;
            case 'W' -> number * 7 / DAYS;
            case 'D' -> number / DAYS;
            case 'H' -> number / (24 * DAYS);
            default -> 0;
          };
      afterTime |= c == 'T';
      number = 0;
    }
    return years;
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean isValid(String text) {
    if (text.length() < 3 || text.length() > 40 || text.charAt(0) != 'P') {
      return false;
    }
    String units = DATE_UNITS;
    int unit = -1;
    int digits = 0;
    boolean positive = false;
    boolean afterTime = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        positive |= c != '0';
      } else if (c == 'T' && digits == 0 && !afterTime && i < text.length() - 1) {
        units = TIME_UNITS;
        unit = -1;
        afterTime = true;
      } else {
        int next = units.indexOf(c);
        if (digits == 0 || digits > 6 || next <= unit) {
          return false;
        }
        unit = next;
        digits = 0;
      }
    }
    return digits == 0 && positive;
  }
}
