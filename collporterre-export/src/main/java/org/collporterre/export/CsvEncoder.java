package org.collporterre.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
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
  private final ExtensionColumns extensions;
  private final Column[] columns;
  private final CsvLines lines;
  private Losses losses = new Losses("");
  private int records;
  private ExtensionColumns.@Nullable View view;
  private List<E> later = new ArrayList<>(0);

  CsvEncoder(CsvFormat<E> format) {
    this.format = format;
    this.schema = format.schema();
    this.extensions = format.extensions();
    this.lines = new CsvLines(format.excel());
    this.columns = schema.fields().stream().map(Column::new).toArray(Column[]::new);
  }

  /** From the first record on that needs one more column, which has no place yet, all wait. */
  @Override
  public void add(E entry) {
    records++;
    view = view == null ? extensions.view() : view;
    Map<String, String> own = entry.sheet().extensions();
    if (later.isEmpty() && extensions.suffice(own, view)) {
      encode(entry, own, view);
    } else {
      later.add(entry);
    }
  }

  private void encode(E entry, Map<String, String> own, ExtensionColumns.View extra) {
    @Nullable Object[] values = schema.values(entry);
    for (Column column : columns) {
      Object value = values[column.index];
      if (value == null) {
        lines.cell("");
      } else {
        column.write(value, lines);
      }
    }
    for (int i = 0; i < extra.size(); i++) {
      lines.cell(own.getOrDefault(extra.name(i), ""));
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
    for (Map.Entry<String, String> one : own.entrySet()) {
      if (!extensions.carries(one.getKey()) || !CellRehearsal.isKept(one.getValue())) {
        losses.field(schema.name(), one.getKey());
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
    int cells = view == null ? 0 : view.size();
    Encoded batch = new Encoded(format, records, lines.take(), losses, cells, later);
    records = 0;
    view = null;
    later = new ArrayList<>(0);
    losses = new Losses("");
    return batch;
  }
}
