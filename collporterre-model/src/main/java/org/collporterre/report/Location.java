package org.collporterre.report;

/**
 * A place in a file.
 *
 * @param file the file as the caller named it; empty when there is none
 * @param line the physical line, from 1, where the cell or value begins; lines end with LF, CRLF or
 *     CR
 * @param column the position in that line, from 1, in UTF-16 code units, as editors and SARIF count
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
  /** Returns the beginning of a file, for what concerns it as a whole. */
  public static Location startOf(String file) {
    return new Location(file, 1, 1);
  }

  /** Orders by line, then by column; files compare equal. */
  @Override
  public int compareTo(Location other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** Returns {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
