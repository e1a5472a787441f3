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
  private static final char[] FOLDED = folded();

  private Folding() {}

  private static char[] folded() {
    char[] folded = new char[0x180];
    for (char c = 0; c < folded.length; c++) {
      String one = slowly(String.valueOf(c), ' ');
      folded[c] = one.isEmpty() ? NOTHING : one.length() == 1 ? one.charAt(0) : SLOW;
    }
    return folded;
  }

  /**
   * Returns the text without accents, with {@code œ} and {@code æ} spelled out, in lower case, each
   * run of other characters than letters and digits as one separator, none at the ends. Folding
   * twice changes nothing. Plurals are kept: removing them would make distinct codes collide.
   */
  public static String fold(CharSequence text, char separator) {
    String letters = text.toString();
    // No character becomes more than two, and a separator stands for at least one.
    char[] folded = new char[2 * letters.length()];
    int size = 0;
    boolean pending = false;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      char one = c < FOLDED.length ? FOLDED[c] : isPrinted(c) ? NOTHING : SLOW;
      if (one == NOTHING) {
        pending = size > 0;
        continue;
      }
      if (pending) {
        folded[size++] = separator;
        pending = false;
      }
      if (one != SLOW) {
        folded[size++] = one;
        continue;
      }
      String two = spelledOut(c);
      if (two.isEmpty()) {
        return slowly(letters, separator);
      }
      folded[size++] = two.charAt(0);
      folded[size++] = two.charAt(1);
    }
    return new String(folded, 0, size);
  }

  /** Returns the two letters that a character becomes whatever stands around it, or nothing. */
  private static String spelledOut(int c) {
    return switch (c) {
      case 'œ', 'Œ' -> "oe";
      case 'æ', 'Æ' -> "ae";
      case 'ß' -> "ss";
      default -> "";
    };
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
      case 'ø' -> out.append('o');
      case 'ł' -> out.append('l');
      case 'đ' -> out.append('d');
      default -> {
        String two = spelledOut(c);
        if (two.isEmpty()) {
          out.appendCodePoint(c);
        } else {
          out.append(two);
        }
      }
    }
  }
}
