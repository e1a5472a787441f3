package org.collporterre.vocabulary;

import java.text.Normalizer;

/** Compares texts as a reader does: without accents, case or punctuation. */
public final class Folding {
  /** Where folding takes a look at the text around, or makes several characters of one. */
  private static final char SLOW = 1;

  /** What no letter or digit becomes. */
  private static final char NOTHING = 0;

  /** From dashes to the ellipsis: punctuation of printed texts, none of which has a letter. */
  private static final char FIRST_DASH = '\u2010';

  private static final char ELLIPSIS = '\u2026';

  /** By the letters of western and central Europe, what each becomes by itself. */
  private static final String FOLDED = folded();

  private Folding() {}

  private static String folded() {
    StringBuilder folded = new StringBuilder();
    for (char c = 0; c < 0x180; c++) {
      String one = slowly(String.valueOf(c), ' ');
      folded.append(one.isEmpty() ? NOTHING : one.length() == 1 ? one.charAt(0) : SLOW);
    }
    return folded.toString();
  }

  /**
   * Returns the text without accents, with {@code œ} and {@code æ} spelled out, in lower case, each
   * run of other characters than letters and digits as one separator, none at the ends. Folding
   * twice changes nothing. Plurals are kept: removing them would make distinct codes collide.
   */
  public static String fold(CharSequence text, char separator) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char one = c < FOLDED.length() ? FOLDED.charAt(c) : isPrinted(c) ? NOTHING : SLOW;
      if (one == SLOW && !isSpelledOut(c)) {
        return slowly(text, separator);
      }
      if (one == NOTHING) {
        pending = folded.length() > 0;
        continue;
      }
      if (pending) {
        folded.append(separator);
        pending = false;
      }
      if (one == SLOW) {
        appendFolded(folded, Character.toLowerCase(c));
      } else {
        folded.append(one);
      }
    }
    return folded.toString();
  }

  /** Tells whether a character becomes two letters whatever stands around it. */
  private static boolean isSpelledOut(char c) {
    return c == 'œ' || c == 'æ' || c == 'Œ' || c == 'Æ' || c == 'ß';
  }

  private static boolean isPrinted(char c) {
    return c >= FIRST_DASH && c <= ELLIPSIS;
  }

  private static String slowly(CharSequence text, char separator) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    boolean pending = false;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (!Character.isLetterOrDigit(c)) {
        pending = folded.length() > 0;
        continue;
      }
      if (pending) {
        folded.append(separator);
        pending = false;
      }
      appendFolded(folded, Character.toLowerCase(c));
    }
    return folded.toString();
  }

  /** Returns {@link #fold(CharSequence, char)} with a blank between words. */
  public static String fold(CharSequence text) {
    return fold(text, ' ');
  }

  private static void appendFolded(StringBuilder out, int c) {
    switch (c) {
      case 'œ' -> out.append("oe");
      case 'æ' -> out.append("ae");
      case 'ß' -> out.append("ss");
      case 'ø' -> out.append('o');
      case 'ł' -> out.append('l');
      case 'đ' -> out.append('d');
      default -> out.appendCodePoint(c);
    }
  }
}
