package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.report.Fix;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** Gives a binder of JSON what a mapping says of the fields of a record. */
final class JsonMapped {
  /** A list of records inside a record. */
  private record Table(
      ChildTable table, List<String> each, List<MappedField> fields, JsonSources sources) {}

  private final Mapping mapping;
  private final JsonBinder<?> binder;
  private final JsonCells cells;
  private final Schema<?> schema;
  private final Set<JsonNode> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<MappedField> fields;
  private final List<Table> tables = new ArrayList<>();
  private final Set<String> targets = new HashSet<>();
  private final Set<MappedField> seen = new HashSet<>();
  private final JsonSources sources;
  private final List<List<String>> dropped;
  private final MappingNotes notes;
  private @Nullable JsonNode current;

  JsonMapped(Mapping mapping, JsonBinder<?> binder, JsonCells cells) {
    this.mapping = mapping;
    this.binder = binder;
    this.cells = cells;
    this.schema = binder.schema();
    this.notes = new MappingNotes(this::say, RowMemory.inOrder());
    this.fields = new ArrayList<>(mapping.fields());
    fields.sort(Comparator.comparing(JsonMapped::rank));
    for (MappedField field : fields) {
      if (field.language() == null) {
        targets.addAll(field.keys());
      }
    }
    this.sources = new JsonSources(sourcesOf(fields), used, mapping.ignored());
    this.dropped = mapping.droppedPointers().stream().map(JsonPath::segments).toList();
    for (MappedTable mapped : mapping.tables()) {
      for (ChildTable table : schema.childTables()) {
        if (table.name().equals(mapped.name())) {
          targets.add(table.name());
          JsonSources own = new JsonSources(sourcesOf(mapped.fields()), used, mapping.ignored());
          List<String> each = JsonPath.segments(mapped.each());
          tables.add(new Table(table, each, mapped.fields(), own));
        }
      }
    }
  }

  private static Set<String> sourcesOf(List<MappedField> fields) {
    Set<String> all = new LinkedHashSet<>();
    fields.forEach(field -> all.addAll(field.recipe().sources()));
    return all;
  }

  /** The identifier comes first, because findings name it; translations come behind their text. */
  private static int rank(MappedField field) {
    return field.language() != null ? 2 : field.target().equals("id") ? 0 : 1;
  }

  /**
   * Takes the fields of a record from its members.
   *
   * @param outside what stands outside of it, by the name of its source
   */
  void take(JsonNode record, Map<String, JsonNode> outside) {
    used.clear();
    sources.begin(record, outside);
    for (List<String> pointer : dropped) {
      used.addAll(JsonSources.at(record, pointer));
    }
    for (MappedField field : fields) {
      if (seen.size() < fields.size() && sources.hasAny(field.recipe().sources())) {
        seen.add(field);
      }
      take(field, record);
    }
    for (Table table : tables) {
      rows(table, record);
    }
  }

  private void take(MappedField mapped, JsonNode record) {
    Recipe recipe = mapped.recipe();
    JsonNode first = sources.first(recipe.sources());
    Field field = schema.requireField(mapped.keys().get(0));
    boolean single = !mapped.isPair() && mapped.language() == null;
    if (first != null && single && recipe.isPlain() && isOne(recipe, first, field)) {
      binder.mapped(field, first);
      return;
    }
    JsonNode from = first == null ? record : first;
    current = from;
    boolean list = field.isList() && !mapped.isPair();
    String text = recipe.text(sources, list, notes.of(field));
    if (text == null) {
      return;
    } else if (mapped.isPair()) {
      binder.pair(mapped.target(), JsonNode.text(text, from), (key, v) -> binder.put(key, v, from));
    } else if (mapped.language() != null) {
      binder.translate(field, mapped.language(), text);
    } else {
      binder.put(field, cells.part(field, text, from), from);
    }
  }

  /**
   * Tells whether what a plain recipe takes is one value as it is, which keeps its kind. Texts that
   * mean nothing, and arrays for a field of one value, are not.
   */
  private boolean isOne(Recipe recipe, JsonNode first, Field field) {
    boolean whole =
        first.isArray()
            ? field.isList() && first.children().stream().noneMatch(this::isNothing)
            : !isNothing(first);
    return whole
        && recipe.sources().stream()
            .map(sources::nodes)
            .anyMatch(nodes -> nodes.size() == 1 && nodes.get(0) == first);
  }

  private void rows(Table table, JsonNode record) {
    List<JsonNode> items = JsonSources.at(record, table.each());
    List<Object> rows = new ArrayList<>();
    for (JsonNode item : items) {
      JsonNode rank = JsonNode.text(Integer.toString(rows.size() + 1), item);
      table.sources().begin(item, Map.of("@index", rank));
      Object row = row(table, item);
      if (row != null) {
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      binder.children(table.table(), rows, items.get(0));
    }
  }

  private @Nullable Object row(Table table, JsonNode item) {
    Schema<?> schemaOfRows = table.table().schema();
    @Nullable Object[] values = new @Nullable Object[schemaOfRows.fields().size()];
    boolean any = false;
    for (MappedField mapped : table.fields()) {
      Field field = schemaOfRows.requireField(mapped.keys().get(0));
      Set<String> asked = mapped.recipe().sources();
      JsonNode first = table.sources().first(asked);
      JsonNode from = first == null ? item : first;
      current = from;
      String text = mapped.recipe().text(table.sources(), field.isList(), notes.of(field));
      if (text != null) {
        values[field.index()] = cells.part(field, text, from);
        any |= values[field.index()] != null && !asked.isEmpty();
      }
    }
    @Nullable List<?>[] none = new @Nullable List<?>[schemaOfRows.childTables().size()];
    return any ? schemaOfRows.create(values, none, Map.of()) : null;
  }

  private void say(
      String code, Field field, String value, @Nullable String expected, @Nullable Fix fix) {
    if (current != null) {
      binder.finding(code, current, field.key(), value, expected, fix);
    }
  }

  /** Tells whether the mapping says where a field, or a child table, comes from. */
  boolean targets(String key) {
    return targets.contains(key);
  }

  /** Tells whether the mapping asks for a source by this name. */
  boolean asksFor(String source) {
    return fields.stream().anyMatch(field -> field.recipe().sources().contains(source));
  }

  /** Returns what of a member of the record no field takes and is to be kept; null for nothing. */
  @Nullable JsonNode rest(JsonNode member) {
    String name = member.name();
    return name != null && drops(name)
        ? null
        : member.rest(node -> used.contains(node) || isNothing(node));
  }

  private boolean isNothing(JsonNode node) {
    return JsonSources.isNothing(node, mapping.ignored());
  }

  /** Tells whether a member that no field uses is not kept. */
  boolean drops(String name) {
    return mapping.drops(name);
  }

  /** Tells whether only the fields named are read. */
  boolean isStrict() {
    return mapping.isStrict();
  }

  /** Says which fields have had none of their sources in any record. */
  void end() {
    if (mapping.isPreset()) {
      return;
    }
    for (MappedField field : fields) {
      Set<String> asked = field.recipe().sources();
      if (!asked.isEmpty() && !seen.contains(field)) {
        String near = null;
        for (String source : asked) {
          near = near == null ? Nearest.of(source, sources.names()) : near;
        }
        binder.missing(field.target(), String.join(", ", asked), near);
      }
    }
  }
}
