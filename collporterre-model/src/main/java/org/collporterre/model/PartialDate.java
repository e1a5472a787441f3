package org.collporterre.model;

import java.time.LocalDate;
import java.time.YearMonth;
import org.collporterre.constraint.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A date known as far as it is known: a year, a month, a season, a day or a decade, perhaps
 * approximate. The written form is a subset of EDTF (ISO 8601-2, level 1): {@code 2012}, {@code
 * 2012-05}, {@code 2011-21} (spring), {@code 2012-07-05}, {@code 2012~}, {@code 196X}. Seasons are
 * 21 to 24, spring to winter, of the northern hemisphere.
 *
 * @param text the written form, always valid
 */
@TextForm("[0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-2[1-4])?~?")
public record PartialDate(String text) {
  /**
   * @throws IllegalArgumentException when the text is not of the form, or no day of the calendar
   */
  public PartialDate {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a partial date: " + text);
    }
  }

  /** Returns the date of a text, or null when the text is none. */
  public static @Nullable PartialDate parse(String text) {
    return isValid(text) ? new PartialDate(text) : null;
  }

  /** Returns the date of a day. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.toString());
  }

  /** Returns the first day it may stand for. Approximation is not widened. */
  public LocalDate earliest() {
    int year = year();
    if (isDecade()) {
      return LocalDate.of(year, 1, 1);
    }
    return switch (precision()) {
      case 4 -> LocalDate.of(year, 1, 1);
      case 7 -> {
        int month = number(5, 7);
        // Winter of a year is taken to begin in its December.
        yield LocalDate.of(year, month > 20 ? (month - 20) * 3 : month, 1);
      }
      default -> LocalDate.of(year, number(5, 7), number(8, 10));
    };
  }

  /** Returns the last day it may stand for. Approximation is not widened. */
  public LocalDate latest() {
    int year = year();
    if (isDecade()) {
      return LocalDate.of(year + 9, 12, 31);
    }
    return switch (precision()) {
      case 4 -> LocalDate.of(year, 12, 31);
      case 7 -> {
        int month = number(5, 7);
        yield month > 20
            ? YearMonth.of(year, (month - 20) * 3).plusMonths(2).atEndOfMonth()
            : YearMonth.of(year, month).atEndOfMonth();
      }
      default -> earliest();
    };
  }

  /** Tells whether it is a plain ISO 8601 year, month or day, which schema.org can hold. */
  public boolean isIso() {
    return !isDecade() && !isApproximate() && !(text.length() == 7 && text.charAt(5) == '2');
  }

  /** Tells whether it ends with {@code ~}. */
  public boolean isApproximate() {
    return text.charAt(text.length() - 1) == '~';
  }

  @Override
  public String toString() {
    return text;
  }

  private boolean isDecade() {
    return text.charAt(3) == 'X';
  }

  private int precision() {
    return text.length() - (isApproximate() ? 1 : 0);
  }

  private int year() {
    return isDecade() ? number(0, 3) * 10 : number(0, 4);
  }

  private int number(int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean isValid(String text) {
    int n = text.length();
    if (n < 4 || !digits(text, 0, 3)) {
      return false;
    }
    if (text.charAt(3) == 'X') {
      return n == 4;
    }
    int end = text.charAt(n - 1) == '~' ? n - 1 : n;
    if (!digits(text, 3, 4)) {
      return false;
    }
    return switch (end) {
      case 4 -> true;
      case 7 -> text.charAt(4) == '-' && isMonthOrSeason(text);
      case 10 ->
          text.charAt(4) == '-'
              && text.charAt(7) == '-'
              && digits(text, 5, 7)
              && digits(text, 8, 10)
              && isDay(text);
      default -> false;
    };
  }

  private static boolean isMonthOrSeason(String text) {
    if (!digits(text, 5, 7)) {
      return false;
    }
    int month = Integer.parseInt(text, 5, 7, 10);
    return month >= 1 && month <= 12 || month >= 21 && month <= 24;
  }

  private static boolean isDay(String text) {
    int month = Integer.parseInt(text, 5, 7, 10);
    int day = Integer.parseInt(text, 8, 10, 10);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(Integer.parseInt(text, 0, 4, 10), month).lengthOfMonth();
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
