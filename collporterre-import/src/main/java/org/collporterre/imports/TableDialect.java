package org.collporterre.imports;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written, as far as the caller says it; the rest is found out.
 *
 * @param charset the encoding of the text, or null
 * @param delimiter what parts the cells of a row, one ASCII character, or null
 * @param skippedLines how many physical lines come before the header, or before the first row; null
 *     when not said
 * @param hasHeader whether there is a header; without one, columns are called {@code colonne_1} and
 *     so on
 */
record TableDialect(
    @Nullable Charset charset,
    @Nullable Character delimiter,
    @Nullable Integer skippedLines,
    boolean hasHeader) {
  static final TableDialect UNSAID = new TableDialect(null, null, null, true);

  /** Returns this with what it does not say as another says it. */
  TableDialect or(TableDialect other) {
    return new TableDialect(
        charset == null ? other.charset : charset,
        delimiter == null ? other.delimiter : delimiter,
        skippedLines == null ? other.skippedLines : skippedLines,
        hasHeader && other.hasHeader);
  }

  TableDialect with(Charset other) {
    return new TableDialect(other, delimiter, skippedLines, hasHeader);
  }

  TableDialect with(char other) {
    return new TableDialect(charset, other, skippedLines, hasHeader);
  }

  TableDialect withSkippedLines(int lines) {
    return new TableDialect(charset, delimiter, lines, hasHeader);
  }

  TableDialect withoutHeader() {
    return new TableDialect(charset, delimiter, skippedLines, false);
  }
}
