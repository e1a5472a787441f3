package org.collporterre.export;

import org.collporterre.model.Entry;

/**
 * An encoder that knows how much it holds.
 *
 * @param <E> the record type
 */
interface RecordEncoder<E extends Entry> extends Encoder<E> {
  /** Returns the number of bytes encoded since the last batch. */
  int size();
}
