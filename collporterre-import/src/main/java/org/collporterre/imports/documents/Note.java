package org.collporterre.imports.documents;

import org.jspecify.annotations.Nullable;

/** A finding in the making: of which document and record it is, is added later. */
record Note(
    String code, @Nullable String field, @Nullable String value, @Nullable String expected) {
  /** Returns the note that a field was filled in by a guess. */
  static Note guess(String field, String value) {
    return new Note("draft-guess", field, value, null);
  }
}
