package org.collporterre.schema;

import java.time.LocalDate;
import java.time.YearMonth;
import org.collporterre.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and partial dates: ISO 8601, and with a note the French day/month/year, also with
 * points, {@code 2013.01.26}, and dates in words. In digits the month never comes first and a year
 * always has four of them; neither is guessed.
 */
final class Dates {
  private static final String EXPECTED = "AAAA-MM-JJ";
  private static final String EXPECTED_PARTIAL = "AAAA | AAAA-MM | AAAA-MM-JJ";

  /** No date is longer, and looking for what was meant takes the square of the length. */
  private static final int LONGEST = 40;

  private Dates() {}

  static final ValueType<LocalDate> DAY =
      new ValueType<>() {
        @Override
        public Kind kind() {
          return Kind.DATE;
        }

        @Override
        public @Nullable LocalDate read(String text, Notes notes) {
          LocalDate day = iso(text);
          if (day != null) {
            return day;
          }
          day = meant(text);
          DateWords words = day == null ? DateWords.of(text) : null;
          if (words != null && words.sure()) {
            day = iso(words.date().text());
          }
          if (day != null) {
            notes.repaired("date-normalised", day.toString());
          } else {
            notes.refused("date-invalid", EXPECTED, suggestion(text));
          }
          return day;
        }

        @Override
        public String write(LocalDate value) {
          return value.toString();
        }
      };

  static final ValueType<PartialDate> PARTIAL =
      new ValueType<>() {
        @Override
        public Kind kind() {
          return Kind.STRING;
        }

        @Override
        public @Nullable PartialDate read(String text, Notes notes) {
          PartialDate date = PartialDate.parse(text);
          if (date != null) {
            return date;
          }
          LocalDate day = meant(text);
          DateWords words = day == null ? DateWords.of(text) : null;
          if (day != null) {
            date = PartialDate.of(day);
          } else if (words != null && words.sure()) {
            date = words.date();
          } else {
            String near = suggestion(text);
            String said = words == null ? null : words.date().text();
            notes.refused("date-invalid", EXPECTED_PARTIAL, near == null ? said : near);
            return null;
          }
          notes.repaired("date-normalised", date.text());
          return date;
        }

        @Override
        public String write(PartialDate value) {
          return value.text();
        }
      };

  private static @Nullable LocalDate iso(String text) {
    return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-'
        ? day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
        : null;
  }

  /** Returns the day of a French date or of a date with a time of day, or null. */
  private static @Nullable LocalDate meant(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != 'T') {
      end++;
    }
    if (end < text.length() && !isTime(text, end + 1)) {
      return null;
    }
    String date = text.substring(0, end);
    LocalDate day = iso(date);
    return day != null ? day : date.indexOf('.') == 4 ? yearFirst(date) : french(date);
  }

  private static @Nullable LocalDate yearFirst(String date) {
    return iso(date.replace('.', '-'));
  }

  private static @Nullable LocalDate french(String date) {
    int first = separator(date, 0);
    int second = separator(date, first + 1);
    if (first < 1
        || first > 2
        || second < first + 2
        || second > first + 3
        || date.length() != second + 5
        || date.charAt(first) != date.charAt(second)) {
      return null;
    }
    return day(
        number(date, second + 1, date.length()),
        number(date, first + 1, second),
        number(date, 0, first));
  }

  private static int separator(String date, int from) {
    for (int i = from; i < date.length(); i++) {
      char c = date.charAt(i);
      if (c == '/' || c == '-' || c == '.') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isTime(String text, int from) {
    int digits = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (":.+-Z".indexOf(c) < 0) {
        return false;
      }
    }
    return digits >= 4;
  }

  /** Returns the date that one wrong character away was probably meant, or null. */
  private static @Nullable String suggestion(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '/' && c != '-') {
        for (char mark : new char[] {'-', '/'}) {
          LocalDate day = meant(text.substring(0, i) + mark + text.substring(i + 1));
          if (day != null) {
            return day.toString();
          }
        }
      }
    }
    return null;
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    return year >= 1
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day)
        : null;
  }

  /** Returns the number between two places, or −1 when there is anything but digits. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return from < to ? value : -1;
  }
}
