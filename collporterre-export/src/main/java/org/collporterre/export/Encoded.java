package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Records as the bytes of a format, with what the format could not hold of them. Made by an {@link
 * Encoder}; written at most once, and not changed before. May pass from one thread to another.
 */
public final class Encoded {
  private final RecordFormat<?> format;
  private final int records;
  private final byte[] bytes;
  private final Losses losses;
  private final Box box;

  /**
   * @param format what the bytes are of
   * @param records how many were added
   * @param bytes not changed by others any more
   * @param box around the positions that were written
   */
  Encoded(RecordFormat<?> format, int records, byte[] bytes, Losses losses, Box box) {
    this.format = format;
    this.records = records;
    this.bytes = bytes;
    this.losses = losses;
    this.box = box;
  }

  /** Returns how many records were added, those that the format leaves out included. */
  public int records() {
    return records;
  }

  /** Returns the number of bytes. */
  public int size() {
    return bytes.length;
  }

  boolean isOf(RecordFormat<?> other) {
    return format.equals(other);
  }

  Losses losses() {
    return losses;
  }

  Box box() {
    return box;
  }

  /** Writes the bytes, without so many at the beginning. */
  void writeTo(OutputStream out, int without) throws IOException {
    out.write(bytes, without, bytes.length - without);
  }
}
