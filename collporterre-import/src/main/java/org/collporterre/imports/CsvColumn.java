package org.collporterre.imports;

import org.collporterre.schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the cells under one header.
 *
 * @param header the header as written, without blanks around
 * @param use what the cells are
 * @param field the field they are for, or null
 * @param second of a pair in one cell, the second field, or null
 * @param language of a translation, its language, or null
 */
record CsvColumn(
    String header,
    Use use,
    @Nullable Field field,
    @Nullable Field second,
    @Nullable String language) {
  /** What a column is. */
  enum Use {
    /** A field of the format. */
    FIELD,
    /** What fields are made from, and no field by itself. */
    SOURCE,
    /** Two numbers for two fields, {@code 48.39, -4.48}. */
    PAIR,
    /** A field's text in another language, {@code titre@en}. */
    TRANSLATION,
    /** In a table that belongs to others, what says to which record a row belongs. */
    LINK,
    /** A column the format does not know, kept as an extension. */
    EXTENSION,
    /** A column without a header; an extension as soon as it holds anything. */
    UNNAMED,
    /** Dropped: it may hold secrets. */
    DROPPED
  }

  static CsvColumn of(String header, Use use) {
    return new CsvColumn(header, use, null, null, null);
  }

  static CsvColumn of(String header, Field field) {
    return new CsvColumn(header, Use.FIELD, field, null, null);
  }
}
