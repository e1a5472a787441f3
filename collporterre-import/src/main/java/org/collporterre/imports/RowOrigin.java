package org.collporterre.imports;

import org.collporterre.report.Located;
import org.collporterre.report.Location;

/** Where a row of a table comes from. */
abstract class RowOrigin implements Located.Origin {
  private final CsvColumns columns;
  private boolean errors;

  RowOrigin(CsvColumns columns) {
    this.columns = columns;
  }

  final CsvColumns columns() {
    return columns;
  }

  final void error() {
    errors = true;
  }

  @Override
  public final boolean hasErrors() {
    return errors;
  }

  @Override
  public final boolean hasColumn(String key) {
    return columns.has(key);
  }

  @Override
  public final Location field(String key) {
    int cell = columns.placeOf(key);
    return cell < 0 ? record() : cell(cell);
  }

  /** Returns where a cell begins; of a cell the row does not have, where the row ends. */
  abstract Location cell(int cell);

  /** Returns a number that depends on all that is in the row and on nothing else. */
  abstract int checksum();
}
