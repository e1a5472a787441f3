package org.collporterre.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.schema.DoubleEncoding;
import org.collporterre.schema.Field;
import org.collporterre.schema.PositionText;
import org.collporterre.schema.Schema;
import org.collporterre.schema.SpreadsheetText;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a table one after the other, turns their cells into the values of fields, and
 * says what is wrong with them. What it holds is true until the next row.
 */
final class RowBinder {
  private static final char REPLACEMENT = '\uFFFD';

  private final Findings findings;
  private final ImportSettings settings;
  private TableRows rows;
  private final CsvColumns columns;
  private final CellReader cells;
  private final RowPlace rowPlace;
  private final CellCache[] caches;
  private final int[] order;
  private final @Nullable Field id;
  private final @Nullable Object[] values;
  private final Map<String, String> links = new HashMap<>();
  private final List<MappedColumn> made;
  private final @Nullable String[] sources;
  private final MappingNotes notes;
  private boolean making;

  private final boolean forSpreadsheets;

  /** See {@link CsvHead#knownCharset}. */
  private final @Nullable String charset;

  private final HeaderRepeats repeats;

  private final RowMemory memory;
  private @Nullable Location blank;
  private int blanks;
  private boolean damaged;
  private @Nullable Fingerprint fingerprint;
  private String table = "";
  private boolean stopped;
  private Map<String, String> extensions = Map.of();
  private @Nullable RowOrigin origin;
  private int cell;
  private @Nullable String rowId;

  RowBinder(
      Schema<?> schema,
      ImportSettings settings,
      CsvHead head,
      CsvColumns columns,
      Findings findings) {
    this(schema, settings, head, columns, findings, RowMemory.inOrder());
  }

  /** Binds rows, those of {@code head} unless {@link #over} is called. */
  RowBinder(
      Schema<?> schema,
      ImportSettings settings,
      CsvHead head,
      CsvColumns columns,
      Findings findings,
      RowMemory memory) {
    this.memory = memory;
    this.findings = findings;
    this.settings = settings;
    this.rows = head.rows();
    this.charset = head.knownCharset();
    this.repeats = head.repeats();
    this.forSpreadsheets = head.isForSpreadsheets();
    this.columns = columns;
    this.id = schema.field("id");
    this.cells = new CellReader(settings, this::cellFinding, schema.fields().get(0));
    this.rowPlace = new RowPlace(schema, settings, this::cellFinding, memory);
    this.caches = new CellCache[columns.size()];
    Arrays.setAll(caches, i -> new CellCache());
    this.values = new @Nullable Object[schema.fields().size()];
    this.order = columns.readingOrder();
    this.made = columns.made();
    this.sources = new @Nullable String[made.isEmpty() ? 0 : columns.size()];
    this.notes = new MappingNotes(this::cellFinding, memory);
  }

  /** Goes on with the rows of a block, see {@link #nextInBlock}. */
  void over(RowBlock block) {
    block.rewind();
    rows = block;
    stopped &= !memory.isApart();
  }

  /** Moves to the next row that holds anything; false at the end, or when reading has stopped. */
  boolean next() throws IOException {
    if (nextInBlock()) {
      return true;
    }
    settle();
    refuse();
    return false;
  }

  /**
   * Moves to the next row that holds anything; false at the end of a block, also when reading has
   * stopped, or when rows read apart turn out to depend on those before.
   */
  boolean nextInBlock() throws IOException {
    while (!stopped && rows.nextRow()) {
      RowOrigin place = rows.origin(columns);
      origin = place;
      rowId = null;
      if (rows.isTooLong() || rows.isUnclosed()) {
        end(place);
      } else if (isBlank()) {
        if (memory.mustWait()) {
          return false;
        }
        blank = blanks == 0 ? place.record() : blank;
        blanks++;
      } else if (repeats.isRepeat(rows)) {
        settle();
        rowFinding("header-repeated", place.record(), null, rowText(), null);
      } else {
        settle();
        return bind(place) && !memory.isUnsettled();
      }
    }
    return false;
  }

  /** The row is one behind which no other can be found. */
  private void end(RowOrigin place) {
    stopped = true;
    if (memory.mustWait()) {
      return;
    }
    if (rows.isTooLong()) {
      rowFinding("row-too-long", place.record(), null, null, (CsvImporter.MAX_ROW >> 20) + " MiB");
    } else {
      int last = rows.cells() - 1;
      rowFinding("quote-unclosed", place.cell(last), headerOf(last), null, "\"");
    }
  }

  /** Says once that one or several rows in succession were blank. */
  void settle() {
    Location first = blank;
    if (first != null) {
      String count = blanks > 1 ? Integer.toString(blanks) : null;
      rowFinding("blank-row", first, null, count, null);
      blank = null;
      blanks = 0;
    }
  }

  private String rowText() {
    StringJoiner texts = new StringJoiner(", ");
    for (int i = 0; i < rows.cells(); i++) {
      int length = rows.to(i) - rows.from(i);
      texts.add(new String(rows.bytes(), rows.from(i), length, StandardCharsets.UTF_8));
    }
    return texts.toString();
  }

  private void refuse() {
    FileRefused refused = rows.refused();
    if (refused != null && !stopped) {
      stopped = true;
      rowFinding(
          refused.code(), rows.origin(columns).record(), null, refused.value(), refused.expected());
    }
  }

  private boolean bind(RowOrigin place) {
    Arrays.fill(values, null);
    extensions = Map.of();
    links.clear();
    Arrays.fill(sources, null);
    for (int i = 0; i < order.length && !stopped; i++) {
      cell = order[i];
      if (cell >= columns.size()) {
        make(made.get(cell - columns.size()));
      } else if (cell < rows.cells()) {
        take(columns.get(cell));
      }
    }
    if (!stopped) {
      rowPlace.settle(values);
      checkLength(place);
      if (fingerprint != null) {
        addTo(fingerprint);
      }
    }
    return !stopped;
  }

  /** Makes a field from the cells that its recipe asks for, all of which have been taken. */
  private void make(MappedColumn field) {
    List<@Nullable String> texts = Arrays.asList(sources);
    Field target = Objects.requireNonNull(field.column().field());
    cell = field.cell(texts);
    making = true;
    String text = field.text(texts, target.isList(), notes.of(target));
    if (text != null && field.column().use() == CsvColumn.Use.FIELD) {
      values[target.index()] = cells.read(target, text);
    } else if (text != null) {
      takeOther(field.column(), text);
    }
    making = false;
  }

  /** Has each row added to a fingerprint, if any, as one of a table. */
  void digest(@Nullable Fingerprint all, String name) {
    fingerprint = all;
    table = name;
  }

  private void addTo(Fingerprint all) {
    all.begin(table);
    for (int i = 0; i < Math.min(rows.cells(), columns.size()); i++) {
      String text =
          new String(rows.bytes(), rows.from(i), rows.to(i) - rows.from(i), StandardCharsets.UTF_8);
      boolean doubled = (rows.flags(i) & CsvScanner.DOUBLED_QUOTES) != 0;
      all.cell(columns.get(i).header(), doubled ? text.replace("\"\"", "\"") : text);
    }
    all.end();
  }

  /** Returns the columns of the table. */
  CsvColumns columns() {
    return columns;
  }

  /** Tells whether reading stopped because the rest makes no sense; a finding says why. */
  boolean stopped() {
    return stopped;
  }

  /** Returns where the current row comes from. */
  RowOrigin origin() {
    return Objects.requireNonNull(origin);
  }

  /** Returns the values of the current row, by {@link Field#index()}; the caller may set some. */
  @Nullable Object[] values() {
    return values;
  }

  /** Returns the cells of the current row under headers the format does not know. */
  Map<String, String> extensions() {
    return extensions;
  }

  /** Returns the text of a column that links the current row to a record, or null. */
  @Nullable String link(String key) {
    return links.get(key);
  }

  /** Tells of which record further findings about the current row are. */
  void identified(@Nullable String of) {
    rowId = of;
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

  private void checkLength(RowOrigin place) {
    int found = rows.cells();
    while (found > columns.size() && rows.from(found - 1) == rows.to(found - 1)) {
      found--;
    }
    if (found != columns.size()) {
      boolean tooLong = found > columns.size();
      report(
          tooLong ? "row-length" : "row-short",
          tooLong ? place.cell(columns.size()) : place.record(),
          null,
          Integer.toString(found),
          Integer.toString(columns.size()),
          null,
          knownId());
    }
  }

  /** Takes the current cell to where it belongs. */
  private void take(CsvColumn column) {
    byte[] bytes = rows.bytes();
    int from = rows.from(cell);
    int to = rows.to(cell);
    while (from < to && TableTexts.isBlank(bytes[from])) {
      from++;
    }
    while (to > from && TableTexts.isBlank(bytes[to - 1])) {
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
    if (text.isEmpty()) {
      return;
    }
    if (trimmed) {
      Fix fix = Fix.safe(column.header(), text);
      report("blanks-around", origin().cell(cell), column.header(), text, null, fix, knownId());
    }
    takeOther(column, text);
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
    damaged = false;
    String text = text(bytes, from, to);
    if (text.isEmpty()) {
      return;
    }
    if (trimmed) {
      cellFinding("blanks-around", field, text, null, Fix.safe(field.key(), text));
    }
    if (isIgnored(field, text)) {
      return;
    }
    values[index] = cells.read(field, text);
    if (slot >= 0 && !damaged && before == cells.notes() && values[index] != null) {
      cache.put(slot, bytes, from, to, Objects.requireNonNull(values[index]));
    }
  }

  /** Tells whether a text means nothing by the mapping, and says so. */
  private boolean isIgnored(Field field, String text) {
    boolean nothing = columns.ignored().contains(text);
    if (nothing) {
      notes.of(field).mapped(text, List.of());
    }
    return nothing;
  }

  private void takeOther(CsvColumn column, String text) {
    Field field = column.use() == CsvColumn.Use.SOURCE ? null : column.field();
    if (field != null && !making && isIgnored(field, text)) {
      return;
    }
    switch (column.use()) {
      case PAIR -> takePair(column, text);
      case LINK -> links.put(column.header(), text);
      case SOURCE -> sources[cell] = text;
      case TRANSLATION -> takeTranslation(column, text);
      case UNNAMED -> {
        if (memory.mustWait()) {
          return;
        }
        CsvColumn named = columns.named(cell);
        headerFinding(named.header());
        extend(named.header(), text);
      }
      default -> extend(column.header(), decodedOnce(column, text));
    }
  }

  /** Says so when a text that no field reads was encoded twice. */
  private String decodedOnce(CsvColumn column, String text) {
    String code = "text-double-encoded";
    String plain =
        DoubleEncoding.isSuspect(text) && settings.allows(code)
            ? DoubleEncoding.repaired(text)
            : null;
    if (plain == null) {
      return text;
    }
    boolean damaged = DoubleEncoding.isDamaged(plain);
    report(
        code,
        origin().cell(cell),
        column.header(),
        text,
        damaged ? null : plain,
        damaged ? null : Fix.safe(column.header(), plain),
        knownId());
    return damaged || !settings.repairs() ? text : plain;
  }

  private void takePair(CsvColumn column, String text) {
    Field first = Objects.requireNonNull(column.field());
    Field second = Objects.requireNonNull(column.second());
    PositionText.Read position = cells.position(first, text);
    if (position != null) {
      boolean swapped = first.key().equals("longitude");
      values[first.index()] = swapped ? position.longitude() : position.latitude();
      values[second.index()] = swapped ? position.latitude() : position.longitude();
    }
  }

  private void takeTranslation(CsvColumn column, String text) {
    Field field = Objects.requireNonNull(column.field());
    int index = field.index();
    if (TableTexts.isSentinel(field, text) && settings.allows("sentinel-value")) {
      report("sentinel-value", origin().cell(cell), column.header(), text, null, null, knownId());
    }
    if (values[index] instanceof LocalizedText own) {
      String plain = decodedOnce(column, text);
      values[index] = own.with(Objects.requireNonNull(column.language()), plain);
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

  /**
   * Decodes a cell; empty when it is refused as too long, or as not UTF-8, which ends the reading.
   */
  private String text(byte[] bytes, int from, int to) {
    int flags = rows.flags(cell);
    if (to - from > TableTexts.LONGEST_CELL) {
      textFinding("cell-too-long", null, (TableTexts.LONGEST_CELL >> 20) + " MiB");
      return "";
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && Utf8.isMalformed(text, bytes, from, to)) {
      if (charset == null) {
        stopped = true;
        if (memory.mustWait()) {
          return "";
        }
        textFinding("encoding-not-utf8", text, otherwise(bytes, from, to));
        return "";
      }
      damaged = true;
      textFinding("encoding-malformed", text, charset);
    }
    if ((flags & CsvScanner.DOUBLED_QUOTES) != 0) {
      text = text.replace("\"\"", "\"");
    } else if ((flags & CsvScanner.MISPLACED_QUOTE) != 0) {
      textFinding("quote-misplaced", text, null);
    }
    return forSpreadsheets && text.startsWith("'") ? restored(text) : text;
  }

  /** Returns the encoding in which a cell that is not UTF-8 would make sense, or null. */
  private static @Nullable String otherwise(byte[] bytes, int from, int to) {
    Charset charset = CharsetGuess.of(Arrays.copyOfRange(bytes, from, to));
    return charset == null ? null : charset.name();
  }

  /** Takes away what protects a text from a spreadsheet, and says so the first time. */
  private String restored(String text) {
    String plain = SpreadsheetText.restore(text);
    if (plain.length() < text.length() && memory.isFirst("formula-unescaped")) {
      textFinding("formula-unescaped", null, null);
    }
    return TableTexts.trim(plain);
  }

  /** Reports something about the text of the current cell. */
  private void textFinding(String code, @Nullable String value, @Nullable String expected) {
    report(code, origin().cell(cell), headerOf(cell), value, expected, null, knownId());
  }

  /** Reports something about the cell of a field in the current row. */
  void cellFinding(
      String code, Field field, String value, @Nullable String expected, @Nullable Fix fix) {
    RowOrigin place = origin();
    boolean secret = field.confidential() != null && field.confidential().unless().isEmpty();
    report(
        code,
        placeOf(field, place),
        field.key(),
        secret ? null : value,
        expected,
        secret ? null : fix,
        knownId());
  }

  /** Returns the identifier of the row being bound, as far as it has been read. */
  private @Nullable String knownId() {
    Object known = rowId != null || id == null ? rowId : values[id.index()];
    return known == null ? null : known.toString();
  }

  private Location placeOf(Field field, RowOrigin place) {
    int of = making ? -1 : columns.cellOf(field.key());
    int at = of < 0 ? cell : of;
    return at < 0 ? place.record() : place.cell(at);
  }

  /** Reports something about the current row as a whole, or a place in it. */
  void rowFinding(
      String code,
      Location location,
      @Nullable String header,
      @Nullable String value,
      @Nullable String expected) {
    report(code, location, header, value, expected, null, rowId);
  }

  private @Nullable String headerOf(int place) {
    return place < columns.size() ? columns.get(place).header() : null;
  }

  private void headerFinding(String name) {
    RowOrigin place = origin();
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
