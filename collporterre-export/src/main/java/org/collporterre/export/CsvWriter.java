package org.collporterre.export;

import java.io.IOException;
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
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/** Writes the records of one type as rows. */
final class CsvWriter<E extends Entry> implements EntryWriter<E> {
  private final WholeFile target;
  private final Schema<E> schema;
  private final List<String> extensions;
  private final Set<String> carried;
  private final CellRehearsal rehearsal = new CellRehearsal();
  private final Losses losses;
  private final FindingSink sink;
  private final CsvLines lines;

  CsvWriter(
      WholeFile target,
      Schema<E> schema,
      List<String> extensions,
      boolean english,
      boolean excel,
      Losses losses,
      FindingSink sink)
      throws IOException {
    this.target = target;
    this.schema = schema;
    this.extensions = extensions;
    this.carried = extensions.stream().filter(this::isCarried).collect(Collectors.toSet());
    this.losses = losses;
    this.sink = sink;
    this.lines = new CsvLines(target.out(), excel);
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
      if (value != null && !rehearsal.givesBack(field, value, text)) {
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
