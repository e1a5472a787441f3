package org.collporterre.update;

/** What a file says of a record by not giving a value. */
public enum Coverage {
  /** It could hold everything: what has no value has none. Packages, native JSON. */
  WHOLE,
  /**
   * It is one table: nothing of fields it has no column for, of columns the format does not know
   * and of translations, and no more of child tables than the compact column says. CSV, one sheet.
   */
  COLUMNS,
  /** Nothing: only the values it holds count. GeoJSON, JSON-LD. */
  VALUES
}
