package org.collporterre.check;

import java.util.Locale;

/**
 * Finds French telephone numbers in texts: {@code 02 98 00 00 00}, {@code 02.98.00.00.00}, {@code
 * +33 2 98 00 00 00}, {@code 0033…}; the same sign, or none, between all pairs. Numbers of services
 * (08…) are nobody's. What only looks like one is not taken: part of a longer number, an ISBN,
 * days, a row of departments ({@code 01 02 03 04 05}).
 */
final class PhoneNumbers {
  private static final int PAIRS = 4;
  private static final String SEPARATORS = " \u00a0\u202f.-/";

  private PhoneNumbers() {}

  /** Returns where the first number in a text begins, or -1. */
  static int first(String text) {
    int zero = text.indexOf('0');
    int plus = text.indexOf('+');
    while (zero >= 0 || plus >= 0) {
      boolean first = zero >= 0 && (plus < 0 || zero < plus);
      int at = first ? zero : plus;
      if (isFree(text, at) && (first ? isNational(text, at) : isFrench(text, at + 1))) {
        return at;
      }
      zero = first ? text.indexOf('0', at + 1) : zero;
      plus = first ? plus : text.indexOf('+', at + 1);
    }
    return -1;
  }

  private static boolean isNational(String text, int at) {
    if (text.startsWith("0033", at)) {
      return isFrench(text, at + 2);
    }
    return isSubscriber(text, at + 1) && !isIsbn(text, at);
  }

  /** Looks at what follows the sign for abroad. */
  private static boolean isFrench(String text, int at) {
    if (!text.startsWith("33", at)) {
      return false;
    }
    int next = skipSeparator(text, at + 2);
    if (text.startsWith("(0)", next)) {
      next = skipSeparator(text, next + 3);
    }
    return isSubscriber(text, next);
  }

  /** Looks for one digit and four pairs. */
  private static boolean isSubscriber(String text, int at) {
    if (!isDigit(text, at) || text.charAt(at) == '0' || text.charAt(at) == '8') {
      return false;
    }
    int next = at + 1;
    char separator = isSeparator(text, next) ? text.charAt(next) : 0;
    int previous = text.charAt(at) - '0';
    boolean counting = separator != 0;
    for (int i = 0; i < PAIRS; i++) {
      if (separator != 0) {
        if (next >= text.length() || text.charAt(next) != separator) {
          return false;
        }
        next++;
      }
      if (!isDigit(text, next) || !isDigit(text, next + 1)) {
        return false;
      }
      int pair = (text.charAt(next) - '0') * 10 + text.charAt(next + 1) - '0';
      counting &= pair == previous + 1;
      previous = pair;
      next += 2;
    }
    return !isDigit(text, next) && !counting;
  }

  /** A number does not begin inside another number, a word or an address. */
  private static boolean isFree(String text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (Character.isLetterOrDigit(before) || "/=_+".indexOf(before) >= 0) {
      return false;
    }
    return ".,-".indexOf(before) < 0 || at == 1 || !isDigit(text, at - 2);
  }

  private static boolean isIsbn(String text, int at) {
    int from = Math.max(0, at - 10);
    return text.substring(from, at).toUpperCase(Locale.ROOT).contains("ISBN");
  }

  private static int skipSeparator(String text, int at) {
    return isSeparator(text, at) ? at + 1 : at;
  }

  private static boolean isSeparator(String text, int at) {
    return at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
