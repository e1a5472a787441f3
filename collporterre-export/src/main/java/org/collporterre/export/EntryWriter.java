package org.collporterre.export;

import java.io.IOException;
import org.collporterre.model.Entry;

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
   * Finishes the file, moves it into place and reports what was lost.
   *
   * @throws IOException when that fails; the file that was there before is then untouched
   */
  void commit() throws IOException;

  /** Releases everything; without {@link #commit} also removes what was written. */
  @Override
  void close() throws IOException;
}
