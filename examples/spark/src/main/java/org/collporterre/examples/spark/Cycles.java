package org.collporterre.examples.spark;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The records that may be in a circle of references: what nothing leads to, or what leads nowhere,
 * is taken away, again and again, until nothing more is found or it was done often enough. What is
 * left of each relation is little; it meets in one task, where the library looks for the circles.
 */
final class Cycles {
  private static final List<String> FIELDS = List.of("derive_de", "replique_de", "membre_de");

  /** Chains of references are seldom longer; what is not taken away costs, but is never wrong. */
  private static final int MOST_ROUNDS = 30;

  private final Dataset<Row> firsts;
  private final Dataset<Row> references;

  Cycles(Dataset<Row> firsts, Dataset<Row> references) {
    this.firsts = firsts.select("source", "position", "type", "id");
    this.references = references;
  }

  Dataset<Row> members() {
    Dataset<Row> edges =
        references
            .filter(col("field").isin(FIELDS.toArray()).and(col("id").notEqual(col("target"))))
            .join(
                firsts.select("source", "position"),
                AcrossRecords.names("source", "position"),
                "left_semi")
            .select(col("field"), col("id").as("from"), col("target").as("to"))
            .distinct()
            .localCheckpoint();
    long left = edges.count();
    for (int round = 0; left > 0 && round < MOST_ROUNDS; round++) {
      edges = peeled(edges).localCheckpoint();
      long after = edges.count();
      if (after == left) {
        break;
      }
      left = after;
    }
    Dataset<Row> nodes = edges.select(col("field"), col("from").as("id")).distinct();
    Dataset<Row> types = references.select("field", "type").distinct();
    Dataset<Row> members =
        nodes
            .join(types, "field")
            .join(firsts, AcrossRecords.names("type", "id"))
            .select(
                col("field").as("kind"), col("field").as("key"), col("source"), col("position"));
    return members.withColumn("subject", org.apache.spark.sql.functions.lit(true));
  }

  private static Dataset<Row> peeled(Dataset<Row> edges) {
    Dataset<Row> leading = edges.select(col("field"), col("from").as("to")).distinct();
    Dataset<Row> led = edges.select(col("field"), col("to").as("from")).distinct();
    return edges
        .join(leading, AcrossRecords.names("field", "to"), "left_semi")
        .join(led, AcrossRecords.names("field", "from"), "left_semi");
  }
}
