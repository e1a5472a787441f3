package org.collporterre.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.model.Entry;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/** Encodes the records of one type as rows. */
final class CsvEncoder<E extends Entry> implements RecordEncoder<E> {
  /** A field with what is known of its cells. */
  private static final class Column {
    final Field field;
    final int index;
    final FieldRehearsal rehearsal;

    /** How many values do not come back. */
    int lost;

    Column(Field field) {
      this.field = field;
      this.index = field.index();
      this.rehearsal = new FieldRehearsal(field);
    }

    void write(Object value, CsvLines lines) {
      String text = field.write(value);
      lines.cell(text);
      if (!rehearsal.givesBack(value, text, lines.isSimple())) {
        lost++;
      }
    }
  }

  private final CsvFormat<E> format;
  private final Schema<E> schema;
  private final List<String> extensions;
  private final Set<String> carried;
  private final Column[] columns;
  private final CsvLines lines;
  private Losses losses = new Losses("");
  private int records;

  CsvEncoder(CsvFormat<E> format) {
    this.format = format;
    this.schema = format.schema();
    this.extensions = format.extensions();
    this.carried = extensions.stream().filter(this::isCarried).collect(Collectors.toSet());
    this.lines = new CsvLines(format.excel());
    this.columns = schema.fields().stream().map(Column::new).toArray(Column[]::new);
  }

  @Override
  public void add(E entry) {
    records++;
    @Nullable Object[] values = schema.values(entry);
    for (Column column : columns) {
      Object value = values[column.index];
      if (value == null) {
        lines.cell("");
      } else {
        column.write(value, lines);
      }
    }
    Map<String, String> own = entry.sheet().extensions();
    for (int i = 0; i < extensions.size(); i++) {
      lines.cell(own.getOrDefault(extensions.get(i), ""));
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
    return table.isInline() && rows.size() == 1 && says(table.schema().fields(), rows.get(0));
  }

  private static boolean says(List<Field> fields, Object row) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).from(row) != null) {
        return true;
      }
    }
    return false;
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
  public int size() {
    return lines.size();
  }

  @Override
  public Encoded batch() {
    for (Column column : columns) {
      if (column.lost > 0) {
        losses.fields(schema.name(), column.field.key(), column.lost);
        column.lost = 0;
      }
    }
    Encoded batch = new Encoded(format, records, lines.take(), losses, new Box());
    records = 0;
    losses = new Losses("");
    return batch;
  }
}
