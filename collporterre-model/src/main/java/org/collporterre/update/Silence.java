package org.collporterre.update;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a file says nothing of.
 *
 * @param keys the fields
 * @param open whether it says nothing of what has no column of its own either
 */
record Silence(Set<String> keys, boolean open) {
  /** What says everything. */
  static final Silence NONE = new Silence(Set.of(), false);

  /** Returns what the file of a record says nothing of. */
  static Silence of(Located<? extends Entry> row, Coverage coverage) {
    Set<String> keys = new HashSet<>();
    for (Field field : Schema.of(row.value()).fields()) {
      if (coverage == Coverage.VALUES || !row.origin().hasColumn(field.key())) {
        keys.add(field.key());
      }
    }
    return new Silence(keys, coverage != Coverage.WHOLE);
  }

  /** Returns a record with all that was not said of it taken from another one. */
  Entry filled(Entry entry, Entry from) {
    if (keys.isEmpty() && !open) {
      return entry;
    }
    Schema<? extends Entry> schema = Schema.of(entry);
    Map<String, Object> parts = RecordParts.of(entry);
    RecordParts.of(from)
        .forEach(
            (name, value) -> {
              Object said = parts.get(name);
              if (said == null ? isSilent(schema, name) : repeats(schema, name, said, value)) {
                parts.put(name, value);
              }
            });
    return RecordParts.create(schema, parts);
  }

  private boolean isSilent(Schema<?> schema, String part) {
    boolean column =
        RecordParts.translated(part) == null && !part.startsWith(RecordParts.EXTENSION);
    if (column && schema.field(part) != null) {
      return keys.contains(part);
    }
    ChildTable table = column ? RecordParts.table(schema, part) : null;
    return table != null && table.isInline()
        ? table.schema().fields().stream().map(Field::key).allMatch(keys::contains)
        : open;
  }

  /** Tells whether rows say of others all that a file can say that is silent of the rest. */
  private boolean repeats(Schema<?> schema, String part, Object said, Object known) {
    ChildTable table = open ? RecordParts.table(schema, part) : null;
    if (table == null) {
      return false;
    }
    List<?> rows = (List<?>) said;
    List<?> others = (List<?>) known;
    return table.isInline()
        ? rows.size() == 1 && repeats(table.schema(), rows.get(0), others.get(0))
        : table.field() != null
            && table.isCompact(rows)
            && table.compact(rows).equals(table.compact(others));
  }

  private boolean repeats(Schema<?> schema, Object said, Object known) {
    for (Field field : schema.fields()) {
      Object value = field.from(said);
      boolean silent = isNothing(value) && keys.contains(field.key());
      if (!silent && !Objects.equals(value, field.from(known))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || List.of().equals(value);
  }
}
