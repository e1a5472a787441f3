package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.schema.Schema;
import org.collporterre.schema.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a CSV file: what it is, its byte order mark, its delimiter, its header. The
 * delimiter is the one of comma, semicolon and tab that gives the header the most known names, then
 * the most names; a comma when nothing speaks for another.
 */
final class CsvHead {
  private static final int SNIFF = 1 << 13;
  private static final char[] DELIMITERS = {',', ';', '\t'};

  private final TableRows rows;
  private final String file;
  private final TableShape shape;
  private ImportSettings settings;
  private final Findings findings;
  private @Nullable CsvColumns columns;
  private boolean marked;
  private boolean forSpreadsheets;

  private CsvHead(
      TableRows rows, String file, TableShape shape, ImportSettings settings, FindingSink sink) {
    this.rows = rows;
    this.file = file;
    this.shape = shape;
    this.settings = settings;
    this.findings = new Findings(sink, settings.profile(), shape.schema().name());
  }

  static CsvHead read(
      InputStream in, String file, TableShape shape, ImportSettings settings, FindingSink sink)
      throws IOException {
    CsvScanner scanner = new CsvScanner(in, CsvImporter.MAX_ROW);
    CsvHead head = new CsvHead(scanner, file, shape, settings, sink);
    head.open(scanner);
    return head;
  }

  /** Reads the header of a table that is no CSV; its first row. */
  static CsvHead of(
      TableRows rows, String file, TableShape shape, ImportSettings settings, FindingSink sink)
      throws IOException {
    CsvHead head = new CsvHead(rows, file, shape, settings, sink);
    head.header(',');
    return head;
  }

  TableRows rows() {
    return rows;
  }

  /**
   * Tells whether texts in it may be protected from a spreadsheet, see {@link SpreadsheetText}: it
   * begins with a byte order mark and is delimited by semicolons.
   */
  boolean isForSpreadsheets() {
    return forSpreadsheets;
  }

  /** Returns what the table is read with; a preset may have been chosen by its names. */
  ImportSettings settings() {
    return settings;
  }

  private void choosePreset(List<String> names, RowOrigin place) {
    if (shape.isOfRecords()) {
      Presets.chosen(settings, shape.schema(), names)
          .ifPresent(
              preset -> {
                settings = settings.changed(builder -> builder.mapping(preset));
                findings.report(
                    "preset-chosen", place.record(), null, null, preset.name(), null, null);
              });
    }
  }

  /** Returns the columns, or null when there is no header to read rows by; a finding says why. */
  @Nullable CsvColumns columns() {
    return columns;
  }

  /** Returns how many of the names in the first row are known for each schema, in that order. */
  static List<Integer> known(InputStream in, List<Schema<?>> schemas, Map<String, String> chosen)
      throws IOException {
    CsvScanner scanner = new CsvScanner(in, CsvImporter.MAX_ROW);
    skipMark(scanner);
    byte[] bytes = scanner.peek(SNIFF);
    List<Integer> counts = new ArrayList<>();
    for (Schema<?> schema : schemas) {
      TableShape shape = TableShape.ofRecords(schema);
      int best = 0;
      for (char delimiter : DELIMITERS) {
        best = Math.max(best, known(split(bytes, delimiter), shape, chosen));
      }
      counts.add(best);
    }
    return counts;
  }

  private void open(CsvScanner scanner) throws IOException {
    byte[] bytes = scanner.peek(SNIFF);
    String kind = ContentKind.notText(bytes);
    if (bytes.length == 0) {
      file("file-empty", null, null);
    } else if (kind != null) {
      boolean text = ContentKind.isUtf16(bytes);
      file(text ? "encoding-not-utf8" : "file-not-text", kind, text ? "UTF-8" : "CSV");
    } else {
      if (skipMark(scanner)) {
        marked = true;
        file("bom-present", null, null);
      }
      char delimiter = delimiter(scanner.peek(SNIFF));
      scanner.delimiter(delimiter);
      header(delimiter);
    }
  }

  private static boolean skipMark(CsvScanner scanner) throws IOException {
    byte[] start = scanner.peek(3);
    boolean mark =
        start.length == 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    if (mark) {
      scanner.skip(3);
    }
    return mark;
  }

  private char delimiter(byte[] bytes) {
    char best = ',';
    int bestScore = -1;
    for (char delimiter : DELIMITERS) {
      List<String> names = split(bytes, delimiter);
      int score = known(names, shape, settings.mapping().sources()) * 10_000 + names.size();
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  /** Returns how many names are known. */
  static int known(List<String> names, TableShape shape, Map<String, String> chosen) {
    int known = 0;
    for (String name : names) {
      known += chosen.containsKey(name) || shape.isKnown(name) ? 1 : 0;
    }
    return known;
  }

  private void header(char delimiter) throws IOException {
    List<String> names = new ArrayList<>();
    if (!rows.nextRow()) {
      FileRefused refused = rows.refused();
      if (refused == null) {
        file("file-empty", null, null);
      } else {
        file(refused.code(), refused.value(), refused.expected());
      }
      return;
    }
    forSpreadsheets = marked && delimiter == ';';
    for (int i = 0; i < rows.cells(); i++) {
      names.add(name(i));
    }
    RowOrigin place = rows.origin(CsvColumns.none(file));
    if (rows.isUnclosed() || rows.isTooLong()) {
      file(rows.isUnclosed() ? "quote-unclosed" : "row-too-long", null, null);
      return;
    }
    if (delimiter != ',') {
      file("delimiter-guessed", delimiter == '\t' ? "TAB" : String.valueOf(delimiter), ",");
    }
    choosePreset(names, place);
    CsvColumns resolved =
        CsvColumns.resolve(
            file,
            shape,
            settings.mapping(),
            names,
            (code, cell, field, value, expected, fix) ->
                findings.report(
                    code,
                    cell < 0 ? place.record() : place.cell(cell),
                    null,
                    field,
                    value,
                    expected,
                    fix));
    for (String required : shape.required()) {
      if (!resolved.has(required)) {
        file("header-missing", String.join(" ", names), required);
        return;
      }
    }
    if (shape.isOfRecords() && !resolved.has("id") && settings.generatesIds()) {
      file("id-generated", null, "id");
    }
    columns = resolved;
  }

  private String name(int cell) {
    String text =
        new String(
            rows.bytes(), rows.from(cell), rows.to(cell) - rows.from(cell), StandardCharsets.UTF_8);
    boolean doubled = (rows.flags(cell) & CsvScanner.DOUBLED_QUOTES) != 0;
    String name = (doubled ? text.replace("\"\"", "\"") : text).strip();
    return forSpreadsheets ? SpreadsheetText.restore(name) : name;
  }

  private void file(String code, @Nullable String value, @Nullable String expected) {
    findings.report(code, Location.startOf(file), null, null, value, expected, null);
  }

  /** Splits the first row of the bytes, honouring quotes. */
  private static List<String> split(byte[] bytes, char delimiter) {
    CsvScanner first = new CsvScanner(new ByteArrayInputStream(bytes), CsvImporter.MAX_ROW);
    first.delimiter(delimiter);
    List<String> names = new ArrayList<>();
    try {
      if (first.nextRow()) {
        for (int i = 0; i < first.cells(); i++) {
          names.add(
              new String(
                      first.bytes(),
                      first.from(i),
                      first.to(i) - first.from(i),
                      StandardCharsets.UTF_8)
                  .strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
