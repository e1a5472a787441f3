package org.collporterre.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Knows how many cells the rows of a table lack at their ends, and copies the table with as many
 * empty ones. Used by one thread.
 */
final class RowPadding {
  private static final int BUFFER = 1 << 16;

  /**
   * Rows one after the other that have the same number of cells.
   *
   * @param bytes how long they are
   */
  private record Run(long bytes, int cells) {}

  private final boolean excel;
  private final List<Run> runs = new ArrayList<>();
  private long before;

  /**
   * @param excel whether the rows are for spreadsheet programs, see {@link CsvLines}
   */
  RowPadding(boolean excel) {
    this.excel = excel;
  }

  /** Takes note of what stands before the first row. */
  void skip(long bytes) {
    before = bytes;
  }

  /** Takes note of further rows. */
  void add(long bytes, int cells) {
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).cells == cells) {
      runs.set(last, new Run(runs.get(last).bytes + bytes, cells));
    } else if (bytes > 0) {
      runs.add(new Run(bytes, cells));
    }
  }

  /** Tells whether all rows have so many cells. */
  boolean isNothing(int cells) {
    return runs.stream().allMatch(run -> run.cells == cells);
  }

  /**
   * Copies all rows, so that each has so many cells.
   *
   * @param in what the rows were written to, from its beginning
   */
  void copy(InputStream in, OutputStream out, int cells) throws IOException {
    in.skipNBytes(before);
    byte[] buffer = new byte[BUFFER];
    for (Run run : runs) {
      byte[] missing = new byte[cells - run.cells];
      Arrays.fill(missing, (byte) (excel ? ';' : ','));
      boolean quoted = false;
      for (long left = run.bytes; left > 0; ) {
        int count = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (count < 0) {
          throw new EOFException();
        }
        quoted = copy(buffer, count, missing, quoted, out);
        left -= count;
      }
    }
  }

  /** Copies a part of some rows; tells whether it ends within quotes. */
  private boolean copy(byte[] buffer, int count, byte[] missing, boolean quoted, OutputStream out)
      throws IOException {
    if (missing.length == 0) {
      out.write(buffer, 0, count);
      return false;
    }
    byte end = (byte) (excel ? '\r' : '\n');
    boolean inside = quoted;
    int from = 0;
    for (int i = 0; i < count; i++) {
      if (buffer[i] == '"') {
        inside = !inside;
      } else if (buffer[i] == end && !inside) {
        out.write(buffer, from, i - from);
        out.write(missing);
        from = i;
      }
    }
    out.write(buffer, from, count - from);
    return inside;
  }
}
