package org.collporterre.export;

/** Characters as UTF-8 (RFC 3629), and which of them normalisation leaves alone. */
final class Utf8 {
  /** So many bytes are enough for any character. */
  static final int LONGEST = 4;

  private Utf8() {}

  /**
   * Puts a character from U+0800 on into a buffer. Half a surrogate pair is no character, and is
   * written as U+FFFD.
   *
   * @param index of the character in the text
   * @param at where to put it; there is room for {@link #LONGEST} bytes
   * @return how many bytes it takes: four are two units of the text
   */
  static int put(String text, int index, byte[] buffer, int at) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1))) {
      int point = Character.toCodePoint(c, text.charAt(index + 1));
      buffer[at] = (byte) (0xF0 | point >> 18);
      buffer[at + 1] = (byte) (0x80 | point >> 12 & 0x3F);
      buffer[at + 2] = (byte) (0x80 | point >> 6 & 0x3F);
      buffer[at + 3] = (byte) (0x80 | point & 0x3F);
      return 4;
    }
    char shown = Character.isSurrogate(c) ? '\uFFFD' : c;
    buffer[at] = (byte) (0xE0 | shown >> 12);
    buffer[at + 1] = (byte) (0x80 | shown >> 6 & 0x3F);
    buffer[at + 2] = (byte) (0x80 | shown & 0x3F);
    return 3;
  }

  /**
   * Tells whether a character is in NFC whatever it stands beside, as far as that is quickly told:
   * what is below the combining ones, and the general punctuation.
   */
  static boolean isSimple(int c) {
    return c < 0x300 || c >= 0x2002 && c <= 0x20CF;
  }
}
