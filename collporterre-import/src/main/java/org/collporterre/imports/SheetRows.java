package org.collporterre.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.PartialDate;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as a table of texts. Blank rows before the header and behind the last row are not there;
 * a run of them in between is one blank row.
 */
final class SheetRows implements TableRows {
  /** Columns of codes that begin with zeros, and how many digits they have. */
  private static final Map<String, Integer> DIGITS =
      Map.of("code_postal", 5, "code_insee", 5, "siret", 14);

  /** Columns of codes whose zeros, at their start or end, cannot be put back by counting. */
  private static final Set<String> CODES = Set.of("id", "version", "telephone");

  private final SheetCursor sheet;
  private final String name;
  private final String file;
  private final Findings findings;
  private final int skipped;
  private @Nullable CsvColumns columns;
  private @Nullable SheetOrigin origin;
  private @Nullable FileRefused refused;
  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[16];
  private int cells;
  private int blankRow;
  private int row;
  private boolean pending;
  private boolean tooLong;
  private boolean hiddenSaid;
  private long total;

  /**
   * @param skipped how many rows of the sheet do not count
   */
  SheetRows(SheetCursor sheet, Workbook.Sheet of, int skipped, String file, Findings findings) {
    this.sheet = sheet;
    this.skipped = skipped;
    this.name = of.name();
    this.file = file;
    this.findings = findings;
    if (of.hidden()) {
      row = 1;
      hidden(place(), name);
      row = 0;
    }
  }

  /** Tells which columns the rows from now on have, so that typed cells can be judged by them. */
  void judgeBy(@Nullable CsvColumns header) {
    columns = header;
  }

  @Override
  public @Nullable FileRefused refused() {
    return refused;
  }

  @Override
  public boolean nextRow() throws IOException {
    origin = null;
    if (!pending && !advance()) {
      return false;
    }
    pending = !pending && blankRow > 0;
    row = pending ? blankRow : sheet.row();
    fill(pending ? List.of() : sheet.cells());
    if (!pending && sheet.isHidden()) {
      hidden(place(), Integer.toString(row));
    }
    return true;
  }

  /** Moves to the next row that holds anything, and remembers the first blank one before it. */
  private boolean advance() throws IOException {
    int before = row;
    if (total > 2 * BoundedZip.MAX_BYTES) {
      // One text of the file can be in any number of its cells.
      refused = FileRefused.unsafe(name);
      return false;
    }
    try {
      while (sheet.next()) {
        if (sheet.row() > skipped && sheet.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
          blankRow = before > 0 && sheet.row() > before + 1 ? before + 1 : 0;
          return true;
        }
      }
    } catch (FileRefused e) {
      refused = e;
    }
    return false;
  }

  private void fill(List<SheetCell> from) {
    int width = width(from);
    cells = 0;
    tooLong = false;
    List<String> texts = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      texts.add(i < from.size() ? from.get(i).text() : "");
    }
    CsvColumns header = columns;
    SheetOrigin place =
        new SheetOrigin(header == null ? CsvColumns.none(file) : header, name, row, texts);
    origin = place;
    for (int i = 0; i < width && !tooLong; i++) {
      SheetCell cell = i < from.size() ? from.get(i) : SheetCell.EMPTY;
      if (header != null && cell.kind() != SheetCell.Kind.TEXT) {
        judge(cell, i, header, place);
      }
      add(cell.kind() == SheetCell.Kind.ERROR ? "" : cell.text());
    }
  }

  /** A row ends with its last content, but not before the header does. */
  private int width(List<SheetCell> from) {
    int width = from.size();
    while (width > 0 && from.get(width - 1).isEmpty()) {
      width--;
    }
    return columns == null ? width : Math.max(width, columns.size());
  }

  private void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int from = from(cells);
    total += utf8.length + 1L;
    if (utf8.length > CsvImporter.MAX_ROW - from) {
      tooLong = true;
      return;
    }
    if (from + utf8.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(from + utf8.length, 2 * bytes.length));
    }
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    System.arraycopy(utf8, 0, bytes, from, utf8.length);
    ends[cells++] = from + utf8.length;
  }

  private void judge(SheetCell cell, int at, CsvColumns header, SheetOrigin place) {
    if (at >= header.size()) {
      return;
    }
    Field field = header.get(at).field();
    String text = cell.text();
    switch (cell.kind()) {
      case ERROR -> finding("cell-error", place, at, text, null, null);
      case NUMBER -> {
        if (field != null) {
          judgeNumber(text, field, at, place);
        }
      }
      case DATE -> {
        if (field != null && !isDayOf(field, text)) {
          finding("cell-typed-date", place, at, text, null, null);
        }
      }
      default -> {}
    }
  }

  private void judgeNumber(String text, Field field, int at, SheetOrigin place) {
    Integer digits = DIGITS.get(field.key());
    if (digits != null && text.length() < digits && isFrench(field, place)) {
      String padded = "0".repeat(digits - text.length()) + text;
      finding("number-in-text-column", place, at, text, padded, Fix.unsafe(field.key(), padded));
    } else if (CODES.contains(field.key())) {
      finding("number-in-text-column", place, at, text, null, null);
    }
  }

  /** Postcodes of other countries have other lengths. */
  private static boolean isFrench(Field field, SheetOrigin place) {
    String country = place.text("code_pays");
    return !field.key().equals("code_postal")
        || country == null
        || country.isEmpty()
        || country.equalsIgnoreCase("FR");
  }

  /** Spreadsheets make the first of the month of a month, and days of what was none. */
  private static boolean isDayOf(Field field, String text) {
    return field.type().kind() == ValueType.Kind.DATE
        || field.valueClass() == PartialDate.class && !text.endsWith("-01");
  }

  private void finding(
      String code,
      SheetOrigin place,
      int at,
      String value,
      @Nullable String expected,
      @Nullable Fix fix) {
    if (findings.isError(code)) {
      place.error();
    }
    CsvColumn column = place.columns().get(at);
    Field field = column.field();
    String key = field == null ? column.header() : field.key();
    findings.report(code, place.cell(at), place.text("id"), key, value, expected, fix);
  }

  private void hidden(Location place, String what) {
    if (!hiddenSaid) {
      hiddenSaid = true;
      findings.report("hidden-content-read", place, null, null, what, null, null);
    }
  }

  private Location place() {
    return new SheetOrigin(CsvColumns.none(file), name, row, List.of()).record();
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int cells() {
    return cells;
  }

  @Override
  public int from(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  @Override
  public int to(int cell) {
    return ends[cell];
  }

  @Override
  public int flags(int cell) {
    return 0;
  }

  @Override
  public boolean isUnclosed() {
    return false;
  }

  @Override
  public boolean isTooLong() {
    return tooLong;
  }

  @Override
  public RowOrigin origin(CsvColumns header) {
    SheetOrigin known = origin;
    return known != null && known.columns() == header
        ? known
        : new SheetOrigin(header, name, row, List.of());
  }
}
