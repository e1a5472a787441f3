package org.collporterre.report;

import java.util.Locale;

/**
 * Makes texts from data fit for one line of anything a person reads. Line breaks become {@code ⏎},
 * tabs blanks; what a terminal would obey or an encoding cannot hold becomes U+FFFD; what is
 * invisible and may turn the direction of writing is shown as {@code ‹U+202E›}. Joiners, which
 * scripts and emoji need, stay.
 */
public final class OneLine {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int NONCHARACTER = 0xFFFE;

  private OneLine() {}

  /** Returns a text on one line, without hidden characters. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        i++;
      }
      append(c, line);
    }
    return line.toString();
  }

  /**
   * Returns a text cut to a number of code points, the last of which is then {@code …}; a shorter
   * text as it is.
   */
  public static String cut(String text, int most) {
    if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Above are scripts that may hold anything; of what is there, what French is written with.
      boolean doubtful = c < 0xA0 || c == 0xAD || c >= 0x600 && (c < 0x2010 || c > 0x2026);
      if (c < ' ' || c >= 0x7F && doubtful) {
        return false;
      }
    }
    return true;
  }

  private static void append(int c, StringBuilder line) {
    if (c == '\n' || c == '\r') {
      line.append('⏎');
    } else if (c == '\t') {
      line.append(' ');
    } else if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
      line.appendCodePoint(c);
    } else {
      switch (Character.getType(c)) {
        case Character.CONTROL, Character.SURROGATE -> line.append('\uFFFD');
        case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
            line.append(String.format(Locale.ROOT, "‹U+%04X›", c));
        default -> line.appendCodePoint((c & NONCHARACTER) == NONCHARACTER ? 0xFFFD : c);
      }
    }
  }
}
