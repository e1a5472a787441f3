package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rows as CSV (RFC 4180): UTF-8, comma, LF, quotes only where needed. */
final class CsvLines {
  private static final int FLUSH = 1 << 16;

  private final OutputStream out;
  private final StringBuilder rows = new StringBuilder(FLUSH + 4096);
  private boolean atRowStart = true;

  CsvLines(OutputStream out) {
    this.out = out;
  }

  /** Adds a cell to the current row. */
  void cell(String text) {
    if (!atRowStart) {
      rows.append(',');
    }
    atRowStart = false;
    if (needsQuotes(text)) {
      rows.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      rows.append(text);
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Ends the current row. */
  void endRow() throws IOException {
    rows.append('\n');
    atRowStart = true;
    if (rows.length() >= FLUSH) {
      flush();
    }
  }

  /** Hands on everything to the stream. */
  void flush() throws IOException {
    out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    rows.setLength(0);
  }
}
