package org.collporterre.imports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes of a JSON text at once. */
final class JsonText {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = ONES << 7;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long BLANKS = ONES * ' ';

  private JsonText() {}

  /** Returns eight bytes from a place on, the first the lowest. */
  static long word(byte[] bytes, int at) {
    return (long) WORDS.get(bytes, at);
  }

  /**
   * Marks the bytes that are not plain text: quotes, backslashes, control characters. Of the marks
   * only the lowest is certain.
   */
  static long marks(long word) {
    long quotes = word ^ QUOTES;
    long backslashes = word ^ BACKSLASHES;
    return (quotes - ONES & ~quotes | backslashes - ONES & ~backslashes | word - BLANKS & ~word)
        & HIGH;
  }

  /** Tells whether there are other characters than ASCII. */
  static boolean isAscii(long word) {
    return (word & HIGH) == 0;
  }

  /** Returns how many of eight bytes are no UTF-16 code unit of their own. */
  static int surplus(long word) {
    long later = word & ~(word << 1) & HIGH;
    long four = word & word << 1 & word << 2 & word << 3 & ~(word << 4) & HIGH;
    return Long.bitCount(later) - Long.bitCount(four);
  }

  /** Returns how many bytes are no UTF-16 code unit of their own. */
  static int surplus(byte[] bytes, int from, int to) {
    int surplus = 0;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      surplus += surplus(word(bytes, i));
    }
    for (; i < to; i++) {
      surplus += (bytes[i] & 0xC0) == 0x80 ? 1 : (bytes[i] & 0xF8) == 0xF0 ? -1 : 0;
    }
    return surplus;
  }

  /** Returns where the first quote or backslash is; {@code to} when there is none. */
  static int stop(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      while (i + Long.BYTES <= to) {
        long marks = marks(word(bytes, i));
        if (marks != 0) {
          i += Long.numberOfTrailingZeros(marks) >> 3;
          break;
        }
        i += Long.BYTES;
      }
      if (i < to && (bytes[i] == '"' || bytes[i] == '\\')) {
        return i;
      }
      i++;
    }
    return to;
  }
}
