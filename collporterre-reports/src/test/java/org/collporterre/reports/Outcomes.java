package org.collporterre.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.Checker;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** Outcomes of runs for tests. */
final class Outcomes {
  static final Finding SWAPPED =
      new Finding(
          "coordinates-swapped",
          Severity.ERROR,
          Profile.ECHANGE,
          new Location("données/à corriger.csv", 2, 26),
          "initiative",
          "jardin",
          "latitude",
          "-4.5",
          null,
          Fix.unsafe("latitude", "48.4"));
  static final Finding BLANK =
      new Finding(
          "blank-row",
          Severity.INFO,
          Profile.ECHANGE,
          new Location("données/à corriger.csv", 4, 1),
          null,
          null,
          null,
          null,
          null,
          null);
  static final Finding IN_JSON =
      new Finding(
          "url-malformed",
          Severity.WARNING,
          Profile.ECHANGE,
          new Location("./b.json", 7, 12, "/initiatives/0/url"),
          "initiative",
          "four",
          "url",
          "a b",
          null,
          null);

  private Outcomes() {}

  static CheckOutcome of(Finding... findings) {
    Report report = Report.create();
    List.of(findings).forEach(report::report);
    return of(report, Locale.ENGLISH);
  }

  static CheckOutcome of(Report report, Locale locale) {
    return of("Les jardins", report, locale, Map.of(), 0);
  }

  static CheckOutcome of(
      String title, Report report, Locale locale, Map<String, Integer> met, int unmet) {
    Checker.Run run = Checker.standard().start(finding -> {});
    run.accept(Located.of(Initiative.named("jardin", "Jardin").build()));
    int accepted = met.values().stream().mapToInt(Integer::intValue).sum();
    return new CheckOutcome(
        title,
        List.of("données/à corriger.csv", "./b.json"),
        report,
        run.census(),
        Profile.ECHANGE,
        Messages.in(locale),
        "1.2.3",
        accepted,
        Map.of(),
        List.of(),
        met,
        unmet);
  }

  /** Returns a finding with a text wherever data may stand. */
  static Finding hostile(String text) {
    return new Finding(
        "html-in-text",
        Severity.ERROR,
        Profile.ECHANGE,
        new Location(text, 2, 3, "/" + text),
        "initiative",
        text,
        text,
        text,
        text,
        Fix.safe("titre", text));
  }

  static String render(ReportRenderer form, CheckOutcome outcome) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      form.render(outcome, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
