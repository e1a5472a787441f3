package org.collporterre.imports;

import java.util.Optional;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.model.Entry;
import org.collporterre.update.Provenance;
import org.collporterre.vocabulary.Vocabularies;

/**
 * The records of a whole dataset, and what is said of it.
 *
 * @param <E> the record type; {@code Entry} for all
 */
public interface DatasetReader<E extends Entry> extends EntryReader<E> {
  /** Returns what the manifest says; empty when there is none, or none that can be read. */
  Optional<DatasetDescriptor> descriptor();

  /** Returns from which source each field comes, as far as the dataset says. */
  Provenance provenance();

  /** Returns the vocabularies in force: those given to the importer and what the dataset adds. */
  Vocabularies vocabularies();
}
