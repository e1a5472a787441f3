package org.collporterre.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.check.Census;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.reports.Phrases;
import org.collporterre.reports.TextReport;
import org.jspecify.annotations.Nullable;

/** What a conversion tells: findings on standard error, and last what was written where. */
final class Conversion implements FindingSink {
  /** A conversion shows only the first findings of each rule: all of them are for a check. */
  static final int KEPT = 10;

  private final Session session;
  private final Profile profile;
  private final boolean verbose;
  private final Report report;
  private @Nullable Census census;
  private int written;
  private int withheld;

  Conversion(Session session, Profile profile, boolean verbose) {
    this.session = session;
    this.profile = profile;
    this.verbose = verbose;
    this.report = verbose ? Report.create() : Report.keeping(KEPT);
  }

  @Override
  public void report(Finding finding) {
    report.report(finding);
    String count = finding.value();
    if (finding.code().equals("record-withheld") && count != null) {
      withheld += Integer.parseInt(count);
    }
  }

  /** Counts a record given to the writer. */
  void written() {
    written++;
  }

  void census(Census counts) {
    census = counts;
  }

  /** Returns the findings. */
  Report findings() {
    return report;
  }

  /**
   * Tells everything; the place is null when nothing was written. Who asks for quiet is told what
   * is an error, for that is why records are missing.
   */
  void print(boolean quiet, @Nullable Path place) {
    PrintStream err = session.shell().err();
    List<Finding> told =
        report.findings().stream().filter(finding -> isTold(finding.severity(), quiet)).toList();
    session.print(told, err);
    if (quiet || census == null) {
      return;
    }
    TextReport.summary(report, census, profile, session.messages()).forEach(err::println);
    Phrases phrases = session.phrases();
    if (place == null) {
      err.println(phrases.text("convert.nothing"));
    } else {
      int count = written - withheld;
      String name = Output.isStandard(place) ? phrases.text("convert.standard") : place.toString();
      err.println(phrases.count("convert.written", count).replace("{1}", name));
    }
  }

  private boolean isTold(Severity severity, boolean quiet) {
    return verbose || severity == Severity.ERROR || severity == Severity.WARNING && !quiet;
  }
}
