package org.collporterre.cms.connect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the public may know of a record, as one row of a table: what is published, and what comes
 * back. Confidential fields are not in it, unless the record itself lifts the protection; nor are
 * persons among the actors; nor what does not go into a cell. {@link #lost} names all of that.
 *
 * @param key which record it is
 * @param columns the texts of the fields by key, in column order, without empty ones; translations
 *     under {@code titre@en}
 * @param lost the keys of the fields, and names of the lists of records, that a row does not hold
 * @param entry the record itself
 */
public record PublicRow(
    RecordKey key, Map<String, String> columns, List<String> lost, Entry entry) {
  public PublicRow {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    lost = List.copyOf(lost);
  }

  /** Returns the row of a record. Whether the record may be shown at all is not asked here. */
  public static PublicRow of(Entry entry) {
    return row(entry, Schema.of(entry));
  }

  private static PublicRow row(Entry entry, Schema<Entry> schema) {
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> lost = new ArrayList<>();
    Set<String> allowed = new HashSet<>();
    for (Field field : schema.fields()) {
      Object whole = field.from(entry);
      Object value = whole instanceof List<?> items ? withoutPersons(items) : whole;
      String text = value == null ? "" : field.write(value);
      if (value != null && !value.equals(whole)) {
        lost.add(field.key());
      }
      if (value == null || text.isEmpty()) {
        continue;
      }
      if (!field.isPublicOf(entry)) {
        lost.add(field.key());
        continue;
      }
      columns.put(field.key(), text);
      if (field.confidential() != null) {
        // That it is there says that it may be.
        allowed.add(field.confidential().unless());
      }
      if (value instanceof LocalizedText texts) {
        texts.translations().forEach((tag, other) -> columns.put(field.key() + "@" + tag, other));
      } else if (!field.isWhole(value) && !lost.contains(field.key())) {
        lost.add(field.key());
      }
    }
    for (ChildTable table : schema.childTables()) {
      int inCells = table.isInline() ? 1 : 0;
      if (table.field() == null && table.from(entry).size() > inCells) {
        lost.add(table.name());
      }
    }
    lost.removeAll(allowed);
    lost.addAll(entry.sheet().extensions().keySet());
    return new PublicRow(new RecordKey(schema.name(), entry.id()), columns, lost, entry);
  }

  /** Persons among the actors did not ask to be on a site. */
  private static List<?> withoutPersons(List<?> items) {
    return items.stream()
        .filter(item -> !(item instanceof LinkedNode node && node.isPersonal()))
        .toList();
  }

  /** Returns the title in the record's own language. */
  public String title() {
    return entry.title().text();
  }

  /** Returns the text of a field, or an empty one. */
  public String text(String column) {
    @Nullable String text = columns.get(column);
    return text == null ? "" : text;
  }
}
