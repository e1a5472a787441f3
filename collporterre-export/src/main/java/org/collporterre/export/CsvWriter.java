package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Component;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Writes the records of one type as rows. */
final class CsvWriter<E extends Entry> implements EntryWriter<E> {
  private static final int FLUSH = 1 << 16;

  private final WholeFile target;
  private final Schema<E> schema;
  private final List<String> extensions;
  private final Losses losses;
  private final FindingSink sink;
  private final StringBuilder rows = new StringBuilder(FLUSH + 4096);
  private boolean atRowStart = true;

  CsvWriter(
      WholeFile target,
      Schema<E> schema,
      List<String> extensions,
      boolean english,
      Losses losses,
      FindingSink sink) {
    this.target = target;
    this.schema = schema;
    this.extensions = extensions;
    this.losses = losses;
    this.sink = sink;
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
      if (value != null && !isWhole(field, value, text)) {
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

  /** The format has no escape for the delimiter of lists: a bar too many is in an item. */
  private static boolean isWhole(Field field, Object value, String text) {
    if (field.isList()) {
      int bars = Math.max(0, ((List<?>) value).size() - 1);
      if (text.chars().filter(c -> c == '|').count() != bars) {
        return false;
      }
    }
    return field.isWhole(value);
  }

  private void countLosses(E entry, Map<String, String> own) {
    for (Component component : schema.components()) {
      if (component instanceof Group group
          && group.child() != null
          && component.in(entry) instanceof List<?> records
          && records.size() > (group.child().inline() ? 1 : 0)) {
        losses.field(schema.name(), group.child().value());
      }
    }
    if (!own.isEmpty()) {
      for (String name : new TreeSet<>(own.keySet())) {
        if (!extensions.contains(name)) {
          losses.field(schema.name(), name);
        }
      }
    }
  }

  private void cell(String text) {
    if (!atRowStart) {
      rows.append(',');
    }
    atRowStart = false;
    if (needsQuotes(text)) {
      rows.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      rows.append(text);
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private void endRow() {
    rows.append('\n');
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
