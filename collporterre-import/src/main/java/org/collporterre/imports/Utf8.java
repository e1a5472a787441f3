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
}
