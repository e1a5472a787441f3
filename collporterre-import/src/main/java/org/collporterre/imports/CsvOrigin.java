package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where a row comes from. It knows the row's bytes, so that places and texts are worked out only
 * for what is wrong with it.
 */
final class CsvOrigin extends RowOrigin {
  private final RowBlock block;
  private final int row;

  CsvOrigin(CsvColumns columns, RowBlock block, int row) {
    super(columns);
    this.block = block;
    this.row = row;
  }

  @Override
  public Location record() {
    return new Location(columns().file(), block.line(row), 1);
  }

  @Override
  public @Nullable String text(String key) {
    int cell = columns().placeOf(key);
    int cells = block.cells(row);
    if (cell < 0 || cell >= cells) {
      return null;
    }
    int start = block.start(row, cell);
    int end = cell + 1 < cells ? block.start(row, cell + 1) - 1 : block.end(row);
    String text = new String(block.bytes(), start, end - start, StandardCharsets.UTF_8);
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return (quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text).strip();
  }

  @Override
  Location cell(int cell) {
    byte[] bytes = block.bytes();
    int limit = block.end(row);
    int end = cell < block.cells(row) ? block.start(row, cell) : limit;
    int line = block.line(row);
    int column = 1;
    for (int i = block.begin(row); i < end; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r' && !(i + 1 < limit && bytes[i + 1] == '\n')) {
        line++;
        column = 1;
      } else if ((b & 0xC0) != 0x80) {
        // A character of four bytes is two UTF-16 units.
        column += (b & 0xF8) == 0xF0 ? 2 : 1;
      }
    }
    return new Location(columns().file(), line, column);
  }

  @Override
  int checksum() {
    CRC32C checksum = new CRC32C();
    int begin = block.begin(row);
    checksum.update(block.bytes(), begin, block.end(row) - begin);
    return (int) checksum.getValue();
  }
}
