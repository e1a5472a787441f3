package org.collporterre.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form in which others write dates. Immutable. */
final class DateForm {
  /** Stands for seconds since 1970. */
  static final String UNIX = "unix";

  /** Stands for milliseconds since 1970. */
  static final String UNIX_MILLIS = "unix-ms";

  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(?:\\.\\d+)?");
  private static final Pattern MILLIS = Pattern.compile("-?\\d{1,15}");

  private final List<DateTimeFormatter> formatters;
  private final boolean millis;

  private DateForm(List<DateTimeFormatter> formatters, boolean millis) {
    this.formatters = formatters;
    this.millis = millis;
  }

  /**
   * Returns a form.
   *
   * @param pattern letters of {@link DateTimeFormatter}, names of months in French or English; or
   *     {@value #UNIX}, {@value #UNIX_MILLIS}
   * @throws IllegalArgumentException for letters that mean nothing, or not the parts of a date
   */
  static DateForm of(String pattern) {
    if (pattern.equals(UNIX) || pattern.equals(UNIX_MILLIS)) {
      return new DateForm(List.of(), pattern.equals(UNIX_MILLIS));
    }
    try {
      return ofLetters(pattern);
    } catch (DateTimeException | ClassCastException e) {
      // Some parts cannot be printed; and two numbers behind padding the JDK's own builder
      // mistakes.
      throw new IllegalArgumentException(pattern, e);
    }
  }

  private static DateForm ofLetters(String pattern) {
    List<DateTimeFormatter> formatters = new ArrayList<>();
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      formatters.add(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              // Years are written with "y" by most, which to be strict asks for an era.
              .parseDefaulting(ChronoField.ERA, 1)
              .toFormatter(locale)
              .withResolverStyle(ResolverStyle.STRICT));
    }
    DateForm form = new DateForm(formatters, false);
    LocalDate any = LocalDate.of(2024, 5, 1);
    if (form.date(formatters.get(0).format(any.atStartOfDay(ZoneOffset.UTC))) == null) {
      throw new IllegalArgumentException("no date: " + pattern);
    }
    return form;
  }

  /** Returns a text of this form as a day, month or year of ISO 8601; null for any other text. */
  @Nullable String date(String text) {
    if (formatters.isEmpty()) {
      return unix(text);
    }
    for (DateTimeFormatter formatter : formatters) {
      try {
        return iso(formatter.parse(text));
      } catch (DateTimeParseException e) {
        // Then it is in the other language, or no date.
      }
    }
    return null;
  }

  private static @Nullable String iso(TemporalAccessor parsed) {
    LocalDate day = parsed.query(java.time.temporal.TemporalQueries.localDate());
    if (day != null) {
      return day.toString();
    }
    if (!parsed.isSupported(ChronoField.YEAR)) {
      return null;
    }
    int year = parsed.get(ChronoField.YEAR);
    return parsed.isSupported(ChronoField.MONTH_OF_YEAR)
        ? YearMonth.of(year, parsed.get(ChronoField.MONTH_OF_YEAR)).toString()
        : Year.of(year).toString();
  }

  private @Nullable String unix(String text) {
    if (!(millis ? MILLIS : SECONDS).matcher(text).matches()) {
      return null;
    }
    int dot = text.indexOf('.');
    long number = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
    Instant instant = millis ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
