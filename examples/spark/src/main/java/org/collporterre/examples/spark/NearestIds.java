package org.collporterre.examples.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.vocabulary.Nearest;

/**
 * The identifiers that references to nothing probably meant. As on one machine some ten million
 * comparisons are made at most, for the first such references: these are few, and go to all
 * identifiers.
 */
final class NearestIds {
  /** As many as the rule makes. */
  private static final long MOST_COMPARISONS = 10_000_000;

  private static final StructType FOUND =
      new StructType()
          .add("wanted", DataTypes.IntegerType)
          .add("type", DataTypes.StringType)
          .add("id", DataTypes.StringType)
          .add("source", DataTypes.IntegerType)
          .add("position", DataTypes.LongType);

  /** What was written, in a reference to a type. */
  private record Wanted(String type, String text) implements java.io.Serializable {}

  private final Dataset<Row> ids;
  private final List<Row> unresolved;
  private final Order last;

  /**
   * Finds the references that lead nowhere and are to be looked for.
   *
   * @param firsts the first records of their identifiers
   * @param references a row per reference
   */
  NearestIds(Dataset<Row> firsts, Dataset<Row> references) {
    this.ids = firsts.select("type", "id", "source", "position");
    Dataset<Row> targets = ids.select(col("id").as("target")).distinct();
    int most = Math.toIntExact(MOST_COMPARISONS / Math.max(1, ids.count()) + 1);
    List<Row> found =
        references
            .join(targets, AcrossRecords.names("target"), "left_anti")
            .select("type", "id", "target_type", "target", "source", "position", "item")
            .orderBy("source", "position", "item")
            .limit(most + 1)
            .collectAsList();
    this.unresolved = found.subList(0, Math.min(most, found.size()));
    this.last = found.size() <= most ? Order.NEVER : order(unresolved);
  }

  /** Returns the last reference looked for; its item is counted among those of the record. */
  Order last() {
    return last;
  }

  private static Order order(List<Row> searched) {
    Row end = searched.get(searched.size() - 1);
    int number = 0;
    for (Row row : searched) {
      boolean same = row.getInt(4) == end.getInt(4) && row.getLong(5) == end.getLong(5);
      number += same ? 1 : 0;
    }
    return new Order(end.getInt(4), end.getLong(5), number);
  }

  /** Returns the records with the identifiers that were probably meant, for the meetings to see. */
  Dataset<Row> members(String kind) {
    Map<Wanted, Integer> numbers = new LinkedHashMap<>();
    for (Row row : unresolved) {
      numbers.putIfAbsent(new Wanted(row.getString(2), row.getString(3)), numbers.size());
    }
    List<Wanted> wanted = List.copyOf(numbers.keySet());
    List<Row> best = wanted.isEmpty() ? List.of() : best(wanted, near(wanted));
    List<Row> members = new ArrayList<>();
    for (Row row : unresolved) {
      Integer number = numbers.get(new Wanted(row.getString(2), row.getString(3)));
      for (Row found : best) {
        if (number != null && found.getInt(0) == number) {
          String key = row.getString(0) + ' ' + row.getString(1);
          members.add(RowFactory.create(kind, key, found.getInt(3), found.getLong(4), false));
        }
      }
    }
    StructType schema =
        new StructType()
            .add("kind", DataTypes.StringType)
            .add("key", DataTypes.StringType)
            .add("source", DataTypes.IntegerType)
            .add("position", DataTypes.LongType)
            .add("subject", DataTypes.BooleanType);
    return ids.sparkSession().createDataFrame(members, schema);
  }

  /** The nearest of each partition, the earliest of equally near ones. */
  private List<Row> near(List<Wanted> wanted) {
    MapPartitionsFunction<Row, Row> search = rows -> search(wanted, rows);
    return ids.sortWithinPartitions("source", "position")
        .mapPartitions(search, Encoders.row(FOUND))
        .collectAsList();
  }

  private static Iterator<Row> search(List<Wanted> wanted, Iterator<Row> ids) {
    List<Nearest> searches = wanted.stream().map(one -> new Nearest(one.text())).toList();
    Map<Integer, Row> best = new LinkedHashMap<>();
    while (ids.hasNext()) {
      Row row = ids.next();
      for (int i = 0; i < searches.size(); i++) {
        if (wanted.get(i).type().equals(row.getString(0))
            && searches.get(i).isNearer(row.getString(1))) {
          best.put(
              i,
              RowFactory.create(
                  i, row.getString(0), row.getString(1), row.getInt(2), row.getLong(3)));
        }
      }
    }
    return best.values().iterator();
  }

  private static List<Row> best(List<Wanted> wanted, List<Row> near) {
    List<Row> ordered = new ArrayList<>(near);
    ordered.sort(
        (a, b) ->
            new Order(a.getInt(3), a.getLong(4), 0)
                .compareTo(new Order(b.getInt(3), b.getLong(4), 0)));
    List<Row> best = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Nearest search = new Nearest(wanted.get(i).text());
      Row found = null;
      for (Row row : ordered) {
        if (row.getInt(0) == i && search.isNearer(row.getString(2))) {
          found = row;
        }
      }
      if (found != null) {
        best.add(found);
      }
    }
    return best;
  }
}
