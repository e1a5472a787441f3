package org.collporterre.export;

import org.collporterre.model.Entry;
import org.collporterre.update.Provenance;

/**
 * Writes the records of a whole dataset, and what is said of it.
 *
 * @param <E> the record type; {@code Entry} for all
 */
public interface DatasetWriter<E extends Entry> extends EntryWriter<E> {
  /** Has the dataset say that a record is deleted; twice is as good as once. */
  void delete(Class<? extends Entry> type, String id);

  /** Has the dataset say from which source each field comes; a later call replaces an earlier. */
  void provenance(Provenance known);
}
