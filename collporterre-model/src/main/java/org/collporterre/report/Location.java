package org.collporterre.report;

/**
 * A place in a file.
 *
 * @param file the file as the caller named it; empty when there is none
 * @param line the physical line, from 1, where the cell or value begins; lines end with LF, CRLF or
 *     CR. In a spreadsheet the row
 * @param column the position in that line, from 1, in UTF-16 code units, as editors and SARIF
 *     count. In a spreadsheet the column
 * @param pointer in JSON the value's JSON Pointer (RFC 6901), in a spreadsheet the cell ({@code
 *     Feuil1!C12}); empty elsewhere, and for a JSON file as a whole
 */
public record Location(String file, int line, int column, String pointer)
    implements Comparable<Location> {
  /** Makes a place in a file that has lines and columns only. */
  public Location(String file, int line, int column) {
    this(file, line, column, "");
  }

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
