package org.collporterre.cms.sling;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Schema;

/**
 * A record as a tree of nodes and properties: its native JSON, in which no field is named here. A
 * value is a text, a whole or decimal number, a yes-or-no value, a list of one of these, a tree
 * (columns the format does not know) or a list of trees (the rows of a table).
 *
 * @param values by column
 */
record RecordTree(Map<String, Object> values) {
  /** Returns all of a record. */
  static RecordTree of(Entry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.createGenerator(text)) {
      RecordJsonWriter.of(entry.getClass()).write(entry, out);
    }
    try (JsonReader in = Json.createReader(new StringReader(text.toString()))) {
      return new RecordTree(tree(in.readObject()));
    }
  }

  /** Returns what of a record may be public: as maps have it, but with lists as rows. */
  static RecordTree published(Entry entry) {
    Schema<?> schema = Schema.of(entry.getClass());
    Map<String, Object> left = open(schema, of(entry).values());
    for (ChildTable table : schema.childTables()) {
      left.computeIfPresent(
          table.name(), (name, rows) -> published(table, table.from(entry), (List<?>) rows));
      if (List.of().equals(left.get(table.name()))) {
        left.remove(table.name());
      }
    }
    return new RecordTree(left);
  }

  /** Persons among the actors did not ask to be in a site. */
  private static Object published(ChildTable table, List<?> rows, List<?> trees) {
    List<Object> left = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      if (!(rows.get(i) instanceof LinkedNode node && node.isPersonal())) {
        left.add(open(table.schema(), map(trees.get(i))));
      }
    }
    return left;
  }

  private static Map<String, Object> open(Schema<?> schema, Map<String, Object> values) {
    Map<String, Object> left = new LinkedHashMap<>(values);
    for (Field field : schema.fields()) {
      Confidential confidential = field.confidential();
      if (confidential != null && !Boolean.TRUE.equals(values.get(confidential.unless()))) {
        // With its translations.
        left.keySet().removeIf(key -> key.equals(field.key()) || key.startsWith(field.key() + "@"));
      }
    }
    return left;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object tree) {
    return (Map<String, Object>) tree;
  }

  /** Writes it where the generator expects a value. */
  void write(JsonGenerator out) {
    write(values, out);
  }

  private static Map<String, Object> tree(JsonObject object) {
    Map<String, Object> values = new LinkedHashMap<>();
    object.forEach((key, value) -> values.put(key, value(value)));
    return values;
  }

  private static Object value(JsonValue value) {
    if (value instanceof JsonObject object) {
      return tree(object);
    } else if (value instanceof JsonArray array) {
      List<Object> items = new ArrayList<>();
      array.forEach(item -> items.add(value(item)));
      return items;
    } else if (value instanceof JsonString text) {
      return text.getString();
    } else if (value instanceof JsonNumber number) {
      return number.isIntegral() && number.bigDecimalValue().scale() == 0
          ? (Object) number.longValueExact()
          : number.bigDecimalValue();
    }
    return value == JsonValue.TRUE;
  }

  private static void write(Object value, JsonGenerator out) {
    if (value instanceof Map<?, ?>) {
      out.writeStartObject();
      map(value)
          .forEach(
              (key, one) -> {
                out.writeKey(key);
                write(one, out);
              });
      out.writeEnd();
    } else if (value instanceof List<?> items) {
      out.writeStartArray();
      items.forEach(item -> write(item, out));
      out.writeEnd();
    } else if (value instanceof Boolean yes) {
      out.write(yes);
    } else if (value instanceof Long number) {
      out.write(number);
    } else if (value instanceof BigDecimal number) {
      out.write(number);
    } else {
      out.write(value.toString());
    }
  }
}
