package org.collporterre.check;

/** Recognizes the e-mail addresses that nobody doubts. */
final class PlainEmail {
  private PlainEmail() {}

  /**
   * Tells whether the text is letters, digits and {@code ._+-} without two dots in a row, then
   * {@code @}, then a host of two or more plain labels. Any validator accepts these; others are not
   * thereby wrong.
   */
  static boolean isCertain(CharSequence address) {
    String text = address.toString();
    int n = text.length();
    int at = text.indexOf('@');
    return at >= 1 && at <= 64 && n - at <= 200 && isLocal(text, at) && isHost(text, at + 1);
  }

  private static boolean isLocal(String text, int end) {
    boolean afterDot = true;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (afterDot) {
          return false;
        }
        afterDot = true;
      } else if (isLetterOrDigit(c) || c == '_' || c == '+' || c == '-') {
        afterDot = false;
      } else {
        return false;
      }
    }
    return !afterDot;
  }

  private static boolean isHost(String text, int from) {
    int label = from;
    int labels = 0;
    for (int i = from; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      if (c == '.') {
        if (i == label || i - label > 63 || text.charAt(i - 1) == '-') {
          return false;
        }
        labels++;
        label = i + 1;
      } else if (!(isLetterOrDigit(c) || c == '-' && i > label)) {
        return false;
      }
    }
    return labels >= 2;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
