package org.collporterre.schema;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes text that was encoded as UTF-8 and then, once or several times, taken for windows-1252
 * and encoded again: {@code AchÃ¨res} for Achères. Only what would be a character of windows-1252
 * counts, so that letters that just stand beside each other, as in {@code SÃO}, do not.
 */
public final class DoubleEncoding {
  /** How many times over a text is looked at; files with more have not been seen. */
  private static final int MOST = 6;

  /** What windows-1252 has at 0x80 to 0x9F; U+FFFD where it has nothing. */
  private static final String UPPER = upper();

  /** First bytes of characters of two bytes that windows-1252 has. */
  private static final String LEADS = "ÂÃÅÆË";

  /** Signs that stand behind words. */
  private static final String BEHIND_WORDS = "\u00A0’”»–…";

  private DoubleEncoding() {}

  private static String upper() {
    byte[] bytes = new byte[0x20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + i);
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }

  /** Tells whether a text is worth a look: most texts are not. */
  public static boolean isSuspect(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (isLead(text.charAt(i)) && tail(text, i + 1) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a character can be the first byte of one that was encoded twice. */
  static boolean isLead(char c) {
    return c >= 'Â' && c <= 'â' && (c == 'â' || LEADS.indexOf(c) >= 0);
  }

  /**
   * Returns the text as it was before it was encoded too often, or null when nothing in it looks
   * like that. Parts that were damaged on the way stay as they are, see {@link #isDamaged}.
   */
  public static @Nullable String repaired(String text) {
    String result = text;
    for (int i = 0; i < MOST; i++) {
      String plainer = once(result);
      if (plainer.equals(result)) {
        break;
      }
      result = plainer;
    }
    return result.equals(text) ? null : result;
  }

  /** Tells whether a repaired text still has what no language writes: not all could be repaired. */
  public static boolean isDamaged(String repaired) {
    for (int i = 0; i + 1 < repaired.length(); i++) {
      char c = repaired.charAt(i);
      int next = byteOf(repaired.charAt(i + 1));
      if ((c == 'Ã' || c == 'Â' || c == 'â') && next >= 0x80 && next < 0xC0) {
        return true;
      } else if (c >= 0x80 && Character.isUpperCase(c) && isWithin(repaired, i)) {
        return true;
      }
    }
    return repaired.indexOf('ƒ') >= 0;
  }

  /** Tells whether a letter has small letters on both sides. */
  private static boolean isWithin(String text, int at) {
    return at > 0
        && Character.isLowerCase(text.charAt(at - 1))
        && Character.isLowerCase(text.charAt(at + 1));
  }

  private static String once(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int decoded = isLead(c) ? decoded(text, i) : -1;
      if (decoded < 0) {
        out.append(c);
        i++;
      } else {
        out.append((char) decoded);
        i += c == 'â' ? 3 : 2;
      }
    }
    return out.toString();
  }

  /** Returns the character whose UTF-8, taken for windows-1252, stands here; −1 for none. */
  private static int decoded(String text, int at) {
    char lead = text.charAt(at);
    int second = tail(text, at + 1);
    int third = tail(text, at + 2);
    int code;
    if (lead == 'â') {
      code = second < 0 || third < 0 ? -1 : 0x2000 | second << 6 | third;
    } else if (LEADS.indexOf(lead) >= 0 && !endsWord(text, at)) {
      code = second < 0 ? -1 : (lead & 0x1F) << 6 | second;
    } else {
      return -1;
    }
    return code >= 0xA0 && code < 0x100 || code >= 0x100 && UPPER.indexOf(code) >= 0 ? code : -1;
  }

  /** Tells whether a letter ends a word in capitals, with a sign behind it: {@code “AVELÔ}. */
  private static boolean endsWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isUpperCase(text.charAt(at - 1))
        && BEHIND_WORDS.indexOf(text.charAt(at + 1)) >= 0
        && !(at + 2 < text.length() && Character.isLetter(text.charAt(at + 2)));
  }

  /** Returns the six bits of a byte that is not the first of a character; −1 for none. */
  private static int tail(String text, int at) {
    int b = at < text.length() ? byteOf(text.charAt(at)) : -1;
    return b >= 0x80 && b < 0xC0 ? b & 0x3F : -1;
  }

  /** Returns the byte of a character; those that windows-1252 leaves out stand for themselves. */
  private static int byteOf(char c) {
    if (c < 0x100) {
      return c;
    }
    int place = c == '\uFFFD' ? -1 : UPPER.indexOf(c);
    return place < 0 ? -1 : 0x80 + place;
  }
}
