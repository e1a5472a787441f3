package org.collporterre.examples.spark;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.model.Entry;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record as a row of typed columns, one per field that may be published; lists are arrays. Rows
 * of child tables are not among them: JSON-LD has those.
 */
final class FlatRecord {
  private FlatRecord() {}

  static StructType schema(Class<? extends Entry> type) {
    StructType schema = new StructType();
    for (Field field : fields(type)) {
      DataType one = type(field.valueClass());
      schema = schema.add(field.key(), field.isList() ? DataTypes.createArrayType(one) : one);
    }
    return schema;
  }

  static Row of(Entry entry) {
    List<Field> fields = fields(entry.getClass());
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      Object value = field.isPublicOf(entry) ? field.from(entry) : null;
      if (value instanceof List<?> items) {
        values[i] = items.stream().map(item -> value(field, item)).toArray();
      } else {
        values[i] = value == null ? null : value(field, value);
      }
    }
    return RowFactory.create(values);
  }

  /** A column for what is never published would say that it exists. */
  private static List<Field> fields(Class<? extends Entry> type) {
    return Schema.of(type).fields().stream()
        .filter(
            field -> {
              Confidential confidential = field.confidential();
              return confidential == null || !confidential.unless().isEmpty();
            })
        .toList();
  }

  private static DataType type(Class<?> type) {
    if (type == Integer.class) {
      return DataTypes.IntegerType;
    } else if (type == Double.class) {
      return DataTypes.DoubleType;
    } else if (type == Boolean.class) {
      return DataTypes.BooleanType;
    }
    return type == LocalDate.class ? DataTypes.DateType : DataTypes.StringType;
  }

  private static Object value(Field field, Object value) {
    if (value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    return type(field.valueClass()) == DataTypes.StringType ? field.type().write(value) : value;
  }
}
