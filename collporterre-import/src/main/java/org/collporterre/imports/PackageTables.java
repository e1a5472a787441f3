package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a dataset, wherever they are: files of a folder or an archive, sheets of a
 * workbook. A table is known by its name without an ending, {@code initiatives}. Used by one
 * thread; {@link #close} releases everything, also what is still open.
 */
interface PackageTables extends Closeable {
  /** Returns the names of all tables there are, also unknown ones, in a fixed order. */
  Set<String> names();

  /** Returns what findings call the dataset as a whole. */
  String name();

  /** Returns what findings call a table. */
  String file(String table);

  /**
   * Opens a table and reads its header.
   *
   * @throws IllegalArgumentException when there is no such table
   */
  OpenTable open(String table, TableShape shape, ImportSettings settings, FindingSink sink)
      throws IOException;

  /** Returns what findings call the manifest. */
  default String manifestFile() {
    return name() + "/" + DatasetDescriptor.FILE;
  }

  /** Tells whether it is worth saying that there is no manifest. */
  default boolean expectsManifest() {
    return true;
  }

  /** Opens the manifest, or returns null when there is none. The caller closes it. */
  @Nullable InputStream manifest() throws IOException;

  /**
   * A table whose header has been read.
   *
   * @param head its header and rows
   * @param source what to close when it has been read
   */
  record OpenTable(CsvHead head, Closeable source) implements Closeable {
    @Override
    public void close() throws IOException {
      source.close();
    }

    /** Opens a table that is CSV; a failure closes the stream. */
    static OpenTable csv(
        InputStream in, String file, TableShape shape, ImportSettings settings, FindingSink sink)
        throws IOException {
      boolean opened = false;
      try {
        CsvHead head = CsvHead.read(in, file, shape, settings, sink);
        opened = true;
        return new OpenTable(head, in);
      } finally {
        if (!opened) {
          in.close();
        }
      }
    }
  }
}
