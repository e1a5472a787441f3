package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.SpreadsheetText;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/** Writes the records of one type as rows. */
final class CsvWriter<E extends Entry> implements EntryWriter<E> {
  private static final int FLUSH = 1 << 16;
  private static final char MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final WholeFile target;
  private final Schema<E> schema;
  private final List<String> extensions;
  private final Set<String> carried;
  private final CellRehearsal rehearsal = new CellRehearsal();
  private final boolean excel;
  private final Losses losses;
  private final FindingSink sink;
  private final StringBuilder rows = new StringBuilder(FLUSH + 4096);
  private boolean atRowStart = true;

  CsvWriter(
      WholeFile target,
      Schema<E> schema,
      List<String> extensions,
      boolean english,
      boolean excel,
      Losses losses,
      FindingSink sink) {
    this.target = target;
    this.schema = schema;
    this.extensions = extensions;
    this.carried = extensions.stream().filter(this::isCarried).collect(Collectors.toSet());
    this.excel = excel;
    this.losses = losses;
    this.sink = sink;
    if (excel) {
      rows.append(MARK);
    }
    for (Field field : schema.fields()) {
      cell(english ? field.englishKey() : field.key());
    }
    extensions.forEach(this::cell);
    endRow();
  }

  @Override
  public void write(E entry) throws IOException {
    @Nullable Object[] values = schema.values(entry);
    for (Field field : schema.fields()) {
      Object value = values[field.index()];
      String text = value == null ? "" : field.write(value);
      cell(text);
      if (value != null && !rehearsal.givesBack(field, value, text)) {
        losses.field(schema.name(), field.key());
      }
    }
    Map<String, String> own = entry.sheet().extensions();
    for (String name : extensions) {
      cell(own.getOrDefault(name, ""));
    }
    endRow();
    countLosses(entry, own);
    if (rows.length() >= FLUSH) {
      flush();
    }
  }

  private void countLosses(E entry, Map<String, String> own) {
    for (ChildTable table : schema.childTables()) {
      if (table.field() == null && !fits(table, table.from(entry))) {
        losses.field(schema.name(), table.name());
      }
    }
    if (!own.isEmpty()) {
      for (String name : new TreeSet<>(own.keySet())) {
        if (!carried.contains(name) || !CellRehearsal.isKept(own.getOrDefault(name, ""))) {
          losses.field(schema.name(), name);
        }
      }
    }
  }

  /** Tells whether the columns hold all rows; a row that says nothing leaves no trace in them. */
  private static boolean fits(ChildTable table, List<?> rows) {
    if (rows.isEmpty()) {
      return true;
    }
    Object first = rows.get(0);
    return table.isInline()
        && rows.size() == 1
        && table.schema().fields().stream().anyMatch(field -> field.from(first) != null);
  }

  /** Tells whether a reader takes a column of this name for an extension of the same name. */
  private boolean isCarried(String name) {
    int at = name.lastIndexOf('@');
    Field before = at < 1 ? null : schema.byHeader(name.substring(0, at));
    boolean translation =
        before != null
            && before.isLocalized()
            && LanguageTag.Validator.matches(name.substring(at + 1));
    return !translation
        && !name.isEmpty()
        && name.strip().equals(name)
        && CellRehearsal.isWritable(name)
        && !TableTexts.isSecret(name);
  }

  private void cell(String value) {
    // A single NUL would make the whole file one that is no text.
    String whole = CellRehearsal.isWritable(value) ? value : writable(value);
    // A reader drops the blanks before it looks for the apostrophe.
    String text = excel ? SpreadsheetText.protect(TableTexts.trim(whole)) : whole;
    if (!atRowStart) {
      rows.append(excel ? ';' : ',');
    }
    atRowStart = false;
    if (needsQuotes(text)) {
      rows.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      rows.append(text);
    }
  }

  private static String writable(String text) {
    return text.codePoints()
        .map(
            c ->
                c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    ? REPLACEMENT
                    : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == ';' && excel || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private void endRow() {
    rows.append(excel ? "\r\n" : "\n");
    atRowStart = true;
  }

  private void flush() throws IOException {
    OutputStream out = target.out();
    out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    rows.setLength(0);
  }

  @Override
  public void commit() throws IOException {
    flush();
    target.commit();
    losses.report(sink);
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
