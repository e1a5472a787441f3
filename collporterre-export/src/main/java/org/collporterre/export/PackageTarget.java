package org.collporterre.export;

import java.io.Closeable;
import java.io.IOException;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.Fingerprint;

/**
 * Where the tables of a dataset end up: a folder, an archive, a workbook. Tables come in their
 * final order, then the manifest, then the commit. Used by one thread.
 */
interface PackageTarget extends Closeable {
  /** Tells whether a text can stand in one cell; what cannot is lost, and the writer says so. */
  default boolean holds(String text) {
    return true;
  }

  /**
   * Makes sure that a table can be written, before any is.
   *
   * @throws IOException when it is larger than the target allows
   */
  default void requireRoom(StagedTable table) throws IOException {}

  /** Writes a table, and adds its rows to the fingerprint. */
  void table(StagedTable table, Fingerprint fingerprint) throws IOException;

  /** Writes the manifest, for what can hold one. */
  void manifest(DatasetDescriptor descriptor, byte[] json) throws IOException;

  /**
   * Makes everything appear.
   *
   * @throws IOException when that fails
   */
  void commit() throws IOException;

  /** Releases everything; without {@link #commit} also removes what was written. */
  @Override
  void close() throws IOException;
}
