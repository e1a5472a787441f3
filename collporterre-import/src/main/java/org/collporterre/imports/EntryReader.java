package org.collporterre.imports;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file, read as they are asked for, once. What is wrong with the file goes to
 * the sink given when it was opened; a record comes out for every row that holds anything, however
 * faulty. Used by one thread.
 *
 * @param <E> the record type
 */
public interface EntryReader<E extends Entry> extends Iterable<Located<E>>, AutoCloseable {
  /**
   * Returns the records.
   *
   * @throws IllegalStateException when called twice; a file is read once
   * @throws java.io.UncheckedIOException from the iterator when the file cannot be read further
   */
  @Override
  Iterator<Located<E>> iterator();

  /**
   * Returns the records in blocks that several threads may read, or check when only one can read
   * them, instead of the iterator; null when there are no blocks.
   *
   * @param size about how many bytes a block has
   * @throws IllegalStateException when the file has been read
   */
  default @Nullable EntryBlocks<E> blocks(int size) {
    return null;
  }

  /**
   * Returns the names of the columns the format does not know, in file order. Their cells are in
   * the records' extensions.
   */
  List<String> extensions();

  /**
   * Returns the identifiers of the records that the rows read so far say are deleted, by type: rows
   * of which only the identifier and the status {@code archive} are filled in.
   */
  default Map<Class<? extends Entry>, List<String>> deleted() {
    return Map.of();
  }

  /**
   * Tells whether reading stopped before the end because the rest makes no sense: not text, not
   * UTF-8, no header, an unclosed quote. A finding says so. Do not publish what was read.
   */
  boolean stopped();

  @Override
  void close() throws IOException;
}
