package org.collporterre.schema;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it: with a comma, with thousands set apart, with a currency.
 *
 * @param plain the number with a point and nothing else
 * @param currency whether a currency stood beside it
 * @param grouped whether its thousands were set apart
 * @param comma whether it had a comma for a point
 */
record NumberText(String plain, boolean currency, boolean grouped, boolean comma) {
  private static final List<String> CURRENCIES =
      List.of("€", "euros", "euro", "eur", "£", "gbp", "$", "usd", "chf");

  /** No amount with words around it is longer. */
  private static final int LONGEST = 60;

  /** Returns the number of a text that is not plain, or null when it is none. */
  static @Nullable NumberText of(String text) {
    if (Decimals.isPlain(text, ',')) {
      return new NumberText(text.replace(',', '.'), false, false, text.indexOf(',') >= 0);
    }
    if (text.length() > LONGEST) {
      return null;
    }
    String number = withoutCurrency(text);
    String joined = joined(number);
    char mark = joined != null && joined.indexOf(',') >= 0 ? ',' : '.';
    if (joined == null || !Decimals.isPlain(joined, mark)) {
      return null;
    }
    return new NumberText(
        joined.replace(',', '.'),
        number.length() < text.length(),
        joined.length() < number.length(),
        mark == ',');
  }

  /** Says what the number had that a plain one has not; of none, it was written with a sign. */
  void tell(ValueType.Notes notes) {
    if (currency) {
      notes.repaired("amount-with-currency", plain);
    }
    if (grouped) {
      notes.repaired("number-grouped", plain);
    }
    if (comma) {
      notes.repaired("number-decimal-comma", plain);
    }
  }

  private static String withoutCurrency(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String currency : CURRENCIES) {
      if (lower.length() == text.length() && lower.endsWith(currency)) {
        return stripped(text.substring(0, text.length() - currency.length()));
      } else if (lower.length() == text.length() && lower.startsWith(currency)) {
        return stripped(text.substring(currency.length()));
      }
    }
    return text;
  }

  /** The blanks in French amounts are often no-break spaces, which {@code strip} keeps. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }

  /**
   * Returns the text without the marks between thousands, or null when they part something else.
   */
  private static @Nullable String joined(String number) {
    StringBuilder joined = new StringBuilder(number.length());
    char group = 0;
    int digits = 0;
    boolean whole = true;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (whole && (isSpace(c) || c == '\'' || c == '’')) {
        if (group == 0 ? digits < 1 || digits > 3 : c != group || digits != 3) {
          return null;
        }
        group = c;
        digits = 0;
        continue;
      }
      if (c == '.' || c == ',') {
        whole = false;
        if (group != 0 && digits != 3) {
          return null;
        }
      }
      digits += c >= '0' && c <= '9' ? 1 : 0;
      joined.append(c);
    }
    return group != 0 && whole && digits != 3 ? null : joined.toString();
  }
}
