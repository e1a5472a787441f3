package org.collporterre.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.DuplicateBlock;
import org.collporterre.check.DuplicateKeys;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;

/**
 * Probable duplicates: records of one key are compared in one task, and of each record the
 * strongest pairs of all its keys are told. What too many records share is counted first.
 */
final class DuplicatePairs {
  private static final String CODE = "probable-duplicate";
  private static final StructType KEY =
      new StructType().add("kind", DataTypes.StringType).add("value", DataTypes.LongType);

  /** What a record is compared with others by. */
  static final DataType KEYS = DataTypes.createArrayType(KEY);

  private static final StructType END =
      new StructType().add("source", DataTypes.IntegerType).add("position", DataTypes.LongType);

  private static final StructType PAIR =
      new StructType()
          .add("earlier", END)
          .add("later", END)
          .add("rank", DataTypes.LongType)
          .add("finding", FindingRow.SCHEMA);

  private final CheckSettings settings;
  private final Dataset<Row> firsts;

  DuplicatePairs(CheckSettings settings, Dataset<Row> firsts) {
    this.settings = settings;
    this.firsts = firsts;
  }

  static Row[] keys(DuplicateKeys keys, Entry entry) {
    return keys.of(entry).stream()
        .map(key -> RowFactory.create(key.kind().name(), key.value()))
        .toArray(Row[]::new);
  }

  /** Returns the findings, as those of a {@link Meeting}. */
  Dataset<Row> findings() {
    Dataset<Row> pairs =
        blocks()
            .groupBy("earlier", "later")
            .agg(min("rank").as("rank"), min("finding").as("finding"));
    return told(pairs)
        .select(
            col("later.source"),
            col("later.position"),
            lit(false).as("holds"),
            lit(null).cast(DataTypes.StringType).as("once"),
            lit(1).as("phase"),
            col("finding"));
  }

  /** The pairs that are among the strongest of one of their records. */
  private static Dataset<Row> told(Dataset<Row> pairs) {
    Column ofEarlier = rank().over(Window.partitionBy("record").orderBy("rank"));
    Dataset<Row> ends =
        pairs
            .withColumn("record", col("earlier"))
            .union(pairs.withColumn("record", col("later")))
            .withColumn("place", ofEarlier)
            .filter(col("place").leq(DuplicateBlock.PAIRS_PER_RECORD));
    return ends.select("earlier", "later", "finding").distinct();
  }

  private Dataset<Row> blocks() {
    Dataset<Row> keys =
        firsts
            .select(col("source"), col("position"), explode(col("compared")).as("one"))
            .select("source", "position", "one.kind", "one.value");
    Dataset<Row> counts =
        keys.groupBy("kind", "value")
            .agg(count(lit(1)).as("records"))
            .filter(col("records").gt(1))
            .cache();
    Column crowd = lit(false);
    Column block = lit(false);
    for (DuplicateKeys.Kind kind : DuplicateKeys.Kind.values()) {
      Column isKind = col("kind").equalTo(kind.name());
      crowd = crowd.or(isKind.and(col("records").gt(kind.most())));
      if (kind.isBlock()) {
        block = block.or(isKind.and(col("records").leq(kind.most())));
      }
    }
    Dataset<Row> crowded =
        keys.join(counts.filter(crowd), AcrossRecords.names("kind", "value"))
            .groupBy("source", "position")
            .agg(collect_list(struct("kind", "value")).as("crowded"));
    Dataset<Row> members =
        keys.join(counts.filter(block), AcrossRecords.names("kind", "value"))
            .join(crowded, AcrossRecords.names("source", "position"), "left")
            .join(
                firsts.select("source", "position", "facts"),
                AcrossRecords.names("source", "position"))
            .select("kind", "value", "source", "position", "crowded", "facts");
    MapFunction<Row, String> group = row -> row.getString(0) + row.getLong(1);
    return members
        .groupByKey(group, Encoders.STRING())
        .flatMapSortedGroups(
            new Column[] {col("source"), col("position")},
            new Comparison(settings),
            Encoders.row(PAIR));
  }

  /** Compares the records of a key. */
  private record Comparison(CheckSettings settings)
      implements FlatMapGroupsFunction<String, Row, Row> {
    @Override
    public Iterator<Row> call(String key, Iterator<Row> rows) {
      Row first = rows.next();
      DuplicateBlock block = new DuplicateBlock(DuplicateKeys.Kind.valueOf(first.getString(0)));
      List<Row> places = new ArrayList<>();
      add(block, first, places);
      while (rows.hasNext()) {
        add(block, rows.next(), places);
      }
      List<Row> pairs = new ArrayList<>();
      Severity severity = BuiltInRules.severity(CODE, settings.profile());
      if (severity != null) {
        block.search(
            (earlier, later, rank, value, evidence) -> {
              Row one = places.get(earlier);
              Row two = places.get(later);
              Finding finding = finding(severity, two, value, evidence);
              pairs.add(
                  RowFactory.create(
                      one.getStruct(0), two.getStruct(0), rank, FindingRow.of(finding)));
            });
      }
      return pairs.iterator();
    }

    /** Keeps of a record where it is. One that there is no room for is in other blocks. */
    private static void add(DuplicateBlock block, Row row, List<Row> places) {
      Located<Entry> record = Facts.record(row.getStruct(5));
      List<DuplicateKeys.Key> crowded = new ArrayList<>();
      if (!row.isNullAt(4)) {
        for (Row one : row.<Row>getList(4)) {
          crowded.add(
              new DuplicateKeys.Key(DuplicateKeys.Kind.valueOf(one.getString(0)), one.getLong(1)));
        }
      }
      if (block.add(record.value(), crowded)) {
        Location place = record.origin().record();
        places.add(
            RowFactory.create(
                RowFactory.create(row.getInt(2), row.getLong(3)),
                place.file(),
                place.line(),
                place.column(),
                Schema.of(record.value()).name(),
                record.value().id()));
      }
    }

    private Finding finding(Severity severity, Row place, String value, String evidence) {
      return new Finding(
          CODE,
          severity,
          settings.profile(),
          new Location(place.getString(1), place.getInt(2), place.getInt(3)),
          place.getString(4),
          place.getString(5),
          null,
          value,
          evidence,
          null);
    }
  }
}
