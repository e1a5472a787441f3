package org.collporterre.examples.spark;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.check.Checker;
import org.jspecify.annotations.Nullable;

/**
 * Records that some rules must see together, brought together by joins, in the order of reading:
 * the library's own rules look at them, as if they were a dataset. What they find about records
 * that are here only to be looked at is left out; their own meeting finds it.
 */
final class Meeting implements FlatMapGroupsFunction<String, Row, Row> {
  private static final long serialVersionUID = 1;

  /** The rules of each kind of meeting. */
  static final Map<String, List<String>> RULES =
      Map.of(
          "id",
          List.of("id-duplicate"),
          BlockingKeys.LINK,
          List.of("link-duplicate"),
          BlockingKeys.EXTERNAL,
          List.of("same-external-id"),
          BlockingKeys.POINT,
          List.of("precision-lie", "precision-missing"),
          "proven",
          List.of("status-regression"),
          "derive_de",
          List.of("lineage-cycle"),
          "replique_de",
          List.of("replication-cycle"),
          "membre_de",
          List.of("membership-cycle"),
          "references",
          List.of(
              "ref-unresolved",
              "ref-wrong-type",
              "ref-to-draft",
              "ref-version",
              "lineage-dates",
              "version-not-increased",
              "applies-and-documents",
              "replication-implies-method",
              "licence-incompatible-derivation",
              "licence-derivation-doubtful",
              "attribution-missing"));

  /** What goes in: the records of all meetings. */
  static final List<String> COLUMNS =
      List.of("kind", "key", "source", "position", "subject", "facts");

  /**
   * What comes out: findings with the place of their record, whether they keep it from being
   * published, and of those that a file is told once, the rule and the phase of it.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("source", DataTypes.IntegerType)
          .add("position", DataTypes.LongType)
          .add("holds", DataTypes.BooleanType)
          .add("once", DataTypes.StringType)
          .add("phase", DataTypes.IntegerType)
          .add("finding", FindingRow.SCHEMA);

  private final CheckSettings settings;
  private final Order firstPrecise;
  private final Order lastSearched;

  /** Made by each task for itself. */
  private transient @Nullable Map<String, Checker> checkers;

  /**
   * Remembers what holds for all meetings.
   *
   * @param firstPrecise the first record that says how precise a position is
   * @param lastSearched the last reference for which something near was looked for
   */
  Meeting(CheckSettings settings, Order firstPrecise, Order lastSearched) {
    this.settings = settings;
    this.firstPrecise = firstPrecise;
    this.lastSearched = lastSearched;
  }

  @Override
  public Iterator<Row> call(String group, Iterator<Row> members) {
    MeetingRun run = null;
    while (members.hasNext()) {
      Row member = members.next();
      if (run == null) {
        String kind = member.getString(0);
        run = new MeetingRun(checker(kind), kind, member.getString(1), firstPrecise, lastSearched);
      }
      run.accept(member);
    }
    return run == null ? List.<Row>of().iterator() : run.end().iterator();
  }

  private Checker checker(String kind) {
    Map<String, Checker> made = checkers == null ? new HashMap<>() : checkers;
    checkers = made;
    return made.computeIfAbsent(kind, name -> settings.across(RULES.getOrDefault(name, List.of())));
  }
}
