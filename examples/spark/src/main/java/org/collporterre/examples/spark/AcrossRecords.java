package org.collporterre.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.collporterre.model.Methodology;
import org.collporterre.schema.Schema;

/**
 * The rules across records. Joins and aggregations find out which records must meet, and only those
 * travel; what is wrong is then said by the library's own rules, see {@link Meeting}.
 */
final class AcrossRecords {
  private static final String METHODOLOGY = Schema.of(Methodology.class).name();
  private static final String OF_RECORD = "references";

  private final CheckSettings settings;
  private final Dataset<Row> records;

  /** Where the records are whose identifier is that of an earlier one. */
  private final Dataset<Row> repeated;

  /** The first records of their identifiers. */
  private final Dataset<Row> firsts;

  /** A row per reference to a record of the same data. */
  private final Dataset<Row> references;

  AcrossRecords(CheckSettings settings, Dataset<Row> rows) {
    this.settings = settings;
    this.records = rows.filter(col("type").isNotNull());
    this.repeated = repeated(records).cache();
    this.firsts =
        records.join(
            repeated.filter(col("later")).select("source", "position"),
            names("source", "position"),
            "left_anti");
    this.references =
        records
            .select(
                col("source"),
                col("position"),
                col("type"),
                col("id"),
                posexplode(col("references")).as(names("item", "reference")))
            .select("source", "position", "type", "id", "item", "reference.*");
  }

  private static Dataset<Row> repeated(Dataset<Row> records) {
    Dataset<Row> ids = records.select("source", "position", "type", "id");
    Column place = struct(col("source"), col("position"));
    Dataset<Row> twice =
        ids.groupBy("type", "id")
            .agg(count(lit(1)).as("times"), min(place).as("first"))
            .filter(col("times").gt(1));
    return ids.join(twice, names("type", "id"))
        .select(
            col("source"),
            col("position"),
            col("type"),
            col("id"),
            place.gt(col("first")).as("later"));
  }

  /** Returns the findings, each with the place of its record; see {@link Meeting#SCHEMA}. */
  Dataset<Row> findings() {
    NearestIds nearest = new NearestIds(firsts, references);
    Dataset<Row> members =
        members(repeated, "id", ofRecord(), true)
            .union(alike())
            .union(members(unapplied(), "proven", col("id"), true))
            .union(referring())
            .union(nearest.members(OF_RECORD))
            .union(new Cycles(firsts, references).members());
    Meeting meeting = new Meeting(settings, firstPrecise(), nearest.last());
    return onceAFile(meet(members, meeting)).union(new DuplicatePairs(settings, firsts).findings());
  }

  /** Brings records together, each once and in order. */
  private Dataset<Row> meet(Dataset<Row> members, Meeting meeting) {
    Dataset<Row> meetings =
        members
            .groupBy("kind", "key", "source", "position")
            .agg(max("subject").as("subject"))
            .join(records.select("source", "position", "facts"), names("source", "position"))
            .select("kind", "key", "source", "position", "subject", "facts");
    MapFunction<Row, String> group = row -> row.getString(0) + ' ' + row.getString(1);
    return meetings
        .groupByKey(group, Encoders.STRING())
        .flatMapSortedGroups(
            new Column[] {col("source"), col("position")}, meeting, Encoders.row(Meeting.SCHEMA));
  }

  /** First records that have something in common: a page, an identifier elsewhere, a point. */
  private Dataset<Row> alike() {
    Dataset<Row> keys =
        firsts
            .select(col("source"), col("position"), explode(col("keys")).as("one"))
            .select("source", "position", "one.kind", "one.key")
            .distinct();
    Dataset<Row> shared =
        keys.groupBy("kind", "key").agg(count(lit(1)).as("times")).filter(col("times").gt(1));
    return keys.join(shared, names("kind", "key"))
        .select(col("kind"), col("key"), col("source"), col("position"), lit(true).as("subject"));
  }

  /** Proven methodologies that no initiative applies but those they were written from. */
  private Dataset<Row> unapplied() {
    Dataset<Row> applied =
        field("applique")
            .select(col("id").as("initiative"), col("target").as("methodology"))
            .join(documented(), names("initiative", "methodology"), "left_anti");
    Dataset<Row> ids = applied.select(col("methodology").as("id")).distinct();
    return firsts.filter(col("proven")).join(ids, names("id"), "left_anti");
  }

  /** Which initiatives methodologies were written from, as either side says it. */
  private Dataset<Row> documented() {
    Dataset<Row> said =
        field("methodologies").select(col("id").as("initiative"), col("target").as("methodology"));
    Dataset<Row> documents =
        field("documente").select(col("target").as("initiative"), col("id").as("methodology"));
    return said.union(documents).distinct();
  }

  /** All records of an identifier that refer, with those they refer to and what these document. */
  private Dataset<Row> referring() {
    Dataset<Row> all = records.select("source", "position", "type", "id", "refers");
    Dataset<Row> sources = all.filter(col("refers")).select("type", "id").distinct();
    Dataset<Row> subjects = all.join(sources, names("type", "id"));
    Dataset<Row> targets =
        references.select(ofRecord().as("key"), col("target").as("id")).distinct();
    Dataset<Row> original =
        field("replique_de").select(ofRecord().as("key"), col("target").as("initiative"));
    Dataset<Row> methods =
        original
            .join(
                documented()
                    .union(
                        field("applique")
                            .select(col("id").as("initiative"), col("target").as("methodology"))),
                "initiative")
            .select(col("key"), col("methodology").as("id"))
            .distinct();
    return members(subjects, OF_RECORD, ofRecord(), true)
        .union(members(all.join(targets, "id"), OF_RECORD, col("key"), false))
        .union(
            members(
                all.filter(col("type").equalTo(METHODOLOGY)).join(methods, "id"),
                OF_RECORD,
                col("key"),
                false));
  }

  private Dataset<Row> field(String key) {
    return references.filter(col("field").equalTo(key));
  }

  /** Of what a file is told once, the first in the order in which one machine comes by it. */
  private static Dataset<Row> onceAFile(Dataset<Row> findings) {
    Column number =
        row_number()
            .over(
                Window.partitionBy(col("once"), col("finding.file"))
                    .orderBy("phase", "source", "position"));
    Dataset<Row> told = findings.filter(col("once").isNotNull()).withColumn("number", number);
    return findings
        .filter(col("once").isNull())
        .union(told.filter(col("number").equalTo(1)).drop("number"));
  }

  private Order firstPrecise() {
    Row first =
        firsts
            .filter(col("precise"))
            .agg(min(struct("source", "position")).as("first"))
            .select("first.*")
            .first();
    return first.isNullAt(0) ? Order.NEVER : new Order(first.getInt(0), first.getLong(1), 0);
  }

  /** Returns records as members of the meetings that a column names. */
  static Dataset<Row> members(Dataset<Row> records, String kind, Column key, boolean subject) {
    return records.select(
        lit(kind).as("kind"),
        key.as("key"),
        col("source"),
        col("position"),
        lit(subject).as("subject"));
  }

  /** The meeting of a record, and of others of its identifier. */
  static Column ofRecord() {
    return concat_ws(" ", col("type"), col("id"));
  }

  static String[] names(String... columns) {
    return columns;
  }
}
