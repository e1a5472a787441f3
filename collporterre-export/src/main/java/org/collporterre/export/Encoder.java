package org.collporterre.export;

import org.collporterre.model.Entry;

/**
 * Turns records into the bytes of a format, apart from any file, so that several threads can do it
 * at once. Used by one thread at a time; {@link EntryWriter#encoder} gives each its own.
 *
 * @param <E> the record type
 */
public interface Encoder<E extends Entry> {
  /** Adds a record. Where that throws, the encoder is of no more use. */
  void add(E entry);

  /**
   * Returns what was added since this was last asked for, for {@link EntryWriter#write(Encoded)}.
   */
  Encoded batch();
}
