package org.collporterre.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Makes one record from a JSON object, and remembers what it refuses. */
final class RecordJsonReader implements ValueType.Notes {
  private static final String WRONG_TYPE = "json-type";
  private static final int LONGEST_SHOWN = 80;
  private static final int MOST_SHOWN = 20;

  private final List<String> refusals = new ArrayList<>();
  private final Map<String, String> extensions = new LinkedHashMap<>();
  private int refused;
  private String key = "";
  private String text = "";

  private RecordJsonReader() {}

  /**
   * Returns the class of the record that an object is.
   *
   * @throws JsonbException when its type is missing or unknown
   */
  static Class<? extends Entry> type(JsonObject object) {
    JsonValue name = object.get(RecordJsonWriter.TYPE);
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (name instanceof JsonString text && text.getString().equals(Schema.of(type).name())) {
        return type;
      }
    }
    throw refused(List.of(refusal(RecordJsonWriter.TYPE, shown(name), "record-type-unknown")));
  }

  /**
   * Returns the record that an object is.
   *
   * @throws JsonbException when it is of another type, or values in it are refused
   */
  static <E extends Entry> E read(JsonObject object, Class<E> type) {
    if (object.containsKey(RecordJsonWriter.TYPE) && type(object) != type) {
      String found = shown(object.get(RecordJsonWriter.TYPE));
      throw refused(List.of(refusal(RecordJsonWriter.TYPE, found, "record-type-unknown")));
    }
    RecordJsonReader reader = new RecordJsonReader();
    E entry = reader.entry(object, Schema.of(type));
    if (!reader.refusals.isEmpty()) {
      throw refused(reader.refusals);
    }
    return entry;
  }

  private static JsonbException refused(List<String> refusals) {
    return new JsonbException(String.join("; ", refusals));
  }

  private static String refusal(String key, String value, String code) {
    return key + ": " + value + " (" + code + ")";
  }

  private static String shown(@Nullable JsonValue value) {
    return value == null
        ? ""
        : cut(value instanceof JsonString string ? string.getString() : value.toString());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }

  private <E> E entry(JsonObject object, Schema<E> schema) {
    Row<E> row = new Row<>(schema, "");
    object.forEach(
        (name, value) -> {
          if (name.equals(RecordJsonWriter.EXTENSIONS) && value instanceof JsonObject rest) {
            rest.forEach(this::extend);
          } else if (!name.equals(RecordJsonWriter.TYPE)) {
            row.member(name, value);
          }
        });
    return row.finish();
  }

  private void extend(String name, JsonValue value) {
    if (value.getValueType() != JsonValue.ValueType.NULL) {
      extensions.put(name, value instanceof JsonString s ? s.getString() : value.toString());
    }
  }

  /** A record in the making, or a row of a child table. */
  private final class Row<R> {
    private final Schema<R> schema;
    private final String path;
    private final @Nullable Object[] values;
    private final @Nullable List<?>[] children;
    private final Map<String, JsonValue> translations = new LinkedHashMap<>();
    private final Map<String, ChildTable> tables = new HashMap<>();

    Row(Schema<R> schema, String path) {
      this.schema = schema;
      this.path = path;
      this.values = new @Nullable Object[schema.fields().size()];
      this.children = new @Nullable List<?>[schema.childTables().size()];
      schema.childTables().forEach(table -> tables.put(table.name(), table));
    }

    void member(String name, JsonValue value) {
      ChildTable table = tables.get(name);
      Field field = schema.field(name);
      if (value.getValueType() == JsonValue.ValueType.NULL) {
        return;
      } else if (table != null) {
        children[table.index()] = rows(table, value);
      } else if (field != null && isOwn(field)) {
        key = path + name;
        values[field.index()] = field.isList() ? list(field, value) : one(field, value);
      } else if (name.indexOf('@') > 0) {
        translations.put(name, value);
      } else {
        extend(path + name, value);
      }
    }

    /** Columns that hold child rows in compact form are for formats that have no other. */
    private boolean isOwn(Field field) {
      return field.child() == null && !(field.group() != null && field.group().child() != null);
    }

    private List<Object> rows(ChildTable table, JsonValue value) {
      List<Object> rows = new ArrayList<>();
      if (!(value instanceof JsonArray array)) {
        refuse(path + table.name(), shown(value), WRONG_TYPE);
        return rows;
      }
      for (JsonValue item : array) {
        String place = path + table.name() + "[" + rows.size() + "]";
        if (!(item instanceof JsonObject object)) {
          refuse(place, shown(item), WRONG_TYPE);
          return rows;
        }
        Row<?> row = new Row<>(table.schema(), place + ".");
        object.forEach(row::member);
        rows.add(row.finish());
      }
      return rows;
    }

    R finish() {
      translations.forEach(this::translation);
      return schema.create(values, children, extensions);
    }

    private void translation(String name, JsonValue value) {
      int at = name.indexOf('@');
      Field field = schema.field(name.substring(0, at));
      if (field != null
          && values[field.index()] instanceof LocalizedText own
          && value instanceof JsonString other) {
        values[field.index()] = own.with(name.substring(at + 1), other.getString());
      } else {
        extend(path + name, value);
      }
    }
  }

  private @Nullable Object list(Field field, JsonValue value) {
    if (!(value instanceof JsonArray array)) {
      refuse(key, shown(value), WRONG_TYPE);
      return null;
    }
    List<Object> items = new ArrayList<>();
    for (JsonValue each : array) {
      Object item = one(field, each);
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  private @Nullable Object one(Field field, JsonValue value) {
    int before = refused;
    Object found =
        switch (field.type().kind()) {
          case TEXT, STRING, DATE ->
              value instanceof JsonString string ? fromText(field, string.getString()) : null;
          case BOOLEAN -> bool(value);
          case INTEGER, NUMBER -> value instanceof JsonNumber n ? number(field, n) : null;
        };
    if (found == null && refused == before) {
      refuse(key, shown(value), WRONG_TYPE);
    }
    return found;
  }

  private static @Nullable Boolean bool(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> null;
    };
  }

  /** Texts are kept as they are: a program that wrote a text wants that text back. */
  private @Nullable Object fromText(Field field, String string) {
    if (field.valueClass() == String.class) {
      return string;
    } else if (field.valueClass() == LocalizedText.class) {
      return LocalizedText.of(string);
    }
    text = string;
    return field.type().read(string, this);
  }

  private @Nullable Object number(Field field, JsonNumber number) {
    BigDecimal decimal = number.bigDecimalValue();
    if (field.valueClass() == BigDecimal.class) {
      return decimal;
    } else if (field.valueClass() == Double.class) {
      double value = decimal.doubleValue();
      return Double.isInfinite(value) ? null : value;
    }
    text = number.toString();
    return field.type().read(text, this);
  }

  private void refuse(String where, String value, String code) {
    refused++;
    if (refusals.size() < MOST_SHOWN) {
      refusals.add(refusal(where, value, code));
    }
  }

  @Override
  public boolean repaired(String code, String plain) {
    refused(code, plain, null);
    return false;
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public boolean repairs() {
    return false;
  }

  @Override
  public void noticed(String code, @Nullable String expected) {
    // Nothing that is read here has anything to be looked at: texts are not read at all.
  }

  @Override
  public void refused(String code, @Nullable String expected, @Nullable String suggestion) {
    refuse(key, cut(text), code);
  }

  @Override
  public Vocabularies vocabularies() {
    return Vocabularies.standard();
  }
}
