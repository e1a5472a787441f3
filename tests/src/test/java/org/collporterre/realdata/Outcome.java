package org.collporterre.realdata;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.check.Checker;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/**
 * What came of a file: its records, the names of what no field took, and all findings, those of the
 * checks included.
 */
record Outcome(List<Entry> records, List<String> extensions, boolean stopped, Report report) {
  /** What is in the future must not depend on when the files are read. */
  private static final Checker CHECKER =
      Checker.standard()
          .with(FrenchGazetteer.load())
          .withClock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

  static Outcome of(RealFile real, Path file) throws IOException {
    Report report = Report.keeping(1_000_000);
    List<Entry> records = new ArrayList<>();
    try (EntryReader<Entry> in = real.importer(file).open(file, Entry.class, report);
        Checker.Run check = CHECKER.start(report)) {
      for (Located<Entry> row : in) {
        records.add(row.value());
        check.accept(row);
      }
      return new Outcome(records, List.copyOf(in.extensions()), in.stopped(), report);
    }
  }

  List<Finding> findings(String code) {
    return report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
  }

  /** Returns the positions of a record, none when it has no place with one. */
  static List<Place> positions(Entry entry) {
    return entry instanceof Initiative initiative
        ? initiative.locations().stream().filter(Place::isLocated).toList()
        : List.of();
  }

  /** Returns how many records have a position. */
  int located() {
    return (int) records.stream().filter(entry -> !positions(entry).isEmpty()).count();
  }
}
