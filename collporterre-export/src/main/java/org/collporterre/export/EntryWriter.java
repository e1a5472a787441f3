package org.collporterre.export;

import java.io.IOException;
import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to one file. The file appears, whole, with {@link #commit}; closing without it
 * leaves what was there before. Used by one thread.
 *
 * @param <E> the record type
 */
public interface EntryWriter<E extends Entry> extends AutoCloseable {
  /**
   * Writes a record. What the format cannot hold is counted and reported by {@link #commit}.
   *
   * @throws IOException when the disk is full, for instance
   */
  void write(E entry) throws IOException;

  /**
   * Returns a new encoder of records for this file, for a thread that encodes beside the one that
   * writes; null when the format cannot encode a record without the others.
   */
  default @Nullable Encoder<E> encoder() {
    return null;
  }

  /**
   * Writes the records of a batch, as {@link #write(Entry)} would one after the other.
   *
   * @throws IOException when the disk is full, for instance
   * @throws IllegalArgumentException when it is of another format, or encoded with other options
   */
  default void write(Encoded batch) throws IOException {
    throw new IllegalArgumentException("encoded for another format");
  }

  /**
   * Finishes the file, moves it into place and reports what was lost.
   *
   * @throws IOException when that fails; the file that was there before is then untouched
   */
  void commit() throws IOException;

  /** Releases everything; without {@link #commit} also removes what was written. */
  @Override
  void close() throws IOException;
}
