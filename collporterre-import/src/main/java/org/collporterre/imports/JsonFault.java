package org.collporterre.imports;

import org.jspecify.annotations.Nullable;

/** Why a JSON text cannot be read any further, and where. */
final class JsonFault extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int line;
  private final int column;
  private final @Nullable String value;
  private final @Nullable String expected;

  /**
   * @param code the rule's code
   * @param line the line, from 1
   * @param column the position in the line, from 1, in UTF-16 code units
   * @param value what was found; null for the end of the text
   * @param expected what would have been right
   */
  JsonFault(String code, int line, int column, @Nullable String value, @Nullable String expected) {
    super(code, null, false, false);
    this.code = code;
    this.line = line;
    this.column = column;
    this.value = value;
    this.expected = expected;
  }

  String code() {
    return code;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  @Nullable String value() {
    return value;
  }

  @Nullable String expected() {
    return expected;
  }
}
