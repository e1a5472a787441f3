package org.collporterre.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.Census;
import org.collporterre.check.Checker;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.reports.CheckOutcome;
import org.jspecify.annotations.Nullable;

/** Outcomes that no honest dataset gives. */
final class HostileOutcome {
  private HostileOutcome() {}

  /** Returns an outcome that has each text wherever one can be. */
  static CheckOutcome of(List<String> texts) {
    Report report = Report.create();
    Map<Location, CheckOutcome.Row> rows = new LinkedHashMap<>();
    List<CheckOutcome.Point> points = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Location place = new Location(text, i + 2, 1, i % 3 == 0 ? "/" + text : "");
      Fix fix =
          i % 2 == 0 ? Fix.safe(text, text) : new Fix(false, Map.of("titre", text, text, text));
      report.report(finding("html-in-text", place, text, text, fix));
      report.report(finding("a-rule-of-ours", place, "titre", text, null));
      report.report(finding(text, place, "resume", text, fix));
      Map<String, String> cells = Map.of("titre", text, text, text, "site_web", text);
      rows.put(place, new CheckOutcome.Row("initiative", text, text, cells));
      points.add(new CheckOutcome.Point(place, text, text, 48, -4));
    }
    return outcome(texts.get(0), texts, report, rows, points);
  }

  private static Finding finding(
      String code, Location place, String field, String text, @Nullable Fix fix) {
    return new Finding(
        code, Severity.ERROR, Profile.ECHANGE, place, "initiative", text, field, text, text, fix);
  }

  /** Returns an outcome with so many errors in as many records, of ten rules. */
  static CheckOutcome ofErrors(int number) {
    List<String> codes =
        List.of(
            "date-invalid",
            "code-unknown",
            "id-missing",
            "title-missing",
            "row-length",
            "number-invalid",
            "insee-malformed",
            "ref-unresolved",
            "id-duplicate",
            "coordinates-swapped");
    Report report = Report.create();
    for (int i = 0; i < number; i++) {
      Location place = new Location("grand.csv", i + 2, 5);
      report.report(
          new Finding(
              codes.get(i % codes.size()),
              Severity.ERROR,
              Profile.ECHANGE,
              place,
              "initiative",
              "record-" + i,
              "date_maj",
              "31/02/2021",
              null,
              null));
    }
    return outcome("grand.csv", List.of("grand.csv"), report, Map.of(), List.of());
  }

  private static CheckOutcome outcome(
      String title,
      List<String> files,
      Report report,
      Map<Location, CheckOutcome.Row> rows,
      List<CheckOutcome.Point> points) {
    Census census;
    try (Checker.Run run = Checker.standard().start(finding -> {})) {
      census = run.census();
    }
    return new CheckOutcome(
        title,
        files,
        report,
        census,
        Profile.ECHANGE,
        Messages.in(Locale.ENGLISH),
        "0.1.0",
        0,
        rows,
        points);
  }
}
