package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits CSV bytes into rows and cells (RFC 4180, with CR, LF or CRLF between rows, any one-byte
 * delimiter, and line breaks in quoted cells). The bytes are UTF-8 or any encoding in which ASCII
 * bytes mean ASCII; nothing is decoded here. One row is in memory, in {@link #bytes()}.
 *
 * <p>What RFC 4180 does not allow is flagged, not refused: text behind a closing quote makes the
 * cell {@link #MISPLACED_QUOTE} and keeps it as it stands, up to the next delimiter or line break;
 * a quote that is never closed makes the row {@link #isUnclosed()} and takes the rest. A quote
 * inside an unquoted cell is text.
 */
final class CsvScanner implements TableRows {
  /** The cell is in quotes, which are not part of its range. */
  static final int QUOTED = 1;

  /** The cell holds doubled quotes. */
  static final int DOUBLED_QUOTES = 2;

  /** There is text behind the closing quote; the range holds the quotes. */
  static final int MISPLACED_QUOTE = 4;

  /** Bytes of a row from which on the buffer is filled whole. */
  private static final int LONG_ROW = 1 << 16;

  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private final int maxRow;
  private byte delimiter = ',';
  private byte[] buffer = new byte[BUFFER];
  private int limit;
  private boolean atEnd;

  /** How many bytes are no longer in the buffer. */
  private long gone;

  private int rowStart;
  private int rowEnd;
  private int next;
  private long line = 1;
  private long nextLine = 1;
  private int cells;
  private boolean unclosed;
  private boolean tooLong;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private byte[] flags = new byte[64];

  /** While a row is scanned: its line breaks so far. */
  private int breaks;

  /**
   * @param in the bytes; not closed here
   * @param maxRow the greatest number of bytes of a row
   */
  CsvScanner(InputStream in, int maxRow) {
    this.in = in;
    this.maxRow = maxRow;
  }

  void delimiter(char ascii) {
    delimiter = (byte) ascii;
  }

  char delimiter() {
    return (char) delimiter;
  }

  /** Returns which byte of the whole stream, from 0, stands at a place in {@link #bytes()}. */
  long offset(int place) {
    return gone + place;
  }

  /** Returns the first physical line, from 1, that no part of the current row is on. */
  long lineBehind() {
    return next > rowEnd ? nextLine : nextLine + 1;
  }

  /** Returns up to so many bytes from the place where the next row begins, without moving. */
  byte[] peek(int count) throws IOException {
    while (limit - next < count && !atEnd) {
      fill(next);
    }
    return Arrays.copyOfRange(buffer, next, Math.min(limit, next + count));
  }

  /** Returns all bytes that have been read from the place where the next row begins. */
  byte[] buffered() {
    return Arrays.copyOfRange(buffer, next, limit);
  }

  /** Passes over bytes that are no part of a row, such as a byte order mark. */
  void skip(int count) {
    next += count;
  }

  /** Passes over physical lines, whatever is in them, as far as there are any. */
  void skipLines(int count) throws IOException {
    for (int i = 0; i < count && skipLine(); i++) {
      nextLine++;
    }
  }

  private boolean skipLine() throws IOException {
    int b = nextByte();
    while (b >= 0 && b != '\n' && b != '\r') {
      b = nextByte();
    }
    if (b == '\r' && peek(1).length > 0 && buffer[next] == '\n') {
      next++;
    }
    return b >= 0;
  }

  private int nextByte() throws IOException {
    while (next == limit && !atEnd) {
      fill(next);
    }
    return next == limit ? -1 : buffer[next++] & 0xFF;
  }

  @Override
  public boolean nextRow() throws IOException {
    if (unclosed || tooLong) {
      return false;
    }
    rowStart = next;
    line = nextLine;
    while (!scanRow()) {
      if (limit - rowStart >= maxRow) {
        tooLong = true;
        rowEnd = limit;
        return true;
      }
      fill(rowStart);
      next = rowStart;
    }
    nextLine = line + breaks;
    return cells > 0;
  }

  @Override
  public byte[] bytes() {
    return buffer;
  }

  @Override
  public int cells() {
    return cells;
  }

  @Override
  public int from(int cell) {
    return from[cell];
  }

  @Override
  public int to(int cell) {
    return to[cell];
  }

  @Override
  public int flags(int cell) {
    return flags[cell];
  }

  int rowStart() {
    return rowStart;
  }

  /** Returns where the row ends, before its line break. */
  int rowEnd() {
    return rowEnd;
  }

  /** Returns the physical line on which the row begins, from 1. */
  long line() {
    return line;
  }

  @Override
  public boolean isUnclosed() {
    return unclosed;
  }

  @Override
  public boolean isTooLong() {
    return tooLong;
  }

  @Override
  public RowOrigin origin(CsvColumns columns) {
    return new CsvOrigin(columns, RowBlock.current(this), 0);
  }

  /**
   * Copies the current row and its cells, as they then lie there.
   *
   * @param at where in the bytes the row is to begin
   * @param cell where in the arrays its first cell is to be
   */
  void copy(byte[] bytes, int at, int[] from, int[] to, byte[] flags, int cell) {
    System.arraycopy(buffer, rowStart, bytes, at, rowEnd - rowStart);
    int moved = at - rowStart;
    for (int i = 0; i < cells; i++) {
      from[cell + i] = this.from[i] + moved;
      to[cell + i] = this.to[i] + moved;
    }
    System.arraycopy(this.flags, 0, flags, cell, cells);
  }

  /** Reads more bytes behind those kept, which begin at {@code keep}. */
  private void fill(int keep) throws IOException {
    int kept = limit - keep;
    if (keep > 0) {
      System.arraycopy(buffer, keep, buffer, 0, kept);
      rowStart -= keep;
      next -= keep;
      limit = kept;
      gone += keep;
    } else if (kept == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    // A long row is scanned again from its beginning, so little by little would be quadratic.
    boolean isLong = limit >= LONG_ROW;
    int room = buffer.length - limit;
    int read = isLong ? in.readNBytes(buffer, limit, room) : in.read(buffer, limit, room);
    if (read < 0 || (isLong && read < room)) {
      atEnd = true;
    }
    limit += Math.max(read, 0);
  }

  /** Scans the row that begins at {@code rowStart}; false when more bytes are needed. */
  private boolean scanRow() {
    cells = 0;
    breaks = 0;
    int p = rowStart;
    if (p == limit) {
      return atEnd;
    }
    byte[] b = buffer;
    while (true) {
      if (cells == from.length) {
        growCells();
      }
      p = p < limit && b[p] == '"' ? quoted(p) : unquoted(p);
      if (p < 0) {
        return false;
      }
      if (p < limit && b[p] == delimiter) {
        p++;
        continue;
      }
      rowEnd = p;
      if (p < limit) {
        if (b[p] == '\r') {
          if (p + 1 == limit && !atEnd) {
            return false;
          }
          if (p + 1 < limit && b[p + 1] == '\n') {
            p++;
          }
        }
        p++;
        breaks++;
      }
      next = p;
      return true;
    }
  }

  /** Scans an unquoted cell; returns the place behind it, or −1 when more bytes are needed. */
  private int unquoted(int start) {
    byte[] b = buffer;
    byte d = delimiter;
    int end = limit;
    int p = start;
    while (p < end) {
      byte c = b[p];
      if (c == d || c == '\n' || c == '\r') {
        break;
      }
      p++;
    }
    if (p == end && !atEnd) {
      return -1;
    }
    cell(start, p, 0);
    return p;
  }

  /** Scans a cell that begins with a quote; returns the place behind it, or −1. */
  private int quoted(int start) {
    byte[] b = buffer;
    int end = limit;
    int found = QUOTED;
    int lines = 0;
    int p = start + 1;
    while (p < end) {
      byte c = b[p];
      if (c == '"') {
        if (p + 1 == end && !atEnd) {
          return -1;
        }
        if (p + 1 < end && b[p + 1] == '"') {
          found |= DOUBLED_QUOTES;
          p += 2;
          continue;
        }
        breaks += lines;
        return closed(start, p, found);
      }
      if (c == '\n' || c == '\r' && !(p + 1 < end && b[p + 1] == '\n')) {
        lines++;
      }
      p++;
    }
    if (!atEnd) {
      return -1;
    }
    unclosed = true;
    cell(start + 1, end, found);
    return end;
  }

  private int closed(int start, int quote, int found) {
    byte[] b = buffer;
    int p = quote + 1;
    if (p == limit || b[p] == delimiter || b[p] == '\n' || b[p] == '\r') {
      cell(start + 1, quote, found);
      return p;
    }
    while (p < limit && b[p] != delimiter && b[p] != '\n' && b[p] != '\r') {
      p++;
    }
    if (p == limit && !atEnd) {
      return -1;
    }
    cell(start, p, MISPLACED_QUOTE);
    return p;
  }

  private void cell(int start, int end, int found) {
    from[cells] = start;
    to[cells] = end;
    flags[cells++] = (byte) found;
  }

  private void growCells() {
    from = Arrays.copyOf(from, cells * 2);
    to = Arrays.copyOf(to, cells * 2);
    flags = Arrays.copyOf(flags, cells * 2);
  }
}
