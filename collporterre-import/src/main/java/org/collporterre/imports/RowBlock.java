package org.collporterre.imports;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive rows of a table, copied from where they were scanned. The cursor is used by one
 * thread at a time; places in the rows stay what they are.
 */
final class RowBlock implements TableRows, EntryBlocks.Block {
  private byte[] bytes;
  private int size;
  private int rows;

  /** Per row: its physical line, where it begins and ends, where its cells begin. */
  private int[] lines;

  private int[] begins;
  private int[] ends;
  private int[] firsts;

  /** Per cell: where its content begins and ends, and flags of {@link CsvScanner}. */
  private int[] from;

  private int[] to;
  private byte[] flags;

  /** Whether the last row is one that ends the reading. */
  private boolean unclosed;

  private boolean tooLong;

  private int row = -1;
  private int first;

  private RowBlock(int bytes, int rows, int cells) {
    this.bytes = new byte[bytes];
    this.lines = new int[rows];
    this.begins = new int[rows];
    this.ends = new int[rows];
    this.firsts = new int[rows + 1];
    this.from = new int[cells];
    this.to = new int[cells];
    this.flags = new byte[cells];
  }

  /**
   * Returns the rows from the next one on, until they have so many bytes; null when none is left.
   */
  static @Nullable RowBlock next(CsvScanner scanner, int size) throws IOException {
    if (!scanner.nextRow()) {
      return null;
    }
    int guess = size / Math.max(1, scanner.rowEnd() - scanner.rowStart()) + 2;
    guess = Math.min(guess, size / 64 + 2);
    RowBlock block = new RowBlock(size + size / 8, guess, guess * scanner.cells());
    do {
      block.add(scanner);
    } while (block.size < size && scanner.nextRow());
    return block;
  }

  /** Returns the current row of a scanner. */
  static RowBlock current(CsvScanner scanner) {
    RowBlock block = new RowBlock(scanner.rowEnd() - scanner.rowStart(), 1, scanner.cells());
    block.add(scanner);
    return block;
  }

  private void add(CsvScanner scanner) {
    int length = scanner.rowEnd() - scanner.rowStart();
    int cells = scanner.cells();
    int cell = firsts[rows];
    reserve(length, cell + cells);
    scanner.copy(bytes, size, from, to, flags, cell);
    lines[rows] = (int) scanner.line();
    begins[rows] = size;
    size += length;
    ends[rows] = size;
    firsts[++rows] = cell + cells;
    unclosed = scanner.isUnclosed();
    tooLong = scanner.isTooLong();
  }

  private void reserve(int more, int cells) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, larger(size + more));
    }
    if (cells > from.length) {
      int larger = larger(cells);
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      flags = Arrays.copyOf(flags, larger);
    }
    if (rows == lines.length) {
      int larger = larger(rows + 1);
      lines = Arrays.copyOf(lines, larger);
      begins = Arrays.copyOf(begins, larger);
      ends = Arrays.copyOf(ends, larger);
      firsts = Arrays.copyOf(firsts, larger + 1);
    }
  }

  private static int larger(int needed) {
    return needed + (needed >> 2);
  }

  /** Goes back to before the first row. */
  void rewind() {
    row = -1;
  }

  @Override
  public boolean nextRow() {
    if (row + 1 >= rows) {
      return false;
    }
    first = firsts[++row];
    return true;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int cells() {
    return firsts[row + 1] - first;
  }

  @Override
  public int from(int cell) {
    return from[first + cell];
  }

  @Override
  public int to(int cell) {
    return to[first + cell];
  }

  @Override
  public int flags(int cell) {
    return flags[first + cell];
  }

  @Override
  public boolean isUnclosed() {
    return unclosed && row == rows - 1;
  }

  @Override
  public boolean isTooLong() {
    return tooLong && row == rows - 1;
  }

  @Override
  public RowOrigin origin(CsvColumns columns) {
    return new CsvOrigin(columns, this, row);
  }

  /** Returns the physical line on which a row begins, from 1. */
  int line(int row) {
    return lines[row];
  }

  /** Returns how many cells a row has. */
  int cells(int row) {
    return firsts[row + 1] - firsts[row];
  }

  /** Returns where a row begins. */
  int begin(int row) {
    return begins[row];
  }

  /** Returns where a row ends, before its line break. */
  int end(int row) {
    return ends[row];
  }

  /** Returns where a cell of a row begins, with its quote. */
  int start(int row, int cell) {
    int at = firsts[row] + cell;
    return (flags[at] & CsvScanner.QUOTED) != 0 ? from[at] - 1 : from[at];
  }
}
