package org.collporterre.examples.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.DocumentationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A record as a row: what was found in it alone, what rules across records compare, and what is
 * published of it. A row without record holds findings about a file.
 */
final class RecordRow {
  private static final DataType FINDINGS = DataTypes.createArrayType(FindingRow.SCHEMA);
  private static final DataType REFERENCES =
      DataTypes.createArrayType(
          new StructType()
              .add("field", DataTypes.StringType)
              .add("target_type", DataTypes.StringType)
              .add("target", DataTypes.StringType));
  private static final DataType KEYS =
      DataTypes.createArrayType(
          new StructType().add("kind", DataTypes.StringType).add("key", DataTypes.StringType));

  static final StructType SCHEMA = schema();

  private RecordRow() {}

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add("source", DataTypes.IntegerType)
            .add("position", DataTypes.LongType)
            .add("findings", FINDINGS)
            .add("type", DataTypes.StringType)
            .add("id", DataTypes.StringType)
            .add("stopped", DataTypes.BooleanType)
            .add("refers", DataTypes.BooleanType)
            .add("references", REFERENCES)
            .add("keys", KEYS)
            .add("proven", DataTypes.BooleanType)
            .add("precise", DataTypes.BooleanType)
            .add("compared", DuplicatePairs.KEYS)
            .add("facts", Facts.SCHEMA)
            .add("geojson", DataTypes.StringType)
            .add("jsonld", DataTypes.StringType);
    for (Class<? extends Entry> type : Entry.TYPES) {
      schema = schema.add(Schema.of(type).name(), FlatRecord.schema(type));
    }
    return schema;
  }

  /**
   * Returns a row of findings only.
   *
   * @param stopped whether the source could not be read to its end, so that nothing of it is
   *     published
   */
  static Row of(int source, long position, List<Finding> findings, boolean stopped) {
    @Nullable Object[] values = new @Nullable Object[SCHEMA.length()];
    values[0] = source;
    values[1] = position;
    values[2] = rows(findings);
    values[5] = stopped;
    return RowFactory.create(values);
  }

  /**
   * Returns the row of a whole record.
   *
   * @param compared what the record is compared with others by
   * @param jsonld null when the record is not to be published
   */
  static Row of(
      int source,
      long position,
      List<Finding> findings,
      Located<? extends Entry> row,
      Row[] compared,
      @Nullable String geojson,
      @Nullable String jsonld) {
    Entry entry = row.value();
    List<@Nullable Object> values = new ArrayList<>(SCHEMA.length());
    values.add(source);
    values.add(position);
    values.add(rows(findings));
    values.add(Schema.of(entry).name());
    values.add(entry.id());
    values.add(false);
    values.add(refers(entry));
    values.add(references(entry));
    values.add(BlockingKeys.of(entry).toArray(Row[]::new));
    values.add(
        entry instanceof Methodology methodology
            && methodology.documentationStatus() == DocumentationStatus.PROVEN);
    values.add(saysPrecision(entry));
    values.add(compared);
    values.add(Facts.of(row));
    values.add(geojson);
    values.add(jsonld);
    for (Class<? extends Entry> type : Entry.TYPES) {
      values.add(jsonld != null && type.isInstance(entry) ? FlatRecord.of(entry) : null);
    }
    return RowFactory.create(values.toArray());
  }

  /** Tells whether a record is whole: others have findings of their own and are no record yet. */
  @SuppressWarnings({"ConstantConditions", "NullAway"})
  static boolean isWhole(Entry entry) {
    return entry.header() != null
        && entry.sheet() != null
        && entry.id() != null
        && !(entry instanceof Portrait portrait
            && (portrait.subject() == null || portrait.consent() == null));
  }

  private static Row[] rows(List<Finding> findings) {
    return findings.stream().map(FindingRow::of).toArray(Row[]::new);
  }

  private static boolean refers(Entry entry) {
    for (Field field : Schema.of(entry).references()) {
      if (field.from(entry) instanceof List<?> refs && !refs.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static Row[] references(Entry entry) {
    List<Row> rows = new ArrayList<>();
    for (Field field : Schema.of(entry).references()) {
      Class<? extends Entry> target = field.refersTo();
      if (target != null && field.from(entry) instanceof List<?> refs) {
        for (Object ref : refs) {
          if (((RecordRef) ref).isLocal()) {
            rows.add(
                RowFactory.create(
                    field.key(), Schema.of(target).name(), ((RecordRef) ref).target()));
          }
        }
      }
    }
    return rows.toArray(Row[]::new);
  }

  private static boolean saysPrecision(Entry entry) {
    if (entry instanceof Initiative initiative) {
      for (Place place : initiative.locations()) {
        if (place.precision() != null) {
          return true;
        }
      }
    }
    return false;
  }
}
