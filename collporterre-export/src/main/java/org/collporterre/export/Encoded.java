package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.collporterre.model.Entry;

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
  private final int cells;
  private final List<? extends Entry> later;

  /**
   * @param format what the bytes are of
   * @param records how many were added
   * @param bytes not changed by others any more
   * @param box around the positions that were written
   */
  Encoded(RecordFormat<?> format, int records, byte[] bytes, Losses losses, Box box) {
    this(format, records, bytes, losses, box, 0, List.of());
  }

  /**
   * @param cells how many cells each row has for extensions
   * @param later records behind the others that are still to be encoded, in file order; not changed
   *     by others any more
   */
  Encoded(
      RecordFormat<?> format,
      int records,
      byte[] bytes,
      Losses losses,
      int cells,
      List<? extends Entry> later) {
    this(format, records, bytes, losses, new Box(), cells, later);
  }

  private Encoded(
      RecordFormat<?> format,
      int records,
      byte[] bytes,
      Losses losses,
      Box box,
      int cells,
      List<? extends Entry> later) {
    this.format = format;
    this.records = records;
    this.bytes = bytes;
    this.losses = losses;
    this.box = box;
    this.cells = cells;
    this.later = later;
  }

  /** Returns how many records were added, those that the format leaves out included. */
  public int records() {
    return records;
  }

  /** Returns the number of bytes there are by now. */
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

  int cells() {
    return cells;
  }

  List<? extends Entry> later() {
    return later;
  }

  /** Writes the bytes, without so many at the beginning. */
  void writeTo(OutputStream out, int without) throws IOException {
    out.write(bytes, without, bytes.length - without);
  }
}
