package org.collporterre.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many short texts, packed as UTF-8 into large arrays: a text costs its length and two bytes. What
 * is longer than those can say is cut. Used by one thread.
 */
public final class Texts {
  private static final int CHUNK_BITS = 18;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** Where there are few texts, as in a part of many records, no large array is made. */
  private static final int FIRST = 1 << 10;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK;

  /** Adds a text and returns its place. */
  public long add(String text) {
    byte[] bytes = NumberedTexts.bytes(text);
    int end = used + bytes.length + 2;
    if (end > CHUNK) {
      chunks.add(new byte[chunks.isEmpty() ? FIRST : CHUNK]);
      used = 0;
      end = bytes.length + 2;
    }
    int chunk = chunks.size() - 1;
    byte[] target = chunks.get(chunk);
    if (end > target.length) {
      target = Arrays.copyOf(target, Math.min(CHUNK, Math.max(end, target.length * 4)));
      chunks.set(chunk, target);
    }
    long place = (long) chunk << 32 | used;
    target[used] = (byte) bytes.length;
    target[used + 1] = (byte) (bytes.length >>> 8);
    System.arraycopy(bytes, 0, target, used + 2, bytes.length);
    used += bytes.length + 2;
    return place;
  }

  /** Returns the text at a place. */
  public String get(long place) {
    return new Cursor().at(place).toString();
  }

  /** Looks at texts where they lie; characters outside ASCII are not put together. */
  public final class Cursor implements CharSequence {
    private byte[] chunk = {};
    private int from;
    private int length;

    /** Makes one that looks at nothing yet. */
    public Cursor() {}

    /** Turns to the text at a place. */
    public Cursor at(long place) {
      chunk = chunks.get((int) (place >>> 32));
      from = (int) place + 2;
      length = chunk[from - 2] & 0xFF | (chunk[from - 1] & 0xFF) << 8;
      return this;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return (char) (chunk[from + index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return toString().substring(start, end);
    }

    @Override
    public String toString() {
      return new String(chunk, from, length, StandardCharsets.UTF_8);
    }
  }
}
