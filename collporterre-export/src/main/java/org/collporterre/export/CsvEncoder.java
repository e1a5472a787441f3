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
  private final CsvFormat<E> format;
  private final Schema<E> schema;
  private final List<String> extensions;
  private final Set<String> carried;
  private final CellRehearsal rehearsal = new CellRehearsal();
  private final CsvLines lines;
  private Losses losses = new Losses("");
  private int records;

  CsvEncoder(CsvFormat<E> format) {
    this.format = format;
    this.schema = format.schema();
    this.extensions = format.extensions();
    this.carried = extensions.stream().filter(this::isCarried).collect(Collectors.toSet());
    this.lines = new CsvLines(format.excel());
  }

  @Override
  public void add(E entry) {
    records++;
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
  public int size() {
    return lines.size();
  }

  @Override
  public Encoded batch() {
    Encoded batch = new Encoded(format, records, lines.take(), losses, new Box());
    records = 0;
    losses = new Losses("");
    return batch;
  }
}
