package org.collporterre.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** A record, or a file as a whole, with what was found in it. */
final class PageRecord {
  private final Location start;
  private final @Nullable String type;
  private final @Nullable String id;
  private final CheckOutcome.@Nullable Row row;
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private final List<PageFinding> shown = new ArrayList<>();
  private int number = -1;

  PageRecord(
      Location start, @Nullable String type, @Nullable String id, CheckOutcome.@Nullable Row row) {
    this.start = start;
    this.type = type;
    this.id = id;
    this.row = row;
  }

  /** Returns where it begins, or where its first finding is when that is not known. */
  Location start() {
    return start;
  }

  @Nullable String type() {
    return type;
  }

  @Nullable String id() {
    return id;
  }

  @Nullable String title() {
    return row == null ? null : row.title();
  }

  /** Returns the texts of its fields, none when they were not kept. */
  Map<String, String> cells() {
    return row == null ? Map.of() : row.cells();
  }

  /** Tells whether it is no record but a file. */
  boolean isFile() {
    return type == null && row == null;
  }

  void count(Finding finding) {
    counts.merge(finding.severity(), 1, Integer::sum);
  }

  int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  Severity worst() {
    return counts.keySet().iterator().next();
  }

  void show(PageFinding finding) {
    shown.add(finding);
  }

  /** Returns what the page shows of it. */
  List<PageFinding> shown() {
    return shown;
  }

  void number(int given) {
    number = given;
  }

  /** Returns its place among the records of the page, from 0; -1 when the page does not show it. */
  int number() {
    return number;
  }
}
