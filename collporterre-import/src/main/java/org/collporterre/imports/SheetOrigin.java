package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/** Where a row of a spreadsheet comes from. */
final class SheetOrigin extends RowOrigin {
  private final String sheet;
  private final int row;
  private final List<String> texts;

  SheetOrigin(CsvColumns columns, String sheet, int row, List<String> texts) {
    super(columns);
    this.sheet = sheet;
    this.row = row;
    this.texts = texts;
  }

  @Override
  public Location record() {
    return cell(0);
  }

  @Override
  public @Nullable String text(String key) {
    int cell = columns().placeOf(key);
    return cell < 0 || cell >= texts.size() ? null : texts.get(cell).strip();
  }

  @Override
  Location cell(int cell) {
    String pointer = sheet + "!" + SheetCell.letters(cell) + row;
    return new Location(columns().file(), row, cell + 1, pointer);
  }

  @Override
  int checksum() {
    CRC32C checksum = new CRC32C();
    for (String text : texts) {
      checksum.update(text.getBytes(StandardCharsets.UTF_8));
      checksum.update(0);
    }
    return (int) checksum.getValue();
  }
}
