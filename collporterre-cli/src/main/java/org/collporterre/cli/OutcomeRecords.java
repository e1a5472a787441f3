package org.collporterre.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.OneLine;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows of records: the cells of those with findings, and where initiatives are. A
 * bounded number, without what is confidential.
 */
final class OutcomeRecords {
  static final int ROWS = 2_000;
  static final int POINTS = 20_000;
  static final int CELL = 200;

  /** Room for the points of records with findings, wherever these are in the dataset. */
  private static final int GOOD_POINTS = POINTS - ROWS;

  private final Set<String> names = new HashSet<>();
  private final Set<Location> places = new HashSet<>();
  private final Map<Location, CheckOutcome.Row> rows = new LinkedHashMap<>();
  private final List<CheckOutcome.Point> points = new ArrayList<>();
  private int good;

  /** Prepares to take the records that findings are about. */
  OutcomeRecords(List<Finding> findings) {
    for (Finding finding : findings) {
      places.add(finding.location());
      if (finding.id() != null) {
        names.add(finding.type() + "/" + finding.id());
      }
    }
  }

  /** Takes a record, if it is to be shown. */
  void take(Located<? extends Entry> row) {
    boolean wrong = isWrong(row);
    Location start = row.origin().record();
    if (wrong && rows.size() < ROWS) {
      rows.put(start, row(row));
    }
    boolean room = wrong ? points.size() - good < ROWS : good < GOOD_POINTS;
    if (room && row.value() instanceof Initiative initiative && id(initiative) != null) {
      CheckOutcome.Point point = point(initiative, start);
      if (point != null) {
        points.add(point);
        good += wrong ? 0 : 1;
      }
    }
  }

  /** Returns records with findings, by where they begin, in file order. */
  Map<Location, CheckOutcome.Row> rows() {
    return rows;
  }

  /** Returns where initiatives are. */
  List<CheckOutcome.Point> points() {
    return points;
  }

  private boolean isWrong(Located<? extends Entry> row) {
    Schema<?> schema = Schema.of(row.value());
    if (names.contains(schema.name() + "/" + id(row.value()))
        || places.contains(row.origin().record())) {
      return true;
    }
    // Without identifier only the places tell.
    return id(row.value()) == null
        && schema.fields().stream()
            .anyMatch(field -> places.contains(row.origin().field(field.key())));
  }

  private static CheckOutcome.Row row(Located<? extends Entry> row) {
    Schema<?> schema = Schema.of(row.value());
    Map<String, String> cells = new LinkedHashMap<>();
    for (Field field : schema.fields()) {
      if (field.confidential() == null) {
        String read = row.origin().text(field.key());
        String text = read == null && !isEmpty(row.value()) ? field.text(row.value()) : read;
        if (text != null && !text.isEmpty()) {
          cells.put(field.key(), OneLine.cut(text, CELL));
        }
      }
    }
    return new CheckOutcome.Row(schema.name(), id(row.value()), title(row.value()), cells);
  }

  private static CheckOutcome.@Nullable Point point(Initiative initiative, Location start) {
    for (Place place : initiative.locations()) {
      Double latitude = place.latitude();
      Double longitude = place.longitude();
      if (place.isLocated() && latitude != null && longitude != null) {
        String title = title(initiative);
        return new CheckOutcome.Point(
            start,
            initiative.id(),
            title == null ? "" : OneLine.cut(title, CELL),
            latitude,
            longitude);
      }
    }
    return null;
  }

  /** A record that could not be read has no identifier, no title, not even a header. */
  @SuppressWarnings({"ConstantConditions", "NullAway"})
  private static @Nullable String id(Entry entry) {
    return isEmpty(entry) ? null : entry.id();
  }

  @SuppressWarnings({"ConstantConditions", "NullAway"})
  private static @Nullable String title(Entry entry) {
    return isEmpty(entry) || entry.title() == null ? null : entry.title().text();
  }

  @SuppressWarnings({"ConstantConditions", "NullAway"})
  private static boolean isEmpty(Entry entry) {
    return entry.header() == null;
  }
}
