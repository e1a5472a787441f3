package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.collporterre.schema.SpreadsheetText;
import org.collporterre.schema.TableTexts;

/**
 * Writes rows as CSV (RFC 4180): UTF-8, comma, LF, quotes only where needed. Or as spreadsheet
 * programs open it best: with a byte order mark, semicolons, CRLF, and nothing in a cell that they
 * would execute.
 */
final class CsvLines {
  private static final int FLUSH = 1 << 16;
  private static final String MARK = "\uFEFF";
  private static final char REPLACEMENT = '\uFFFD';

  /** For each ASCII character: whether a cell with it stands in quotes. */
  private static final boolean[] SPECIAL = special(false);

  private static final boolean[] SPECIAL_IN_EXCEL = special(true);

  private final boolean excel;
  private final boolean[] special;
  private byte[] buffer = new byte[FLUSH + 8192];
  private char[] chars = new char[1024];
  private int size;
  private boolean atRowStart = true;
  private boolean odd;

  CsvLines(boolean excel) {
    this.excel = excel;
    this.special = excel ? SPECIAL_IN_EXCEL : SPECIAL;
  }

  private static boolean[] special(boolean excel) {
    boolean[] special = new boolean[128];
    special[','] = true;
    special['"'] = true;
    special['\n'] = true;
    special['\r'] = true;
    special[';'] = excel;
    // No quotes for it, but a text file cannot hold it.
    special[0] = true;
    return special;
  }

  /** Begins a file: spreadsheet programs want a byte order mark. */
  void mark() {
    if (excel) {
      size += Utf8.put(MARK, 0, buffer, size);
    }
  }

  /** Adds a cell to the current row. */
  void cell(String value) {
    // A reader drops the blanks before it looks for the apostrophe.
    String text = excel ? SpreadsheetText.protect(TableTexts.trim(writable(value))) : value;
    int length = text.length();
    // The separator, two quotes, and every unit as three bytes or as a quote twice.
    ensure(length * 3 + 3);
    if (!atRowStart) {
      buffer[size++] = (byte) (excel ? ';' : ',');
    }
    atRowStart = false;
    if (chars.length < length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    text.getChars(0, length, chars, 0);
    put(text, length, false);
  }

  /** Tells whether all characters of the last cell are simple and written as they are. */
  boolean isSimple() {
    return !odd;
  }

  private void put(String text, int length, boolean quoted) {
    char[] units = chars;
    byte[] bytes = buffer;
    int at = size;
    int seen = 0;
    for (int i = 0; i < length; i++) {
      char c = units[i];
      if (c < 0x80) {
        if (special[c]) {
          if (!quoted) {
            quote(text, length);
            return;
          }
          if (c == '"') {
            bytes[at++] = '"';
          }
        }
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        seen |= c;
        bytes[at++] = (byte) (0xC0 | c >> 6);
        bytes[at++] = (byte) (0x80 | c & 0x3F);
      } else {
        seen |= Utf8.isSimple(c) ? 0 : c;
        int more = Utf8.put(text, i, bytes, at);
        at += more;
        i += more == Utf8.LONGEST ? 1 : 0;
      }
    }
    odd = seen >= 0x300;
    size = at;
  }

  /** Begins a cell again, which turned out to have special characters. */
  private void quote(String text, int length) {
    if (text.indexOf(0) >= 0) {
      String whole = replaced(text);
      whole.getChars(0, length, chars, 0);
      put(whole, length, false);
      odd = true;
    } else {
      buffer[size++] = '"';
      put(text, length, true);
      buffer[size++] = '"';
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

  /** Ends the current row. */
  void endRow() {
    ensure(2);
    if (excel) {
      buffer[size++] = '\r';
    }
    buffer[size++] = '\n';
    atRowStart = true;
  }

  private void ensure(int more) {
    if (more > buffer.length - size) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }

  /** Returns the number of bytes. */
  int size() {
    return size;
  }

  /** Returns the bytes, and begins anew. */
  byte[] take() {
    byte[] bytes = Arrays.copyOf(buffer, size);
    size = 0;
    return bytes;
  }

  /** Hands on what there is when it is much. */
  void drain(OutputStream out) throws IOException {
    if (size >= FLUSH) {
      out.write(buffer, 0, size);
      size = 0;
    }
  }
}
