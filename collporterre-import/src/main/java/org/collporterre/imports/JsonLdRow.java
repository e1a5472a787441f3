package org.collporterre.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** The values of one record while its node is read. Used by one thread. */
final class JsonLdRow {
  /** The language of records that state none, see {@code JsonLdExporter}. */
  private static final String DEFAULT_LANGUAGE = "fr";

  /** A text with the language it is in, or null. */
  private record Tagged(String text, @Nullable String language, JsonNode source) {}

  private final Schema<?> schema;
  private final @Nullable Object[] values;
  private final Map<Field, JsonNode> sources = new HashMap<>();
  private final Map<Field, List<Object>> lists = new LinkedHashMap<>();
  private final Map<Field, List<Tagged>> texts = new LinkedHashMap<>();
  private final Set<Group> entered = new HashSet<>();
  private final Map<ChildTable, List<Object>> rows = new LinkedHashMap<>();
  private final Map<ChildTable, JsonNode> rowSources = new HashMap<>();

  JsonLdRow(Schema<?> schema) {
    this.schema = schema;
    this.values = new @Nullable Object[schema.fields().size()];
  }

  Schema<?> schema() {
    return schema;
  }

  /** Returns the value of a field so far, or null. */
  @Nullable Object get(Field field) {
    return values[field.index()];
  }

  /** Tells whether two fields hold the same texts in the same languages. */
  boolean isSameText(Field one, Field other) {
    List<Tagged> first = texts.get(one);
    List<Tagged> second = texts.get(other);
    if (first == null || second == null || first.size() != second.size()) {
      return false;
    }
    for (int i = 0; i < first.size(); i++) {
      if (!first.get(i).text().equals(second.get(i).text())
          || !Objects.equals(first.get(i).language(), second.get(i).language())) {
        return false;
      }
    }
    return true;
  }

  /** Takes the texts of a field out again. */
  void remove(Field field) {
    texts.remove(field);
  }

  /** Adds a value; false when the field holds another one already. */
  boolean add(Field field, Object value, JsonNode source) {
    if (field.isList()) {
      lists.computeIfAbsent(field, key -> new ArrayList<>()).add(value);
    } else {
      Object before = values[field.index()];
      if (before != null) {
        return before.equals(value);
      }
      values[field.index()] = value;
    }
    sources.putIfAbsent(field, source);
    return true;
  }

  /** Adds a text of a field that has translations; false when there is one in that language. */
  boolean addText(Field field, String text, @Nullable String language, JsonNode source) {
    List<Tagged> tagged = texts.computeIfAbsent(field, key -> new ArrayList<>(1));
    if (!tagged.isEmpty() && language == null) {
      return tagged.get(0).text().equals(text);
    }
    for (int i = 1; i < tagged.size(); i++) {
      if (Objects.equals(language, tagged.get(i).language())) {
        return tagged.get(i).text().equals(text);
      }
    }
    tagged.add(new Tagged(text, language, source));
    return true;
  }

  /** Tells whether a group was not begun before; it is then. */
  boolean enter(Group group) {
    return entered.add(group);
  }

  /** Returns the rows of a child table so far. */
  List<Object> rows(ChildTable table) {
    return rows.getOrDefault(table, List.of());
  }

  /** Gives a field a value in the place of any other. */
  void set(Field field, Object value, JsonNode source) {
    values[field.index()] = value;
    sources.putIfAbsent(field, source);
  }

  /** Tells whether there is anything to make a record of. */
  boolean hasValues() {
    return !sources.isEmpty() || !rows.isEmpty();
  }

  /** Takes over the values of the first row of an inline table, which has columns here. */
  void flatten(JsonLdRow first) {
    first.sources.forEach(
        (field, source) -> {
          Field own = schema.field(field.key());
          Object value = first.values[field.index()];
          if (own != null && value != null) {
            set(own, value, source);
          }
        });
  }

  /** Adds a row of a child table. */
  void addRow(ChildTable table, Object row, JsonNode source) {
    rows.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
    rowSources.putIfAbsent(table, source);
  }

  /**
   * Makes texts of those with a language: the one in the record's language is the text, else the
   * first, and all others are translations.
   *
   * @param stated the record's language, or null
   * @param languageField takes the language of the texts, when none was stated and it is not the
   *     one taken for granted
   */
  void join(@Nullable String stated, @Nullable Field languageField) {
    String wanted = stated == null ? DEFAULT_LANGUAGE : stated;
    for (Map.Entry<Field, List<Tagged>> entry : texts.entrySet()) {
      List<Tagged> tagged = entry.getValue();
      Tagged main =
          tagged.stream()
              .filter(t -> wanted.equals(t.language()))
              .findFirst()
              .orElse(tagged.get(0));
      TreeMap<String, String> translations = new TreeMap<>();
      for (Tagged other : tagged) {
        if (!other.equals(main) && other.language() != null) {
          translations.put(other.language(), other.text());
        }
      }
      String tag = main.language();
      if (stated == null && languageField != null && tag != null && !tag.equals(wanted)) {
        add(languageField, tag, main.source());
      }
      add(entry.getKey(), new LocalizedText(main.text(), translations), main.source());
    }
    texts.clear();
  }

  /** Hands everything to the reader of a record. */
  void giveTo(JsonBinder<?> binder) {
    settle();
    for (Field field : schema.fields()) {
      Object value = values[field.index()];
      JsonNode source = sources.get(field);
      if (value != null && source != null) {
        binder.put(field, value, source);
      }
    }
    rows.forEach(
        (table, records) ->
            binder.children(table, records, Objects.requireNonNull(rowSources.get(table))));
  }

  private void settle() {
    lists.forEach((field, items) -> values[field.index()] = List.copyOf(items));
  }

  /** Makes the record. */
  Object create() {
    settle();
    @Nullable List<?>[] children = new @Nullable List<?>[schema.childTables().size()];
    rows.forEach((table, records) -> children[table.index()] = List.copyOf(records));
    return schema.create(values, children, Map.of());
  }
}
