package org.collporterre.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.collporterre.check.Census;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** The sentences about a whole report. */
record Summary(Phrases phrases) {
  /** Returns how many findings there are of each severity, and by which profile. */
  String findings(Report report, Profile profile) {
    return phrases.text(
        "summary.findings",
        phrases.count("summary.error", report.count(Severity.ERROR)),
        phrases.count("summary.warning", report.count(Severity.WARNING)),
        phrases.count("summary.info", report.count(Severity.INFO)),
        profile.label());
  }

  /** Returns how many records there are of each type, and how many are located. */
  String records(Census census) {
    if (census.byType().isEmpty()) {
      return phrases.text("summary.none");
    }
    String types =
        census.byType().entrySet().stream()
            .map(type -> phrases.count("records." + type.getKey(), type.getValue()))
            .collect(Collectors.joining(", "));
    int located = census.located();
    int unlocated = census.unlocated();
    String places =
        located + unlocated == 0 ? "" : phrases.text("summary.located", located, unlocated);
    return phrases.text("summary.records", types) + places;
  }

  /** Returns what is not in the report: accepted, forgotten by the baseline, beyond the limit. */
  List<String> rest(CheckOutcome outcome) {
    List<String> rest = new ArrayList<>();
    if (outcome.accepted() > 0) {
      rest.add(phrases.count("summary.accepted", outcome.accepted()));
    }
    if (outcome.unmet() > 0) {
      rest.add(phrases.count("summary.unmet", outcome.unmet()));
    }
    int hidden = outcome.report().count() - outcome.report().size();
    if (hidden > 0) {
      rest.add(phrases.count("summary.hidden", hidden));
    }
    return rest;
  }
}
