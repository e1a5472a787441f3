package org.collporterre.json;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Component;
import org.collporterre.schema.Decimals;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.RecordReader;
import org.collporterre.schema.Schema;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one class as native JSON objects: a member per field under its key, in column
 * order; child tables as arrays of objects; nothing for what is absent. Worked out once per class.
 * Immutable and thread-safe.
 */
public final class RecordJsonWriter {
  /** The member that names the type of a record: {@code initiative}. */
  public static final String TYPE = "type_fiche";

  /** The member that holds what the format does not know. */
  public static final String EXTENSIONS = "extensions";

  private static final ClassValue<RecordJsonWriter> WRITERS =
      new ClassValue<>() {
        @Override
        protected RecordJsonWriter computeValue(Class<?> type) {
          return new RecordJsonWriter(Schema.of(type));
        }
      };

  /** Writes the value of one component as members of the current object. */
  private interface Member {
    void write(Object value, JsonGenerator out);
  }

  private final String name;
  private final Members members;

  private RecordJsonWriter(Schema<?> schema) {
    this.name = schema.name();
    this.members = new Members(schema.type(), schema.components(), schema);
  }

  /**
   * Returns the writer of a record class, or of the class of a child table's rows.
   *
   * @throws IllegalArgumentException when it is no record class of the format
   */
  public static RecordJsonWriter of(Class<?> type) {
    return WRITERS.get(type);
  }

  /**
   * Writes a record as an object, where the generator expects a value.
   *
   * @throws IllegalArgumentException when a number in it is infinite or not a number
   */
  public void write(Object entry, JsonGenerator out) {
    out.writeStartObject();
    if (!name.isEmpty()) {
      out.write(TYPE, name);
    }
    members.write(entry, out);
    out.writeEnd();
  }

  /** The components of a record class, in order. */
  private static final class Members implements Member {
    private final RecordReader reader;
    private final Member[] each;

    Members(Class<?> type, List<Component> components, Schema<?> schema) {
      this.reader = RecordReader.of(type);
      this.each =
          components.stream().map(component -> member(component, schema)).toArray(Member[]::new);
    }

    @Override
    public void write(Object owner, JsonGenerator out) {
      @Nullable Object[] values = reader.read(owner);
      for (int i = 0; i < each.length; i++) {
        Object value = values[i];
        if (value != null) {
          each[i].write(value, out);
        }
      }
    }
  }

  private static Member member(Component component, Schema<?> schema) {
    for (ChildTable table : schema.childTables()) {
      if (table.isOf(component)) {
        return rows(table);
      }
    }
    if (component instanceof Field field) {
      return field.isList() ? list(field) : field.isLocalized() ? text(field.key()) : value(field);
    } else if (component instanceof Group group) {
      return new Members(group.type(), schema.componentsOf(group), schema);
    }
    return (value, out) -> extensions((Map<?, ?>) value, out);
  }

  private static Member rows(ChildTable table) {
    String key = table.name();
    RecordJsonWriter writer = of(table.type());
    return (value, out) -> {
      List<?> rows = (List<?>) value;
      if (!rows.isEmpty()) {
        out.writeStartArray(key);
        for (Object row : rows) {
          writer.write(row, out);
        }
        out.writeEnd();
      }
    };
  }

  private static Member list(Field field) {
    String key = field.key();
    return (value, out) -> {
      List<?> items = (List<?>) value;
      if (!items.isEmpty()) {
        out.writeStartArray(key);
        for (Object item : items) {
          item(field, item, out);
        }
        out.writeEnd();
      }
    };
  }

  private static void item(Field field, Object item, JsonGenerator out) {
    switch (field.type().kind()) {
      case BOOLEAN -> out.write((boolean) item);
      case INTEGER -> out.write(Integer.parseInt(field.type().write(item)));
      case NUMBER -> out.write(number(item));
      case TEXT, STRING, DATE -> out.write(field.type().write(item));
    }
  }

  private static Member text(String key) {
    return (value, out) -> {
      LocalizedText text = (LocalizedText) value;
      out.write(key, text.text());
      if (!text.translations().isEmpty()) {
        text.translations().forEach((language, other) -> out.write(key + "@" + language, other));
      }
    };
  }

  private static Member value(Field field) {
    String key = field.key();
    ValueType<Object> type = field.type();
    return switch (type.kind()) {
      case BOOLEAN -> (value, out) -> out.write(key, (boolean) value);
      case INTEGER -> (value, out) -> out.write(key, Integer.parseInt(type.write(value)));
      case NUMBER -> (value, out) -> out.write(key, number(value));
      case TEXT, STRING, DATE -> (value, out) -> out.write(key, type.write(value));
    };
  }

  /** A generator writes doubles as the JDK it runs on does; numbers are to be the same on all. */
  private static BigDecimal number(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal
        : new BigDecimal(Decimals.write((Double) value));
  }

  private static void extensions(Map<?, ?> extensions, JsonGenerator out) {
    if (!extensions.isEmpty()) {
      out.writeStartObject(EXTENSIONS);
      extensions.forEach((key, text) -> out.write((String) key, (String) text));
      out.writeEnd();
    }
  }
}
