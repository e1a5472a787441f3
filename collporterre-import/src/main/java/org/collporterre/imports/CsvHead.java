package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.schema.Schema;
import org.collporterre.schema.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a table: of a CSV file what it is, its encoding and its delimiter, see {@link
 * TextEncoding} and {@link DelimiterChoice}; of any table the header, see {@link HeaderChoice}.
 */
final class CsvHead {
  private static final int SNIFF = 1 << 16;

  /** The first line by which Excel is told the delimiter. */
  private static final Pattern DECLARATION =
      Pattern.compile("\"?sep=([^\"\r\n])\"?[\t,;]*(?:\r|\n|\r\n)", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_DECLARATION = 64;

  private final TableRows rows;
  private final String file;
  private final TableShape shape;
  private ImportSettings settings;
  private final TextEncoding encoding;
  private final Findings findings;
  private @Nullable CsvColumns columns;
  private HeaderRepeats repeats = HeaderRepeats.none();
  private boolean marked;
  private boolean forSpreadsheets;

  private CsvHead(
      TableRows rows,
      String file,
      TableShape shape,
      ImportSettings settings,
      TextEncoding encoding,
      FindingSink sink) {
    this.encoding = encoding;
    this.rows = rows;
    this.file = file;
    this.shape = shape;
    this.settings = settings;
    this.findings = Findings.of(sink, settings, shape.schema().name());
  }

  static CsvHead read(
      InputStream in, String file, TableShape shape, ImportSettings settings, FindingSink sink)
      throws IOException {
    CsvScanner raw = new CsvScanner(in, CsvImporter.MAX_ROW);
    raw.peek(TextEncoding.JUDGED);
    byte[] start = raw.buffered();
    TextEncoding encoding = TextEncoding.of(start, settings);
    CsvScanner scanner =
        encoding.isUtf8() ? raw : new CsvScanner(encoding.utf8(start, in), CsvImporter.MAX_ROW);
    CsvHead head = new CsvHead(scanner, file, shape, settings, encoding, sink);
    head.open(start, scanner);
    return head;
  }

  /**
   * Reads the header of a table that is no CSV.
   *
   * @param rows its rows from the header on
   * @param sample the first of them
   * @param before how many rows stand before the header
   */
  static CsvHead of(
      TableRows rows,
      TableSample sample,
      int before,
      String file,
      TableShape shape,
      ImportSettings settings,
      FindingSink sink)
      throws IOException {
    TextEncoding text = TextEncoding.of(new byte[0], ImportSettings.STANDARD);
    CsvHead head = new CsvHead(rows, file, shape, settings, text, sink);
    HeaderChoice choice = HeaderChoice.of(sample, shape, settings);
    head.preamble(choice.row() == 0 ? 0 : before);
    head.header(choice, sample);
    return head;
  }

  TableRows rows() {
    return rows;
  }

  /** Returns in which encoding the file is; what {@link #rows} holds is UTF-8 all the same. */
  TextEncoding encoding() {
    return encoding;
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

  /**
   * Returns the encoding in which bytes that are no text are reported as damage of their cell, or
   * null when they mean that the file is in another encoding than UTF-8.
   */
  @Nullable String knownCharset() {
    boolean known = !encoding.isUtf8() || settings.dialect().charset() != null;
    return known ? encoding.charset().name() : null;
  }

  /** Returns what recognizes rows that are the header again. */
  HeaderRepeats repeats() {
    return repeats;
  }

  /** Returns the columns, or null when there is no header to read rows by; a finding says why. */
  @Nullable CsvColumns columns() {
    return columns;
  }

  /** Returns how many of the names in the header are known for each schema, in that order. */
  static List<Integer> known(InputStream in, List<Schema<?>> schemas, ImportSettings settings)
      throws IOException {
    CsvScanner raw = new CsvScanner(in, CsvImporter.MAX_ROW);
    boolean whole = raw.peek(SNIFF).length < SNIFF;
    byte[] start = raw.buffered();
    byte[] text = TextEncoding.of(start, settings).utf8(start);
    CsvScanner scanner = new CsvScanner(new ByteArrayInputStream(text), CsvImporter.MAX_ROW);
    skipMark(scanner);
    Character declared = declared(scanner, settings);
    byte[] bytes = scanner.peek(SNIFF);
    List<DelimiterChoice.Parted> parted = DelimiterChoice.parted(bytes, whole, declared, settings);
    List<Integer> counts = new ArrayList<>();
    for (Schema<?> schema : schemas) {
      TableShape shape = TableShape.ofRecords(schema);
      counts.add(DelimiterChoice.of(parted, shape, settings).header().known());
    }
    return counts;
  }

  private void open(byte[] start, CsvScanner scanner) throws IOException {
    String kind = notText(start, scanner);
    if (start.length == 0) {
      file("file-empty", null, null);
    } else if (kind != null) {
      boolean text = encoding.isUtf8() && ContentKind.isUtf16(start);
      file(text ? "encoding-not-utf8" : "file-not-text", kind, text ? "UTF-8" : "CSV");
    } else {
      encoding.report(findings, file);
      if (skipMark(scanner)) {
        marked = true;
        file("bom-present", null, null);
      }
      dialect(scanner);
    }
  }

  private void dialect(CsvScanner scanner) throws IOException {
    Character declared = declared(scanner, settings);
    byte[] bytes = scanner.peek(SNIFF);
    boolean whole = bytes.length < SNIFF;
    DelimiterChoice choice =
        DelimiterChoice.of(
            DelimiterChoice.parted(bytes, whole, declared, settings), shape, settings);
    scanner.delimiter(choice.delimiter());
    forSpreadsheets = marked && choice.delimiter() == ';';
    scanner.skipLines(choice.linesBefore());
    preamble(choice.linesBefore() + (declared == null ? 0 : 1));
    Character rival = choice.rival();
    boolean said = settings.dialect().delimiter() != null || declared != null;
    if (rival != null) {
      file("delimiter-ambiguous", shown(choice.delimiter()), shown(rival));
    } else if (choice.delimiter() != ',' && !said) {
      file("delimiter-guessed", shown(choice.delimiter()), ",");
    }
    header(choice.header(), choice.sample());
  }

  /**
   * Passes over the lines that the caller does not want, and over the line that says the delimiter,
   * which is returned.
   */
  private static @Nullable Character declared(CsvScanner scanner, ImportSettings settings)
      throws IOException {
    Integer skipped = settings.dialect().skippedLines();
    if (skipped != null) {
      scanner.skipLines(skipped);
    }
    String start = new String(scanner.peek(LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(start);
    if (skipped != null || !settings.allows("preamble-skipped") || !declaration.lookingAt()) {
      return null;
    }
    scanner.skipLines(1);
    return Objects.requireNonNull(declaration.group(1)).charAt(0);
  }

  private static String shown(char delimiter) {
    return delimiter == '\t' ? "TAB" : String.valueOf(delimiter);
  }

  /** Text in UTF-16 has bytes that are none in any other encoding; as UTF-8 it has not. */
  private @Nullable String notText(byte[] start, CsvScanner scanner) throws IOException {
    String kind = ContentKind.notText(Arrays.copyOf(start, Math.min(start.length, SNIFF)));
    boolean otherText = "UTF-16".equals(kind) || "NUL".equals(kind);
    return otherText && !encoding.isUtf8() ? ContentKind.notText(scanner.peek(SNIFF)) : kind;
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

  private void preamble(int lines) {
    if (lines > 0) {
      file("preamble-skipped", Integer.toString(lines), null);
    }
  }

  private void header(HeaderChoice choice, TableSample sample) throws IOException {
    if (!settings.dialect().hasHeader()) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= sample.widest(); i++) {
        names.add("colonne_" + i);
      }
      resolve(names);
    } else if (!rows.nextRow()) {
      refuse();
    } else if (rows.isUnclosed() || rows.isTooLong()) {
      file(rows.isUnclosed() ? "quote-unclosed" : "row-too-long", null, null);
    } else {
      read(choice, sample);
    }
  }

  private void refuse() {
    FileRefused refused = rows.refused();
    if (refused == null) {
      file("file-empty", null, null);
    } else {
      refused.report(findings, file);
    }
  }

  private void read(HeaderChoice choice, TableSample sample) {
    List<String> names = new ArrayList<>();
    RowOrigin place = rows.origin(CsvColumns.none(file));
    for (int i = 0; i < rows.cells(); i++) {
      String name = name(i);
      if (name.indexOf('\uFFFD') >= 0
          && Utf8.isMalformed(name, rows.bytes(), rows.from(i), rows.to(i))) {
        String charset = knownCharset();
        String code = charset == null ? "encoding-not-utf8" : "encoding-malformed";
        findings.report(code, place.cell(i), null, null, name, charset, null);
        if (charset == null) {
          return;
        }
      }
      names.add(name);
    }
    if (choice.isData()) {
      String row = String.join(", ", Objects.requireNonNullElse(sample.row(0), names));
      findings.report("header-looks-like-data", place.record(), null, null, row, null, null);
    }
    if (settings.allows("header-repeated")) {
      repeats = new HeaderRepeats(rows, choice.isDoubled());
    }
    resolve(names);
  }

  private void resolve(List<String> names) {
    boolean named = settings.dialect().hasHeader();
    RowOrigin place = rows.origin(CsvColumns.none(file));
    choosePreset(names, place);
    CsvColumns resolved =
        CsvColumns.resolve(
            file,
            shape,
            shape.isOfRecords()
                ? ProjectedColumns.mapping(settings, shape.schema(), names)
                : settings.mapping(),
            names,
            (code, cell, field, value, expected, fix) -> {
              // Names made up here are not worth a finding.
              if (named && cell >= 0) {
                findings.report(code, place.cell(cell), null, field, value, expected, fix);
              } else if (cell < 0) {
                Location all = named ? place.record() : Location.startOf(file);
                findings.report(code, all, null, field, value, expected, fix);
              }
            });
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
}
