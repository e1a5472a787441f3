package org.collporterre.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, one after the other: the header row is a row like the others. One row is in
 * memory, as UTF-8 bytes.
 */
interface TableRows {
  /** Moves to the next row; false when there is none. */
  boolean nextRow() throws IOException;

  /** Returns the bytes in which the ranges of the current row lie; valid until the next row. */
  byte[] bytes();

  /** Returns the number of cells of the current row. */
  int cells();

  /** Returns where the content of a cell begins. */
  int from(int cell);

  /** Returns where the content of a cell ends. */
  int to(int cell);

  /** Returns what is to be said of a cell: flags of {@link CsvScanner}; 0 for a plain one. */
  int flags(int cell);

  /** Tells whether the last cell of the row begins with a quote that is never closed. */
  boolean isUnclosed();

  /** Tells whether the row was given up because it is longer than allowed. */
  boolean isTooLong();

  /** Returns why the rows end before the table does, or null when they do not. */
  default @Nullable FileRefused refused() {
    return null;
  }

  /** Returns where the current row comes from; stays true when the rows move on. */
  RowOrigin origin(CsvColumns columns);
}
