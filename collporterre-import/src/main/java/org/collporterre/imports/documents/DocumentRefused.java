package org.collporterre.imports.documents;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A document that gives no draft: what a finding says about it. */
final class DocumentRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final @Nullable String value;
  private final @Nullable String expected;

  DocumentRefused(String code, @Nullable String value, @Nullable String expected) {
    super(code);
    this.code = code;
    this.value = value;
    this.expected = expected;
  }

  /** Returns a document refused because it is none we read. */
  static DocumentRefused unsupported(String what) {
    return new DocumentRefused("format-unsupported", what, DocumentKind.NAMES);
  }

  /** Returns a document that is cut off or damaged. */
  static DocumentRefused damaged() {
    return new DocumentRefused("file-damaged", null, null);
  }

  /** Returns a document that asks for a password. */
  static DocumentRefused encrypted(DocumentKind kind) {
    return new DocumentRefused("file-encrypted", kind.name(), null);
  }

  Note note() {
    return new Note(code, null, value, expected);
  }
}
