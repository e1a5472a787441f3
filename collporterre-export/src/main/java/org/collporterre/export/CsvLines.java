package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.collporterre.schema.SpreadsheetText;
import org.collporterre.schema.TableTexts;

/**
 * Writes rows as CSV (RFC 4180): UTF-8, comma, LF, quotes only where needed. Or as spreadsheet
 * programs open it best: with a byte order mark, semicolons, CRLF, and nothing in a cell that they
 * would execute.
 */
final class CsvLines {
  private static final int FLUSH = 1 << 16;
  private static final char MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final boolean excel;
  private final StringBuilder rows = new StringBuilder(FLUSH + 4096);
  private boolean atRowStart = true;

  CsvLines(boolean excel) {
    this.excel = excel;
  }

  /** Begins a file: spreadsheet programs want a byte order mark. */
  void mark() {
    if (excel) {
      rows.append(MARK);
    }
  }

  /** Adds a cell to the current row. */
  void cell(String value) {
    String whole = writable(value);
    // A reader drops the blanks before it looks for the apostrophe.
    String text = excel ? SpreadsheetText.protect(TableTexts.trim(whole)) : whole;
    if (!atRowStart) {
      rows.append(excel ? ';' : ',');
    }
    atRowStart = false;
    if (needsQuotes(text)) {
      rows.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      rows.append(text);
    }
  }

  /** Returns a text as a file in UTF-8 can hold it: a single NUL would make it one of no text. */
  static String writable(String text) {
    return CellRehearsal.isWritable(text) ? text : replaced(text);
  }

  private static String replaced(String text) {
    return text.codePoints()
        .map(
            c ->
                c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    ? REPLACEMENT
                    : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == ';' && excel || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Ends the current row. */
  void endRow() {
    rows.append(excel ? "\r\n" : "\n");
    atRowStart = true;
  }

  /** Returns about how many bytes there are. */
  int size() {
    return rows.length();
  }

  /** Returns the bytes, and begins anew. */
  byte[] take() {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    return bytes;
  }

  /** Hands on what there is when it is much. */
  void drain(OutputStream out) throws IOException {
    if (rows.length() >= FLUSH) {
      out.write(take());
    }
  }
}
