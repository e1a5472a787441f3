package org.collporterre.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.TextForm;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Component;
import org.collporterre.schema.Field;
import org.collporterre.schema.FormatVersion;
import org.collporterre.schema.Group;
import org.collporterre.schema.Labels;
import org.collporterre.schema.Limits;
import org.collporterre.schema.Schema;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (draft 2020-12) of native JSON, made from the declarations of the records. They
 * accept every record that satisfies its constraints, and some that do not: a schema knows neither
 * check digits nor lists of open codes nor what one field says of another. Names and descriptions
 * are French.
 */
public final class JsonSchemas {
  private static final String BASE = "https://collporterre.org/schema/" + FormatVersion.CURRENT;
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonOut out = JsonOut.plain(bytes);
  private final Labels labels = Labels.in(Locale.FRENCH);

  private JsonSchemas() {}

  /** Returns the schema of one record of a type, as JSON on one line. */
  public static String of(Class<? extends Entry> type) {
    JsonSchemas made = new JsonSchemas();
    Schema<?> schema = Schema.of(type);
    made.begin(schema.name());
    made.object(schema);
    made.definitions(List.of(schema), false);
    return made.end();
  }

  /** Returns the schema of a file of records of any type, as JSON on one line. */
  public static String ofFile() {
    JsonSchemas made = new JsonSchemas();
    List<Schema<?>> schemas = new ArrayList<>();
    Entry.TYPES.forEach(type -> schemas.add(Schema.of(type)));
    made.begin("fiches");
    made.file(schemas);
    made.definitions(schemas, true);
    return made.end();
  }

  private void begin(String name) {
    out.beginObject().name("$schema").value(DIALECT);
    out.name("$id").value(BASE + "/" + name + ".json");
    out.name("title").value(name);
  }

  private String end() {
    try {
      out.endObject().newLine().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void file(List<Schema<?>> schemas) {
    out.name("type").value("object").name("properties").beginObject();
    out.name("collporterre").beginObject().name("type").value("object");
    out.name("properties").beginObject().name("version_format").beginObject();
    out.name("type").value("string");
    out.name("pattern").value("^" + FormatVersion.CURRENT.major() + "\\.");
    out.endObject().endObject().name("required").beginArray().value("version_format").endArray();
    out.endObject().name("fiches").beginObject().name("type").value("array");
    out.name("items").beginObject().name("oneOf").beginArray();
    schemas.forEach(schema -> reference(schema.name()));
    out.endArray().endObject().endObject().endObject();
    out.name("required").beginArray().value("collporterre").value("fiches").endArray();
  }

  private void reference(String name) {
    out.beginObject().name("$ref").value("#/$defs/" + name).endObject();
  }

  /** Writes the rows of all child tables, and the records themselves when they are not the root. */
  private void definitions(List<Schema<?>> schemas, boolean records) {
    Map<String, Schema<?>> found = new LinkedHashMap<>();
    for (Schema<?> schema : schemas) {
      if (records) {
        found.put(schema.name(), schema);
      }
      tables(schema, found);
    }
    out.name("$defs").beginObject();
    found.forEach(
        (name, schema) -> {
          out.name(name).beginObject();
          object(schema);
          out.endObject();
        });
    out.endObject();
  }

  private static void tables(Schema<?> schema, Map<String, Schema<?>> found) {
    for (ChildTable table : schema.childTables()) {
      found.put(table.name(), table.schema());
      tables(table.schema(), found);
    }
  }

  private void object(Schema<?> schema) {
    List<String> required = new ArrayList<>();
    out.name("type").value("object").name("properties").beginObject();
    if (!schema.name().isEmpty()) {
      required.add(RecordJsonWriter.TYPE);
      out.name(RecordJsonWriter.TYPE).beginObject();
      out.name("const").value(schema.name()).endObject();
    }
    List<Field> own = new ArrayList<>();
    members(schema.components(), schema, own);
    out.endObject();
    translations(own);
    for (Field field : own) {
      if (Limits.of(field).required()) {
        required.add(field.key());
      }
    }
    if (!required.isEmpty()) {
      out.name("required").beginArray();
      required.forEach(out::value);
      out.endArray();
    }
    out.name("additionalProperties").value(false);
  }

  private void members(List<Component> components, Schema<?> schema, List<Field> own) {
    for (Component component : components) {
      ChildTable table = table(schema, component);
      if (table != null) {
        rows(table);
      } else if (component instanceof Field field) {
        own.add(field);
        out.name(field.key()).beginObject();
        label(field.key());
        property(field);
        out.endObject();
      } else if (component instanceof Group group) {
        members(schema.componentsOf(group), schema, own);
      } else {
        out.name(RecordJsonWriter.EXTENSIONS).beginObject().name("type").value("object");
        out.name("additionalProperties").beginObject().name("type").value("string");
        out.endObject().endObject();
      }
    }
  }

  private static @Nullable ChildTable table(Schema<?> schema, Component component) {
    for (ChildTable table : schema.childTables()) {
      if (table.isOf(component)) {
        return table;
      }
    }
    return null;
  }

  private void label(String key) {
    out.name("title").value(labels.label(key));
    out.name("description").value(labels.description(key));
  }

  private void rows(ChildTable table) {
    out.name(table.name()).beginObject();
    label(table.name());
    out.name("type").value("array").name("items");
    reference(table.name());
    most("maxItems", Limits.maxItems(table));
    out.endObject();
  }

  private void most(String keyword, int limit) {
    if (limit != Limits.UNLIMITED) {
      out.name(keyword).value(limit);
    }
  }

  private void property(Field field) {
    Limits limits = Limits.of(field);
    if (!field.isList()) {
      value(field, limits);
      return;
    }
    out.name("type").value("array").name("items").beginObject();
    value(field, limits);
    out.endObject();
    most("maxItems", limits.maxItems());
  }

  private void value(Field field, Limits limits) {
    ValueType.Kind kind = field.type().kind();
    out.name("type").value(typeName(kind));
    if (field.codeList() != null && !field.isOpen()) {
      out.name("enum").beginArray();
      for (Object code : field.valueClass().getEnumConstants()) {
        String written = field.type().write(code);
        if (kind == ValueType.Kind.INTEGER) {
          out.number(written);
        } else {
          out.value(written);
        }
      }
      out.endArray();
    }
    if (kind == ValueType.Kind.DATE) {
      out.name("format").value("date");
      out.name("pattern").value("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }
    text(limits);
    bound("minimum", limits.minimum());
    bound("maximum", limits.maximum());
  }

  private static String typeName(ValueType.Kind kind) {
    return switch (kind) {
      case TEXT, STRING, DATE -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
    };
  }

  private void text(Limits limits) {
    if (limits.email()) {
      out.name("format").value("email");
    }
    if (limits.minLength() > 0) {
      out.name("minLength").value(limits.minLength());
    }
    most("maxLength", limits.maxLength());
    if (limits.pattern() != null) {
      out.name("pattern").value("^(?:" + limits.pattern() + ")$");
    }
  }

  private void bound(String keyword, @Nullable BigDecimal bound) {
    if (bound != null) {
      out.name(keyword).value(bound);
    }
  }

  /** A translation is named by the text's key and its language. */
  private void translations(List<Field> fields) {
    if (fields.stream().noneMatch(Field::isLocalized)) {
      return;
    }
    String language = LanguageTag.class.getAnnotation(TextForm.class).value();
    out.name("patternProperties").beginObject();
    for (Field field : fields) {
      if (field.isLocalized()) {
        out.name("^" + field.key() + "@(?:" + language + ")$").beginObject();
        value(field, Limits.of(field));
        out.endObject();
      }
    }
    out.endObject();
  }
}
