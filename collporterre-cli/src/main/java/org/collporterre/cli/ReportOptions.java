package org.collporterre.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.dataset.FailOn;
import org.collporterre.report.Report;
import org.collporterre.reports.ReportRenderer;
import org.collporterre.reports.Reports;
import org.collporterre.reports.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what becomes of findings. */
final class ReportOptions {
  /** How many findings are in a report at most, unless told otherwise. */
  static final int MOST = 10_000;

  /**
   * A report that is asked for.
   *
   * @param form what it looks like
   * @param path its file; null for standard output
   */
  record Target(ReportRenderer form, @Nullable Path path) {}

  @Option(
      names = "--format",
      converter = Choice.OfReport.class,
      completionCandidates = Choice.OfReport.class,
      paramLabel = "FORM")
  @Nullable ReportRenderer form;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable Path output;

  @Option(names = "--report", paramLabel = "[FORM=]FILE")
  List<String> more = new ArrayList<>();

  @Option(
      names = "--fail-on",
      converter = Choice.OfFailOn.class,
      completionCandidates = Choice.OfFailOn.class,
      paramLabel = "error|warning|info|never")
  @Nullable FailOn failOn;

  @Option(names = "--max-findings", paramLabel = "N")
  @Nullable Integer most;

  @Option(names = "--max-per-rule", paramLabel = "N")
  int mostPerRule = Report.DEFAULT_KEPT;

  @Option(names = "--baseline", paramLabel = "FILE")
  @Nullable Path baseline;

  @Option(names = "--update-baseline")
  boolean updatesBaseline;

  /** Returns an empty report that keeps as much as asked for, here or by the dataset. */
  Report report(DatasetSettings settings, Session session) throws Misuse {
    Integer decided = most == null ? settings.maxFindings() : most;
    int inAll = decided == null ? MOST : decided;
    if (inAll < 0 || mostPerRule < 0) {
      throw session.misuse("misuse.most");
    }
    return Report.keeping(mostPerRule, inAll);
  }

  /** Returns what fails the check, as asked for here or by the dataset. */
  FailOn failOn(DatasetSettings settings) {
    FailOn decided = failOn == null ? settings.failOn() : failOn;
    return decided == null ? FailOn.ERROR : decided;
  }

  /** Returns the baseline asked for, here or by the dataset; null for none. */
  @Nullable Path baseline(SettingsOptions settings) {
    String decided = settings.settings().baseline();
    return baseline == null && decided != null ? settings.resolve(decided) : baseline;
  }

  /** Returns the reports asked for, the main one first. */
  List<Target> targets(Session session) throws Misuse {
    List<Target> targets = new ArrayList<>();
    ReportRenderer main = form;
    if (main == null) {
      Optional<ReportRenderer> meant =
          output == null ? Optional.empty() : Reports.forFile(output.toString());
      main = meant.orElse(TextReport.create());
    }
    targets.add(new Target(main, output));
    for (String one : more) {
      targets.add(target(one, session));
    }
    return targets;
  }

  /** A file may itself hold the sign. */
  private static Target target(String text, Session session) throws Misuse {
    int sign = text.indexOf('=');
    Optional<ReportRenderer> named =
        sign < 0 ? Optional.empty() : Reports.named(text.substring(0, sign));
    if (named.isPresent() && sign + 1 < text.length()) {
      return new Target(named.get(), Path.of(text.substring(sign + 1)));
    }
    ReportRenderer meant =
        Reports.forFile(text).orElseThrow(() -> session.misuse("misuse.report", text));
    return new Target(meant, Path.of(text));
  }
}
