package org.collporterre.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Labels;
import org.collporterre.schema.Limits;
import org.collporterre.schema.Schema;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Coded;

/**
 * Frictionless Table Schemas of the tables of the format, made from the declarations of the fields.
 * A schema is a tree of maps, lists, texts, numbers and truth values, ready for any JSON library.
 * Lists in a cell are texts; {@code collporterre:list} names their delimiter.
 */
public final class TableSchemas {
  private static final Labels LABELS = Labels.in(Locale.FRENCH);

  private TableSchemas() {}

  /** Returns the schema of a table of records. */
  public static Map<String, Object> ofRecords(Schema<?> schema) {
    return of(schema, List.of(), schema.fields().stream().map(Field::key).toList());
  }

  /** Returns the schema of a table whose rows belong to records. */
  public static Map<String, Object> of(ChildTable table) {
    List<String> header = new ArrayList<>(table.links());
    table.schema().fields().forEach(field -> header.add(field.key()));
    return of(table.schema(), table.links(), header);
  }

  /** Returns a schema as JSON, indented for people. */
  public static String json(Map<String, Object> schema) {
    return JsonTree.write(schema);
  }

  /**
   * Returns the schema of a table as it was written.
   *
   * @param links the keys of the linking columns
   * @param header all columns in their order; one that is neither link nor field is a text
   */
  static Map<String, Object> of(Schema<?> schema, List<String> links, List<String> header) {
    List<Object> fields = new ArrayList<>();
    for (String name : header) {
      Field field = schema.field(name);
      if (links.contains(name)) {
        fields.add(link(name));
      } else if (field != null) {
        fields.add(field(field));
      } else {
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("name", name);
        other.put("type", "string");
        fields.add(other);
      }
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("fields", fields);
    all.put("missingValues", List.of(""));
    if (!schema.name().isEmpty()) {
      all.put("primaryKey", List.of("id"));
    }
    if (links.contains("methodologie")) {
      Map<String, Object> key = new LinkedHashMap<>();
      Map<String, Object> parent = new LinkedHashMap<>();
      parent.put("resource", "methodologies");
      parent.put("fields", List.of("id"));
      key.put("fields", List.of("methodologie"));
      key.put("reference", parent);
      all.put("foreignKeys", List.of(key));
    }
    return all;
  }

  private static Map<String, Object> labelled(String name) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("name", name);
    made.put("title", LABELS.label(name));
    made.put("description", LABELS.description(name));
    return made;
  }

  private static Map<String, Object> link(String name) {
    Map<String, Object> made = labelled(name);
    boolean number = ChildTable.OPTIONAL_LINKS.contains(name);
    made.put("type", number ? "integer" : "string");
    made.put("constraints", number ? Map.of("minimum", 1) : Map.of("required", true));
    return made;
  }

  private static Map<String, Object> field(Field field) {
    Map<String, Object> made = labelled(field.key());
    String type = field.isList() ? "string" : type(field.type().kind());
    made.put("type", type);
    if (type.equals("boolean")) {
      made.put("trueValues", List.of("oui"));
      made.put("falseValues", List.of("non"));
    }
    Map<String, Object> constraints = constraints(field, type);
    if (!constraints.isEmpty()) {
      made.put("constraints", constraints);
    }
    if (field.isList()) {
      made.put("collporterre:list", "|");
    }
    return made;
  }

  private static String type(ValueType.Kind kind) {
    return switch (kind) {
      case TEXT, STRING -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
    };
  }

  private static Map<String, Object> constraints(Field field, String type) {
    Limits limits = Limits.of(field);
    Map<String, Object> made = new LinkedHashMap<>();
    if (limits.required()) {
      made.put("required", true);
    }
    if (field.key().equals("id")) {
      made.put("unique", true);
    }
    if (field.isList()) {
      return made;
    }
    if (type.equals("string")) {
      if (limits.minLength() > 0) {
        made.put("minLength", limits.minLength());
      }
      if (limits.maxLength() != Limits.UNLIMITED) {
        made.put("maxLength", limits.maxLength());
      }
      String pattern = limits.pattern();
      if (pattern != null) {
        made.put("pattern", pattern);
      }
      if (Coded.class.isAssignableFrom(field.valueClass())) {
        List<Object> codes = new ArrayList<>();
        for (Object constant : field.valueClass().getEnumConstants()) {
          codes.add(((Coded) constant).code());
        }
        made.put("enum", codes);
      }
    }
    BigDecimal minimum = limits.minimum();
    BigDecimal maximum = limits.maximum();
    if (minimum != null) {
      made.put("minimum", minimum);
    }
    if (maximum != null) {
      made.put("maximum", maximum);
    }
    return made;
  }
}
