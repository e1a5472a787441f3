package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A workbook of several sheets, which are read one after the other. */
interface Workbook extends Closeable {
  /** The greatest number of rows of a sheet; those beyond are not read. */
  int MAX_ROWS = 1 << 20;

  /** The greatest number of columns of a sheet; those beyond are not read. */
  int MAX_COLUMNS = 1 << 14;

  /** The greatest number of sheets; a workbook of more is refused. */
  int MAX_SHEETS = 1000;

  /**
   * A sheet.
   *
   * @param name its name
   * @param hidden whether people do not see it
   */
  record Sheet(String name, boolean hidden) {}

  /** Returns the sheets in their order. */
  List<Sheet> sheets();

  /** Opens the rows of a sheet, by its place from 0. */
  SheetCursor open(int sheet) throws IOException;

  /** Tells whether any cell of a sheet holds anything. */
  default boolean hasContent(int sheet) throws IOException {
    try (SheetCursor cursor = open(sheet)) {
      while (cursor.next()) {
        if (cursor.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
          return true;
        }
      }
      return false;
    }
  }
}
