package org.collporterre.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.reports.CheckOutcome.Row;
import org.jspecify.annotations.Nullable;

/** Finds the record that a finding is about: by its identifier, else by where it is. */
final class PageRecords {
  private record Key(String file, @Nullable String type, @Nullable String id, int line) {}

  private final Map<Key, NavigableMap<Location, Row>> byId = new HashMap<>();
  private final Map<String, NavigableMap<Location, Row>> byPlace = new HashMap<>();
  private final Map<Object, PageRecord> records = new LinkedHashMap<>();

  PageRecords(Map<Location, Row> rows) {
    rows.forEach(
        (place, row) -> {
          Key key = new Key(place.file(), row.type(), row.id(), 0);
          byId.computeIfAbsent(key, k -> new TreeMap<>()).put(place, row);
          byPlace.computeIfAbsent(table(place), k -> new TreeMap<>()).put(place, row);
        });
  }

  /** Lines are counted anew in each sheet of a workbook. */
  private static String table(Location place) {
    int sheet = place.pointer().lastIndexOf('!');
    return sheet < 0 ? place.file() : place.file() + "\n" + place.pointer().substring(0, sheet);
  }

  /** Returns the record of a finding; the same one for all its findings. */
  PageRecord of(Finding finding) {
    Map.Entry<Location, Row> found = row(finding);
    if (found != null) {
      Row row = found.getValue();
      return records.computeIfAbsent(
          found.getKey(), k -> new PageRecord(found.getKey(), row.type(), row.id(), row));
    }
    Location place = finding.location();
    if (finding.id() == null && isHead(place)) {
      Key key = new Key(place.file(), null, null, 0);
      return records.computeIfAbsent(key, k -> new PageRecord(place, null, null, null));
    }
    boolean unnamed = finding.type() != null && finding.id() == null;
    Key key = new Key(place.file(), finding.type(), finding.id(), unnamed ? place.line() : 0);
    return records.computeIfAbsent(
        key, k -> new PageRecord(place, finding.type(), finding.id(), null));
  }

  /** What is before the records of a table is about all of them. */
  private boolean isHead(Location place) {
    NavigableMap<Location, Row> rows = byPlace.get(table(place));
    return place.line() == 1 || rows != null && place.compareTo(rows.firstKey()) < 0;
  }

  private Map.@Nullable Entry<Location, Row> row(Finding finding) {
    Location place = finding.location();
    if (finding.type() != null) {
      Key key = new Key(place.file(), finding.type(), finding.id(), 0);
      NavigableMap<Location, Row> same = byId.getOrDefault(key, new TreeMap<>());
      Map.Entry<Location, Row> before = same.floorEntry(place);
      boolean sure = finding.id() != null || before != null && isNear(before.getKey(), place);
      return !sure || same.isEmpty() ? null : before != null ? before : same.firstEntry();
    }
    NavigableMap<Location, Row> rows = byPlace.getOrDefault(table(place), new TreeMap<>());
    Map.Entry<Location, Row> before = rows.floorEntry(place);
    boolean here = before != null && before.getKey().line() == place.line();
    return here ? before : null;
  }

  /** Nothing but another kept record may lie between a nameless record and a place in it. */
  private boolean isNear(Location start, Location place) {
    NavigableMap<Location, Row> rows = byPlace.getOrDefault(table(place), new TreeMap<>());
    return start.equals(rows.floorKey(place));
  }

  /** Returns the records of all findings asked for, in the order in which they were. */
  Collection<PageRecord> all() {
    return new ArrayList<>(records.values());
  }
}
