package org.collporterre.imports;

/** Tells damaged bytes from a replacement character that was written as such. */
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * Tells whether bytes decoded to a text that has a replacement character are not UTF-8. One that
   * is in the bytes themselves is damage done by somebody else.
   */
  static boolean isMalformed(String text, byte[] bytes, int from, int to) {
    long shown = text.chars().filter(c -> c == REPLACEMENT).count();
    long written = 0;
    for (int i = from; i + 2 < to; i++) {
      if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
        written++;
      }
    }
    return shown != written;
  }

  /**
   * Tells whether bytes, which may end within a character, are UTF-8, perhaps with some damage:
   * more characters of several bytes than bytes that belong to none.
   */
  static boolean isLikely(byte[] bytes) {
    int whole = 0;
    int stray = 0;
    int i = 0;
    while (i < bytes.length) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int length = length(bytes[i] & 0xFF);
      int found = 1;
      while (found < length && i + found < bytes.length && (bytes[i + found] & 0xC0) == 0x80) {
        found++;
      }
      boolean cut = found < length && i + found == bytes.length;
      whole += found == length ? 1 : 0;
      stray += found != length && !cut ? 1 : 0;
      i += found;
    }
    return stray == 0 || whole > stray;
  }

  /** Returns of how many bytes a character is that begins with this one; 0 for none. */
  private static int length(int first) {
    return first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  }
}
