package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.reports.ReportRenderer;
import org.collporterre.reports.TextReport;
import org.jspecify.annotations.Nullable;

/** The reports of one run. Their files are opened before, and appear when all of it is done. */
final class ReportFiles implements AutoCloseable {
  private record Open(ReportRenderer form, @Nullable ReportFile file) {}

  private final Session session;
  private final boolean quiet;
  private final List<Open> reports = new ArrayList<>();

  private ReportFiles(Session session, boolean quiet) {
    this.session = session;
    this.quiet = quiet;
  }

  /** Opens the files of reports, the main one first. */
  static ReportFiles open(
      List<ReportOptions.Target> targets, Dataset dataset, boolean quiet, Session session)
      throws IOException, Misuse {
    ReportFiles files = new ReportFiles(session, quiet);
    boolean opened = false;
    try {
      Set<Path> places = new HashSet<>();
      for (ReportOptions.Target target : targets) {
        Path path = target.path();
        if (path != null && !places.add(path.toAbsolutePath().normalize())) {
          throw session.misuse("misuse.report.twice", path);
        }
        ReportFile file = path == null ? null : ReportFile.at(path, dataset, session);
        files.reports.add(new Open(target.form(), file));
      }
      opened = true;
    } finally {
      if (!opened) {
        files.close();
      }
    }
    return files;
  }

  /** Tells whether a report shows records. */
  boolean showRecords() {
    return reports.stream().anyMatch(report -> report.form().showsRecords());
  }

  /** Writes all reports. */
  void publish(CheckOutcome outcome) throws IOException {
    for (Open report : reports) {
      PrintStream out = report.file() == null ? session.shell().out() : report.file().out();
      if (report.form() instanceof TextReport) {
        session.print(outcome.report().findings(), out);
        summary(outcome, out);
      } else {
        report.form().render(outcome, out);
      }
    }
    for (Open report : reports) {
      if (report.file() != null) {
        report.file().commit();
      }
    }
    if (reports.get(0).file() != null) {
      summary(outcome, session.shell().err());
    }
  }

  private void summary(CheckOutcome outcome, PrintStream out) {
    if (!quiet) {
      TextReport.summary(outcome).forEach(out::println);
    }
  }

  @Override
  public void close() throws IOException {
    for (Open report : reports) {
      if (report.file() != null) {
        report.file().close();
      }
    }
  }
}
