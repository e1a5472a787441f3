package org.collporterre.vocabulary;

import java.text.Normalizer;

/** Compares texts as a reader does: without accents, case or punctuation. */
public final class Folding {
  private Folding() {}

  /**
   * Returns the text without accents, with {@code œ} and {@code æ} spelled out, in lower case, each
   * run of other characters than letters and digits as one separator, none at the ends. Folding
   * twice changes nothing. Plurals are kept: removing them would make distinct codes collide.
   */
  public static String fold(CharSequence text, char separator) {
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
