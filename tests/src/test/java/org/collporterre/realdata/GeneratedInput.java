package org.collporterre.realdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Objects;

/**
 * A beginning and then one text over and over, as long as a large file and never in memory; knows
 * how much more memory was in use half way than before.
 */
final class GeneratedInput extends InputStream {
  private final byte[] head;
  private final byte[] text;
  private final long length;
  private final long usedBefore = used();
  private long at;
  private long keptHalfWay = -1;

  private GeneratedInput(byte[] head, byte[] text, long length) {
    this.head = head;
    this.text = text;
    this.length = length;
  }

  static GeneratedInput of(String head, String text, long length) {
    return new GeneratedInput(head.getBytes(UTF_8), text.getBytes(UTF_8), length);
  }

  /** Returns how many bytes more were in use half way; -1 when reading did not come so far. */
  long keptHalfWay() {
    return keptHalfWay;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int count) {
    Objects.checkFromIndexSize(from, count, bytes.length);
    if (at >= length) {
      return -1;
    }
    if (keptHalfWay < 0 && at > length / 2) {
      keptHalfWay = Math.max(0, used() - usedBefore);
    }
    byte[] source = at < head.length ? head : text;
    int start = at < head.length ? (int) at : (int) ((at - head.length) % text.length);
    int read = (int) Math.min(Math.min(count, source.length - start), length - at);
    System.arraycopy(source, start, bytes, from, read);
    at += read;
    return read;
  }
}
