package org.collporterre.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the records of a table: the rows below a header, as {@link CsvHead} opened it. */
final class CsvReader<E extends Entry> implements EntryReader<E> {
  static final int MAX_CELL = 1 << 20;
  private static final char REPLACEMENT = '\uFFFD';
  private static final String TITLE = "titre";
  private static final String LOCALITY = "commune";
  private static final String ID = "id";

  private final Closeable in;
  private final Schema<E> schema;
  private final Findings findings;
  private final TableRows rows;
  private final @Nullable CsvColumns columns;
  private final CellReader cells;
  private final CellCache[] caches;
  private final int[] order;
  private final @Nullable IdMaker ids;
  private final Field id;
  private final int title;
  private final int locality;
  private final @Nullable Object[] values;

  private boolean iterated;
  private boolean stopped;
  private @Nullable Located<E> next;
  private Map<String, String> extensions = Map.of();
  private @Nullable RowOrigin origin;
  private int cell;
  private @Nullable String rowId;

  CsvReader(
      Closeable in, Schema<E> schema, ImportSettings settings, CsvHead head, FindingSink sink) {
    this.in = in;
    this.schema = schema;
    this.findings = new Findings(sink, settings.profile(), schema.name());
    this.rows = head.rows();
    this.columns = head.columns();
    this.stopped = columns == null;
    this.id = schema.requireField(ID);
    this.title = schema.requireField(TITLE).index();
    this.locality = indexOf(schema, LOCALITY);
    this.cells = new CellReader(settings.vocabularies(), this::cellFinding, id);
    this.caches = new CellCache[columns == null ? 0 : columns.size()];
    Arrays.setAll(caches, i -> new CellCache());
    this.ids = settings.generatesIds() ? new IdMaker() : null;
    this.values = new @Nullable Object[schema.fields().size()];
    this.order = columns == null ? new int[0] : columns.readingOrder();
  }

  private static int indexOf(Schema<?> schema, String key) {
    Field field = schema.field(key);
    return field == null ? -1 : field.index();
  }

  @Override
  public Iterator<Located<E>> iterator() {
    if (iterated) {
      throw new IllegalStateException("a file is read once");
    }
    iterated = true;
    return new Rows();
  }

  @Override
  public List<String> extensions() {
    return columns == null ? List.of() : columns.extensionNames();
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void close() throws IOException {
    stopped |= next != null;
    in.close();
  }

  private final class Rows implements Iterator<Located<E>> {
    @Override
    public boolean hasNext() {
      if (next == null && !stopped && columns != null) {
        try {
          next = read(columns);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return next != null;
    }

    @Override
    public Located<E> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Located<E> row = Objects.requireNonNull(next);
      next = null;
      return row;
    }
  }

  private @Nullable Located<E> read(CsvColumns header) throws IOException {
    while (!stopped && rows.nextRow()) {
      RowOrigin place = rows.origin(header);
      origin = place;
      rowId = null;
      if (rows.isTooLong()) {
        stopped = true;
        rowFinding(
            "row-too-long", place.record(), null, null, (CsvImporter.MAX_ROW >> 20) + " MiB");
      } else if (rows.isUnclosed()) {
        stopped = true;
        int last = rows.cells() - 1;
        rowFinding("quote-unclosed", place.cell(last), headerOf(last), null, "\"");
      } else if (isBlank()) {
        rowFinding("blank-row", place.record(), null, null, null);
      } else {
        return record(header, place);
      }
    }
    FileRefused refused = rows.refused();
    if (refused != null && !stopped) {
      stopped = true;
      rowFinding(
          refused.code(), rows.origin(header).record(), null, refused.value(), refused.expected());
    }
    return null;
  }

  /** A row is blank when no cell holds more than blanks; the delimiters of a spreadsheet remain. */
  private boolean isBlank() {
    for (int i = 0; i < rows.cells(); i++) {
      byte[] bytes = rows.bytes();
      for (int p = rows.from(i); p < rows.to(i); p++) {
        if (bytes[p] != ' ' && bytes[p] != '\t') {
          return false;
        }
      }
    }
    return true;
  }

  private @Nullable Located<E> record(CsvColumns header, RowOrigin place) {
    Arrays.fill(values, null);
    extensions = Map.of();
    for (int i = 0; i < order.length && !stopped; i++) {
      cell = order[i];
      if (cell < rows.cells()) {
        take(header, header.get(cell));
      }
    }
    if (stopped) {
      return null;
    }
    checkLength(header, place);
    rowId = identify(header, place);
    E entry = schema.create(values, extensions);
    return new Located<>(entry, place);
  }

  private void checkLength(CsvColumns header, RowOrigin place) {
    int found = rows.cells();
    while (found > header.size() && rows.from(found - 1) == rows.to(found - 1)) {
      found--;
    }
    if (found != header.size()) {
      boolean tooLong = found > header.size();
      rowFinding(
          tooLong ? "row-length" : "row-short",
          tooLong ? place.cell(header.size()) : place.record(),
          null,
          Integer.toString(found),
          Integer.toString(header.size()));
    }
  }

  private @Nullable String identify(CsvColumns header, RowOrigin place) {
    Object given = values[id.index()];
    if (ids == null) {
      return (String) given;
    }
    if (given != null) {
      ids.take((String) given);
      return (String) given;
    }
    if (!(values[title] instanceof LocalizedText text)) {
      return null;
    }
    Object where = locality < 0 ? null : values[locality];
    String made = ids.make(text.text(), where == null ? "" : (String) where, place.checksum());
    values[id.index()] = made;
    rowId = made;
    if (header.has(ID)) {
      cellFinding("id-generated", id, made, null, Fix.unsafe(ID, made));
    } else if (findings.isError("id-generated")) {
      // Said once at the header.
      place.error();
    }
    return made;
  }

  /** Takes the current cell to where it belongs. */
  private void take(CsvColumns header, CsvColumn column) {
    byte[] bytes = rows.bytes();
    int from = rows.from(cell);
    int to = rows.to(cell);
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    if (from == to || column.use() == CsvColumn.Use.DROPPED) {
      return;
    }
    boolean trimmed = to - from < rows.to(cell) - rows.from(cell);
    if (column.use() == CsvColumn.Use.FIELD) {
      takeField(Objects.requireNonNull(column.field()), bytes, from, to, trimmed);
      return;
    }
    String text = text(bytes, from, to);
    if (!text.isEmpty()) {
      takeOther(header, column, text);
    }
  }

  private void takeField(Field field, byte[] bytes, int from, int to, boolean trimmed) {
    int index = field.index();
    CellCache cache = caches[cell];
    int flags = rows.flags(cell);
    boolean plain = !trimmed && (flags & ~CsvScanner.QUOTED) == 0;
    int slot = plain ? cache.slot(bytes, from, to) : -1;
    if (slot >= 0) {
      values[index] = cache.get(slot, bytes, from, to);
      if (values[index] != null) {
        return;
      }
    }
    int before = cells.notes();
    String text = text(bytes, from, to);
    if (text.isEmpty()) {
      return;
    }
    if (trimmed) {
      cellFinding("blanks-around", field, text, null, Fix.safe(field.key(), text));
    }
    values[index] = cells.read(field, text);
    if (slot >= 0 && before == cells.notes() && values[index] != null) {
      cache.put(slot, bytes, from, to, Objects.requireNonNull(values[index]));
    }
  }

  private void takeOther(CsvColumns header, CsvColumn column, String text) {
    switch (column.use()) {
      case PAIR -> takePair(column, text);
      case TRANSLATION -> takeTranslation(column, text);
      case UNNAMED -> {
        CsvColumn named = header.named(cell);
        headerFinding(named.header());
        extend(named.header(), text);
      }
      default -> extend(column.header(), text);
    }
  }

  private void takePair(CsvColumn column, String text) {
    Field first = Objects.requireNonNull(column.field());
    Field second = Objects.requireNonNull(column.second());
    String[] parts = text.split("[,; ]+", -1);
    if (parts.length == 2) {
      values[first.index()] = cells.read(first, parts[0]);
      values[second.index()] = cells.read(second, parts[1]);
    } else {
      cellFinding("number-invalid", first, text, "48.39, -4.48", null);
    }
  }

  private void takeTranslation(CsvColumn column, String text) {
    int index = Objects.requireNonNull(column.field()).index();
    if (values[index] instanceof LocalizedText own) {
      values[index] = own.with(Objects.requireNonNull(column.language()), text);
    } else {
      extend(column.header(), text);
    }
  }

  private void extend(String name, String text) {
    if (extensions.isEmpty()) {
      extensions = new LinkedHashMap<>();
    }
    extensions.put(name, text);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  /**
   * Decodes a cell; empty when it is refused as too long, or as not UTF-8, which ends the reading.
   */
  private String text(byte[] bytes, int from, int to) {
    int flags = rows.flags(cell);
    RowOrigin place = Objects.requireNonNull(origin);
    if (to - from > MAX_CELL) {
      rowFinding(
          "cell-too-long", place.cell(cell), headerOf(cell), null, (MAX_CELL >> 20) + " MiB");
      return "";
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && Utf8.isMalformed(text, bytes, from, to)) {
      stopped = true;
      rowFinding("encoding-not-utf8", place.cell(cell), headerOf(cell), text, "UTF-8");
      return "";
    }
    if ((flags & CsvScanner.DOUBLED_QUOTES) != 0) {
      text = text.replace("\"\"", "\"");
    } else if ((flags & CsvScanner.MISPLACED_QUOTE) != 0) {
      rowFinding("quote-misplaced", place.cell(cell), headerOf(cell), text, null);
    }
    return text;
  }

  private void cellFinding(
      String code, Field field, String value, @Nullable String expected, @Nullable Fix fix) {
    RowOrigin place = Objects.requireNonNull(origin);
    Object known = rowId != null ? rowId : values[id.index()];
    boolean secret = field.confidential() != null && field.confidential().unless().isEmpty();
    report(
        code,
        place.cell(cellOf(field)),
        field.key(),
        secret ? null : value,
        expected,
        secret ? null : fix,
        known == null ? null : known.toString());
  }

  private int cellOf(Field field) {
    int of = columns == null ? -1 : columns.cellOf(field.key());
    return of < 0 ? cell : of;
  }

  private void rowFinding(
      String code,
      Location location,
      @Nullable String header,
      @Nullable String value,
      @Nullable String expected) {
    report(code, location, header, value, expected, null, rowId);
  }

  private @Nullable String headerOf(int place) {
    return columns != null && place < columns.size() ? columns.get(place).header() : null;
  }

  private void headerFinding(String name) {
    RowOrigin place = Objects.requireNonNull(origin);
    report("header-empty", place.cell(cell), name, null, null, null, null);
  }

  private void report(
      String code,
      Location location,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected,
      @Nullable Fix fix,
      @Nullable String of) {
    if (origin != null && findings.isError(code)) {
      origin.error();
    }
    findings.report(code, location, of, field, value, expected, fix);
  }
}
