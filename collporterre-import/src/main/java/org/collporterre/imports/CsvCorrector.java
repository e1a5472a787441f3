package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.imports.Corrections.Reason;
import org.collporterre.schema.Field;
import org.collporterre.schema.SpreadsheetText;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/**
 * Makes corrections in a CSV file: the bytes of the cells concerned change, all others stay. A cell
 * in quotes stays in quotes; one without gets them when its new text needs them. One row is in
 * memory.
 */
final class CsvCorrector {
  private final Corrections.Log log;
  private final CsvScanner rows;
  private final CsvHead head;
  private final CsvColumns columns;
  private final SourceText text;
  private final Map<String, List<Integer>> cellsByKey = new LinkedHashMap<>();
  private final Map<Integer, CellEdit> edits = new TreeMap<>();
  private final List<Correction> made = new ArrayList<>();

  private CsvCorrector(CsvHead head, CsvColumns columns, SourceText text, Corrections.Log log) {
    this.head = head;
    this.columns = columns;
    this.rows = (CsvScanner) head.rows();
    this.text = text;
    this.log = log;
  }

  /**
   * Copies a file with corrections made; the log tells which.
   *
   * @param bytes the file
   * @param name what findings call it
   * @param corrections what to do, in the order of their places
   */
  static void correct(
      SourceText.Bytes bytes,
      String name,
      TableShape shape,
      ImportSettings settings,
      List<Correction> corrections,
      OutputStream out,
      Corrections.Log log)
      throws IOException {
    try (InputStream in = bytes.open()) {
      CsvHead head = CsvHead.read(in, name, shape, settings, finding -> {});
      CsvColumns columns = head.columns();
      try (SourceText text = SourceText.open(bytes, head.encoding(), out)) {
        if (columns == null || !text.isEditable()) {
          log.left(corrections, columns == null ? Reason.NOT_FOUND : Reason.ENCODING);
        } else {
          new CsvCorrector(head, columns, text, log)
              .correct(corrections, settings.dialect().hasHeader());
        }
        text.finish();
      }
    }
  }

  private void correct(List<Correction> corrections, boolean hasHeader) throws IOException {
    int next = 0;
    boolean header = hasHeader;
    while (next < corrections.size() && (header || rows.nextRow())) {
      int first = next;
      while (next < corrections.size() && corrections.get(next).line() < rows.lineBehind()) {
        next++;
      }
      if (first < next) {
        row(corrections.subList(first, next), header);
      }
      header = false;
    }
    log.left(corrections.subList(next, corrections.size()), Reason.NOT_FOUND);
  }

  /** Makes the corrections of the current row, the safe ones first. */
  private void row(List<Correction> here, boolean header) throws IOException {
    edits.clear();
    made.clear();
    for (boolean safe : new boolean[] {true, false}) {
      for (Correction one : here) {
        if (one.safe() != safe) {
          continue;
        }
        if (one.line() >= rows.line() && one.isOfName() == header) {
          take(one, header);
        } else {
          log.left(one, Reason.NOT_FOUND, "");
        }
      }
    }
    write();
  }

  /** Takes a correction into account, all of its cells or none. */
  private void take(Correction one, boolean header) {
    Map<Integer, String> wanted = wanted(one, header);
    if (wanted.isEmpty()) {
      return;
    }
    boolean idle = true;
    List<String> found = new ArrayList<>();
    for (Map.Entry<Integer, String> cell : wanted.entrySet()) {
      CellEdit edit = edit(cell.getKey(), one);
      found.add(edit.found());
      idle &= edit.isIdle(cell.getValue());
      if (edit.with(cell.getValue()) == null) {
        log.later();
        return;
      } else if (!text.canHold(cell.getValue())) {
        log.left(one, Reason.CHARACTERS, one.cells().get(0).key());
        return;
      }
    }
    if (wanted.size() > 1 && !one.exchanges(found)) {
      log.left(one, Reason.OTHER_FORM, one.cells().get(0).key());
    } else if (idle) {
      log.left(one, Reason.NO_EFFECT, one.cells().get(0).key());
    } else {
      wanted.forEach((cell, text) -> edits.computeIfAbsent(cell, at -> edit(at, one)).make(text));
      made.add(one);
    }
  }

  /** Returns the texts by the cells they are for; nothing when the log has been told why. */
  private Map<Integer, String> wanted(Correction one, boolean header) {
    Map<Integer, String> wanted = new LinkedHashMap<>();
    for (Correction.Cell cell : one.cells()) {
      Integer at = header ? header(one, cell) : cell(one, cell);
      if (at == null) {
        return Map.of();
      }
      String text = columns.get(at).use() == CsvColumn.Use.PAIR ? pair(one, at) : cell.text();
      if (text == null) {
        log.left(one, Reason.SHARED, cell.key());
        return Map.of();
      }
      wanted.put(at, text);
    }
    return wanted;
  }

  private @Nullable Integer header(Correction one, Correction.Cell cell) {
    int found = -1;
    for (int i = 0; i < Math.min(columns.size(), rows.cells()); i++) {
      CsvColumn column = columns.get(i);
      boolean named = column.use() != CsvColumn.Use.DROPPED && column.header().equals(cell.key());
      found = found < 0 && named ? i : found;
      if (column.header().equals(cell.text())) {
        log.left(one, Reason.NAME_TAKEN, cell.key());
        return null;
      }
    }
    boolean kept = head.settings().mapping().isPreset();
    if (found < 0 || kept) {
      log.left(one, kept ? Reason.NAME : Reason.NOT_FOUND, cell.key());
      return null;
    }
    return found;
  }

  private @Nullable Integer cell(Correction one, Correction.Cell cell) {
    List<Integer> cells = cellsByKey.computeIfAbsent(cell.key(), this::cells);
    int found = cells.size() == 1 ? cells.get(0) : -1;
    for (int i = 0; i < cells.size() && found < 0; i++) {
      RowOrigin origin = rows.origin(columns);
      var place = origin.cell(cells.get(i));
      boolean here = place.line() == one.line() && place.column() == one.column();
      found = here ? cells.get(i) : found;
    }
    if (found < 0) {
      boolean made = cells.isEmpty() && columns.cellOf(cell.key()) >= 0;
      log.left(
          one,
          made ? Reason.MADE : cells.isEmpty() ? Reason.NO_COLUMN : Reason.NOT_FOUND,
          cell.key());
      return null;
    } else if (found >= rows.cells()) {
      log.left(one, Reason.NO_CELL, cell.key());
      return null;
    }
    return found;
  }

  /** Returns the columns that a key can mean: those of the field, or under that header. */
  private List<Integer> cells(String key) {
    List<Integer> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (isFor(columns.get(i), key)) {
        cells.add(i);
      }
    }
    return cells;
  }

  private static boolean isFor(CsvColumn column, String key) {
    return switch (column.use()) {
      case FIELD -> isKey(column.field(), key);
      case PAIR -> isKey(column.field(), key) || isKey(column.second(), key);
      case TRANSLATION, LINK, EXTENSION -> column.header().equals(key);
      case SOURCE, UNNAMED, DROPPED -> false;
    };
  }

  private static boolean isKey(@Nullable Field field, String key) {
    return field != null && field.key().equals(key);
  }

  /** Returns the text of two fields in one cell, or null when not both are known. */
  private @Nullable String pair(Correction one, int cell) {
    CsvColumn column = columns.get(cell);
    String first = null;
    String second = null;
    for (Correction.Cell part : one.cells()) {
      first = isKey(column.field(), part.key()) ? part.text() : first;
      second = isKey(column.second(), part.key()) ? part.text() : second;
    }
    return first == null || second == null ? null : first + ", " + second;
  }

  private CellEdit edit(int cell, Correction one) {
    CellEdit known = edits.get(cell);
    if (known != null) {
      return known;
    }
    int from = from(cell);
    int to = to(cell, from);
    boolean hasBlanks = to - from < rows.to(cell) - rows.from(cell);
    Field field = columns.get(cell).field();
    boolean list = !one.isOfName() && field != null && field.isList();
    return new CellEdit(found(cell, from, to), hasBlanks, list);
  }

  private String found(int cell, int from, int to) {
    String found = new String(rows.bytes(), from, to - from, StandardCharsets.UTF_8);
    boolean doubled = (rows.flags(cell) & CsvScanner.DOUBLED_QUOTES) != 0;
    String plain = doubled ? found.replace("\"\"", "\"") : found;
    return head.isForSpreadsheets() ? SpreadsheetText.restore(plain) : plain;
  }

  /** Returns where the text of a cell begins, behind blanks. */
  private int from(int cell) {
    int from = rows.from(cell);
    while (from < rows.to(cell) && TableTexts.isBlank(rows.bytes()[from])) {
      from++;
    }
    return from;
  }

  private int to(int cell, int from) {
    int to = rows.to(cell);
    while (to > from && TableTexts.isBlank(rows.bytes()[to - 1])) {
      to--;
    }
    return to;
  }

  private void write() throws IOException {
    long[] places = new long[2 * edits.size()];
    int i = 0;
    boolean known = true;
    for (int cell : edits.keySet()) {
      places[i] = text.at(rows.offset(rows.from(cell)));
      places[i + 1] = text.at(rows.offset(rows.to(cell)));
      known &= places[i] >= 0 && places[i + 1] >= 0;
      i += 2;
    }
    if (!known) {
      log.left(made, Reason.ENCODING);
      return;
    }
    i = 0;
    for (Map.Entry<Integer, CellEdit> edit : edits.entrySet()) {
      text.replace(places[i], places[i + 1], content(edit.getKey(), edit.getValue()));
      i += 2;
    }
    made.forEach(one -> log.applied(one, text.charset()));
  }

  /** Returns what stands in the cell now, within its quotes if it has any. */
  private String content(int cell, CellEdit edit) {
    int from = from(cell);
    int to = to(cell, from);
    String plain = head.isForSpreadsheets() ? SpreadsheetText.protect(edit.text()) : edit.text();
    String quoted = plain.replace("\"", "\"\"");
    boolean inQuotes = (rows.flags(cell) & CsvScanner.QUOTED) != 0;
    boolean needsQuotes = !inQuotes && needsQuotes(plain, !edit.text().equals(edit.found()));
    String written = inQuotes || needsQuotes ? quoted : plain;
    String whole =
        edit.isTrimmed()
            ? written
            : ascii(rows.from(cell), from) + written + ascii(to, rows.to(cell));
    return needsQuotes ? '"' + whole + '"' : whole;
  }

  private String ascii(int from, int to) {
    return new String(rows.bytes(), from, to - from, StandardCharsets.US_ASCII);
  }

  /** A quote inside a text that was there before without quotes does no harm. */
  private boolean needsQuotes(String plain, boolean changed) {
    return plain.startsWith("\"")
        || changed && plain.indexOf('"') >= 0
        || plain.indexOf(rows.delimiter()) >= 0
        || plain.indexOf('\n') >= 0
        || plain.indexOf('\r') >= 0;
  }
}
