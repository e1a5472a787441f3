package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of a sheet, one after the other; rows without any cell may be left out. */
interface SheetCursor extends Closeable {
  /**
   * Moves to the next row; false when there is none.
   *
   * @throws FileRefused when the rest of the sheet cannot be read
   */
  boolean next() throws IOException;

  /** Returns the number of the row, from 1. */
  int row();

  /** Tells whether people do not see the row. */
  boolean isHidden();

  /** Returns the cells of the row from the first column on; valid until the next row. */
  List<SheetCell> cells();
}
