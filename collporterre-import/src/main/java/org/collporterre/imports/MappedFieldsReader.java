package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping says of the fields of a record, or of the rows of a child table. */
final class MappedFieldsReader {
  private static final String UNKNOWN = "mapping-key-unknown";
  private static final String TWICE = "mapping-key-twice";
  private static final Set<String> COORDINATES = Set.of("latitude", "longitude");

  private final StrictJson reader;
  private final List<Schema<?>> schemas;
  private final Set<String> ignored;
  private final RecipeReader recipes;
  private final Map<String, JsonNode> definitions = new HashMap<>();
  private final Map<String, MappedField> made = new HashMap<>();
  private final Set<String> failed = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final List<MappedField> fields = new ArrayList<>();
  private final List<MappedTable> tables = new ArrayList<>();

  /**
   * @param schemas those of which a field may be
   * @param ignored texts that mean nothing
   */
  MappedFieldsReader(StrictJson reader, List<Schema<?>> schemas, Set<String> ignored) {
    this.reader = reader;
    this.schemas = schemas;
    this.ignored = ignored;
    this.recipes = new RecipeReader(reader, ignored, this::fieldOf);
  }

  /** Reads the definitions in an object. */
  void read(JsonNode object) {
    for (JsonNode node : object.children()) {
      definitions.put(Objects.requireNonNull(node.name()), node);
    }
    for (JsonNode node : object.children()) {
      if (node.isObject() && node.get("each") != null) {
        table(node);
      } else {
        MappedField field = field(node);
        if (field != null) {
          fields.add(field);
        }
      }
    }
  }

  List<MappedField> fields() {
    return List.copyOf(fields);
  }

  List<MappedTable> tables() {
    return List.copyOf(tables);
  }

  private @Nullable MappedField field(JsonNode node) {
    String target = Objects.requireNonNull(node.name());
    MappedField known = made.get(target);
    if (known != null || failed.contains(target)) {
      return known;
    }
    int errorsAt = failed.size();
    open.add(target);
    MappedField field = read(target, node);
    open.remove(target);
    if (field == null || failed.size() > errorsAt) {
      failed.add(target);
      return null;
    }
    made.put(target, field);
    return field;
  }

  private @Nullable MappedField read(String target, JsonNode node) {
    int at = target.lastIndexOf('@');
    String language = at < 1 ? null : target.substring(at + 1);
    List<String> keys = Arrays.asList((at < 1 ? target : target.substring(0, at)).split(",", -1));
    List<Field> own = new ArrayList<>();
    for (String key : keys) {
      Field field = fieldOf(key);
      if (field == null) {
        unknown(node, key);
        return null;
      }
      own.add(field);
    }
    boolean pair = keys.size() > 1;
    boolean wrongPair = pair && !(keys.size() == 2 && Set.copyOf(keys).equals(COORDINATES));
    boolean wrongLanguage =
        language != null
            && (pair || !own.get(0).isLocalized() || !LanguageTag.Validator.matches(language));
    if (wrongPair || wrongLanguage) {
      reader.say(UNKNOWN, node, target, wrongPair ? "latitude,longitude" : "titre@en");
      return null;
    }
    for (String key : keys) {
      if (!taken.add(language == null ? key : target)) {
        reader.say(TWICE, node, key, null);
      }
    }
    Recipe recipe = recipes.read(node, own.get(0), this::other);
    return recipe == null
        ? null
        : new MappedField(target, List.copyOf(keys), language, recipe, node.compact());
  }

  /** Returns the recipe of another field that a template names; null when it is not to be had. */
  private @Nullable Recipe other(JsonNode at, String key) {
    JsonNode definition = definitions.get(key);
    if (definition == null) {
      // The mapping says nothing of it: it is the column of that name.
      return Recipe.of(key);
    }
    if (open.contains(key)) {
      List<String> way = new ArrayList<>(open);
      String cycle = String.join(" → ", way.subList(way.indexOf(key), way.size()));
      reader.say("mapping-cycle", at, cycle + " → " + key, null);
      return null;
    }
    MappedField field = field(definition);
    return field == null ? null : field.recipe();
  }

  private @Nullable Field fieldOf(String key) {
    for (Schema<?> schema : schemas) {
      Field field = schema.field(key);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private void unknown(JsonNode node, String key) {
    Set<String> keys = new TreeSet<>();
    for (Schema<?> schema : schemas) {
      schema.fields().forEach(field -> keys.add(field.key()));
      schema.childTables().forEach(table -> keys.add(table.name()));
      Field meant = schema.byHeader(key);
      if (meant != null) {
        reader.say(UNKNOWN, node, key, meant.key());
        return;
      }
    }
    reader.say(UNKNOWN, node, key, Nearest.of(key, keys));
  }

  private void table(JsonNode node) {
    String name = Objects.requireNonNull(node.name());
    ChildTable table = childTable(name);
    reader.known(node, List.of("each", "fields"));
    JsonNode each = Objects.requireNonNull(node.get("each"));
    JsonNode inner = node.get("fields");
    if (table == null) {
      unknown(node, name);
    } else if (!MappingSourceReader.POINTER.matcher(reader.text(each)).matches()) {
      reader.malformed(each, "/steps/*");
    } else if (inner == null || !inner.isObject()) {
      reader.malformed(inner == null ? node : inner, "{\"each\": …, \"fields\": {…}}");
    } else {
      MappedFieldsReader rows = new MappedFieldsReader(reader, List.of(table.schema()), ignored);
      rows.read(inner);
      rows.tables.forEach(nested -> reader.malformed(node, "\"" + nested.name() + "\""));
      tables.add(new MappedTable(name, each.text(), rows.fields(), node.compact()));
    }
  }

  private @Nullable ChildTable childTable(String name) {
    for (Schema<?> schema : schemas) {
      for (ChildTable table : schema.childTables()) {
        if (table.name().equals(name)) {
          return table;
        }
      }
    }
    return null;
  }
}
