package org.collporterre.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Component;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Sentinels;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/** Writes the records of one type as rows. */
final class CsvWriter<E extends Entry> implements EntryWriter<E> {
  private final WholeFile target;
  private final Schema<E> schema;
  private final List<String> extensions;
  private final Losses losses;
  private final FindingSink sink;
  private final CsvLines lines;

  CsvWriter(
      WholeFile target,
      Schema<E> schema,
      List<String> extensions,
      boolean english,
      Losses losses,
      FindingSink sink)
      throws IOException {
    this.target = target;
    this.schema = schema;
    this.extensions = extensions;
    this.losses = losses;
    this.sink = sink;
    this.lines = new CsvLines(target.out());
    for (Field field : schema.fields()) {
      lines.cell(english ? field.englishKey() : field.key());
    }
    extensions.forEach(lines::cell);
    lines.endRow();
  }

  @Override
  public void write(E entry) throws IOException {
    @Nullable Object[] values = schema.values(entry);
    for (Field field : schema.fields()) {
      Object value = values[field.index()];
      String text = value == null ? "" : field.write(value);
      lines.cell(text);
      if (value != null && !isWhole(field, value, text)) {
        losses.field(schema.name(), field.key());
      }
    }
    Map<String, String> own = entry.sheet().extensions();
    for (String name : extensions) {
      lines.cell(own.getOrDefault(name, ""));
    }
    lines.endRow();
    countLosses(entry, own);
  }

  /** The format has no escape for the delimiter of lists: a bar too many is in an item. */
  static boolean isWhole(Field field, Object value, String text) {
    // Readers take these words for no value, but in free text.
    if (field.type().kind() != ValueType.Kind.TEXT && Sentinels.contains(text)) {
      return false;
    }
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

  @Override
  public void commit() throws IOException {
    lines.flush();
    target.commit();
    losses.report(sink);
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
