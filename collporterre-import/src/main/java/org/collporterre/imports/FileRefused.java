package org.collporterre.imports;

import java.io.IOException;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/** A file that is not read, or not read further: what a finding says about it. */
final class FileRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final @Nullable String value;
  private final @Nullable String expected;

  FileRefused(String code, @Nullable String value, @Nullable String expected) {
    super(code + (value == null ? "" : ": " + value));
    this.code = code;
    this.value = value;
    this.expected = expected;
  }

  /** Returns an archive refused for what it holds. */
  static FileRefused unsafe(String what) {
    return new FileRefused("archive-unsafe", what, null);
  }

  /** Returns a file that is cut off or damaged. */
  static FileRefused damaged(@Nullable String where) {
    return new FileRefused("file-damaged", where, null);
  }

  /** Returns the code of the rule. */
  String code() {
    return code;
  }

  @Nullable String value() {
    return value;
  }

  @Nullable String expected() {
    return expected;
  }

  /** Reports what is wrong with a file. */
  void report(Findings findings, String file) {
    findings.report(code, Location.startOf(file), null, null, value, expected, null);
  }
}
