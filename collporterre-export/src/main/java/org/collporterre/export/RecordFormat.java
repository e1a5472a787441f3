package org.collporterre.export;

import org.collporterre.model.Entry;

/**
 * A format whose files are a beginning, records one after the other, and an end. Immutable and
 * thread-safe.
 *
 * @param <E> the record type
 */
interface RecordFormat<E extends Entry> {
  /** Returns a new encoder of records for a batch. */
  RecordEncoder<E> encoder();

  /** Returns what stands before the records. */
  byte[] beginning();

  /** Returns how many bytes each record begins with that part it from the one before. */
  int separator();

  /**
   * Returns what stands behind the records.
   *
   * @param empty whether there are none
   * @param box around all positions
   */
  byte[] end(boolean empty, Box box);
}
