package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where a row comes from. It keeps a copy of the row's bytes, so that places and texts are worked
 * out only for what is wrong with it.
 */
final class CsvOrigin extends RowOrigin {
  private final long line;
  private final byte[] row;
  private final int[] starts;

  CsvOrigin(CsvColumns columns, CsvScanner scanner) {
    super(columns);
    this.line = scanner.line();
    int from = scanner.rowStart();
    this.row = Arrays.copyOfRange(scanner.bytes(), from, scanner.rowEnd());
    this.starts = new int[scanner.cells()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = scanner.cellStart(i) - from;
    }
  }

  @Override
  public Location record() {
    return new Location(columns().file(), (int) line, 1);
  }

  @Override
  public @Nullable String text(String key) {
    int cell = columns().placeOf(key);
    if (cell < 0 || cell >= starts.length) {
      return null;
    }
    int end = cell + 1 < starts.length ? starts[cell + 1] - 1 : row.length;
    String text = new String(row, starts[cell], end - starts[cell], StandardCharsets.UTF_8);
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return (quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text).strip();
  }

  @Override
  Location cell(int cell) {
    int end = cell < starts.length ? starts[cell] : row.length;
    int atLine = (int) line;
    int column = 1;
    for (int i = 0; i < end; i++) {
      byte b = row[i];
      if (b == '\n' || b == '\r' && !(i + 1 < row.length && row[i + 1] == '\n')) {
        atLine++;
        column = 1;
      } else if ((b & 0xC0) != 0x80) {
        // A character of four bytes is two UTF-16 units.
        column += (b & 0xF8) == 0xF0 ? 2 : 1;
      }
    }
    return new Location(columns().file(), atLine, column);
  }

  @Override
  int checksum() {
    CRC32C checksum = new CRC32C();
    checksum.update(row);
    return (int) checksum.getValue();
  }
}
