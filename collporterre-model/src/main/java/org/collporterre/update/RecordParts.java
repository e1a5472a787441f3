package org.collporterre.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record taken apart into what is compared and merged as one: each field; of a text its
 * translations one by one; each child table as a whole, also one whose first row has columns of its
 * own, so that half of one place is never put to half of another; each column the format does not
 * know. Parts without a value are not there.
 */
final class RecordParts {
  /** Before the names of columns the format does not know; no key begins with it. */
  static final String EXTENSION = "+";

  private static final int TABLES = 10_000;

  private RecordParts() {}

  /** Returns the parts of a record by name, in column order. */
  static <E extends Entry> Map<String, Object> of(E entry) {
    Schema<E> schema = Schema.of(entry);
    Map<String, Object> parts = new LinkedHashMap<>();
    @Nullable Object[] values = schema.values(entry);
    for (Field field : schema.fields()) {
      Object value = values[field.index()];
      if (isPlain(field) && value != null && !List.of().equals(value)) {
        put(parts, field.key(), value);
      }
    }
    for (ChildTable table : schema.childTables()) {
      List<?> rows = table.from(entry);
      if (!rows.isEmpty()) {
        parts.put(name(table), rows);
      }
    }
    entry.sheet().extensions().forEach((name, text) -> parts.put(EXTENSION + name, text));
    return parts;
  }

  private static void put(Map<String, Object> parts, String key, Object value) {
    if (value instanceof LocalizedText text) {
      parts.put(key, text.text());
      text.translations().forEach((language, other) -> parts.put(key + "@" + language, other));
    } else {
      parts.put(key, value);
    }
  }

  /** Tells whether a field is a part: one of a child table's rows is part of that. */
  private static boolean isPlain(Field field) {
    return field.child() == null && (field.group() == null || !field.group().isList());
  }

  private static String name(ChildTable table) {
    Field field = table.field();
    return field == null ? table.name() : field.key();
  }

  /** Makes a record of parts. */
  static <E extends Entry> E create(Schema<E> schema, Map<String, Object> parts) {
    @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
    for (Field field : schema.fields()) {
      if (isPlain(field)) {
        Object value = parts.get(field.key());
        values[field.index()] =
            field.isLocalized() && !field.isList() && value != null
                ? localized(field.key(), (String) value, parts)
                : value;
      }
    }
    @Nullable List<?>[] children = new @Nullable List<?>[schema.childTables().size()];
    for (ChildTable table : schema.childTables()) {
      Object rows = parts.get(name(table));
      children[table.index()] = rows == null ? List.of() : (List<?>) rows;
    }
    Map<String, String> extensions = new TreeMap<>();
    parts.forEach(
        (name, value) -> {
          if (name.startsWith(EXTENSION)) {
            extensions.put(name.substring(EXTENSION.length()), (String) value);
          }
        });
    return schema.create(values, children, extensions);
  }

  private static LocalizedText localized(String key, String text, Map<String, Object> parts) {
    SortedMap<String, String> translations = new TreeMap<>();
    parts.forEach(
        (name, value) -> {
          if (name.startsWith(key + "@")) {
            translations.put(name.substring(key.length() + 1), (String) value);
          }
        });
    return new LocalizedText(text, translations);
  }

  /** Returns the key of the field that a translation belongs to, or null for any other part. */
  static @Nullable String translated(String part) {
    int at = part.indexOf('@');
    return part.startsWith(EXTENSION) || at < 0 ? null : part.substring(0, at);
  }

  /** Returns what reports call a part. */
  static String label(String part) {
    return part.startsWith(EXTENSION) ? part.substring(EXTENSION.length()) : part;
  }

  /** Returns where a part stands among the parts of its schema. */
  static int rank(Schema<?> schema, String part) {
    String translated = translated(part);
    Field field = schema.field(translated == null ? part : translated);
    return field != null ? field.index() : part.startsWith(EXTENSION) ? TABLES + 1 : TABLES;
  }

  /** Returns the text of a part, whole; empty for none. */
  static String text(Schema<?> schema, String part, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    ChildTable table = table(schema, part);
    return value == null
        ? ""
        : table == null
            ? schema.requireField(part).write(value)
            : rows(table.schema(), (List<?>) value);
  }

  /** Returns how a part changes, in texts; of tables of as many rows only what differs. */
  static FieldChange change(
      Schema<?> schema,
      String part,
      @Nullable Object before,
      @Nullable Object after,
      boolean conflicting) {
    ChildTable table = table(schema, part);
    if (table != null
        && before instanceof List<?> old
        && after instanceof List<?> rows
        && old.size() == rows.size()) {
      String from = difference(table.schema(), old, rows);
      String to = difference(table.schema(), rows, old);
      if (!from.equals(to)) {
        return new FieldChange(label(part), from, to, conflicting);
      }
    }
    return new FieldChange(
        label(part), text(schema, part, before), text(schema, part, after), conflicting);
  }

  /** Returns the table that a part is, or null when it is none. */
  static @Nullable ChildTable table(Schema<?> schema, String part) {
    return schema.childTables().stream()
        .filter(table -> name(table).equals(part))
        .findFirst()
        .orElse(null);
  }

  private static String rows(Schema<?> schema, List<?> rows) {
    List<String> texts = new ArrayList<>();
    for (Object row : rows) {
      texts.add(cells(schema, row, null));
    }
    return String.join(" | ", texts);
  }

  private static String difference(Schema<?> schema, List<?> rows, List<?> others) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).equals(others.get(i))) {
        String number = rows.size() == 1 ? "" : i + 1 + ": ";
        texts.add(number + cells(schema, rows.get(i), others.get(i)));
      }
    }
    return String.join(" | ", texts);
  }

  /** Returns the cells of a row; beside another row only those that differ. */
  private static String cells(Schema<?> schema, Object row, @Nullable Object other) {
    StringJoiner cells = new StringJoiner(", ");
    for (Field field : schema.fields()) {
      String text = field.text(row);
      boolean same = other != null && Objects.equals(text, field.text(other));
      if (!same && !text.isEmpty()) {
        cells.add(field.key() + "=" + text);
      }
    }
    return cells.toString();
  }

  /** Returns a record equal to one, made of the values of another wherever they are equal. */
  static <E extends Entry> E sharing(E entry, Entry other) {
    Map<String, Object> parts = of(entry);
    Map<String, Object> known = of(other);
    boolean shares = false;
    for (Map.Entry<String, Object> part : parts.entrySet()) {
      Object same = known.get(part.getKey());
      if (part.getValue().equals(same)) {
        part.setValue(same);
        shares = true;
      }
    }
    return shares ? create(Schema.of(entry), parts) : entry;
  }
}
