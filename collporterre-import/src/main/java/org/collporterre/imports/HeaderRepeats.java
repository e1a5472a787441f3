package org.collporterre.imports;

import java.util.Arrays;

/** Recognizes rows that are the header again, as when files were put one behind the other. */
final class HeaderRepeats {
  private final byte[][] names;
  private boolean doubled;

  /**
   * @param header the header row, current
   * @param doubled whether the first row is known to be a header too
   */
  HeaderRepeats(TableRows header, boolean doubled) {
    this.doubled = doubled;
    this.names = new byte[header.cells()][];
    Arrays.setAll(names, i -> Arrays.copyOfRange(header.bytes(), header.from(i), header.to(i)));
  }

  private HeaderRepeats() {
    this.names = new byte[0][];
  }

  /** Returns one that recognizes nothing. */
  static HeaderRepeats none() {
    return new HeaderRepeats();
  }

  /** Tells whether the next row is a header for certain. */
  boolean isCertain() {
    return doubled;
  }

  /** Tells whether the current row, which holds something, is the header again. */
  boolean isRepeat(TableRows row) {
    boolean first = doubled;
    doubled = false;
    // A single word may be a header and a title.
    if (first || names.length < 2 || row.cells() != names.length) {
      return first;
    }
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i];
      if (row.to(i) - row.from(i) != name.length
          || !Arrays.equals(row.bytes(), row.from(i), row.to(i), name, 0, name.length)) {
        return false;
      }
    }
    return true;
  }
}
