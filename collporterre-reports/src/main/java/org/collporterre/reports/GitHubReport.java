package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.collporterre.report.Finding;
import org.collporterre.report.OneLine;
import org.collporterre.report.Severity;

/**
 * Annotations for the log of a GitHub workflow: one command in each line, the worst first, and a
 * summary. GitHub shows ten annotations of each kind; there are at most nine notes, so that the
 * summary, a note too, is shown.
 */
final class GitHubReport implements ReportRenderer {
  private static final int NOTES = 9;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    List<Finding> findings =
        outcome.report().findings().stream()
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    int notes = 0;
    for (Finding finding : findings) {
      notes += finding.severity() == Severity.INFO ? 1 : 0;
      if (notes <= NOTES) {
        write(annotation(finding, outcome), out);
      }
    }
    Summary summary = new Summary(Phrases.in(outcome.messages().locale()));
    StringBuilder text =
        new StringBuilder(summary.findings(outcome.report(), outcome.profile()))
            .append(". ")
            .append(summary.records(outcome.census()));
    summary.rest(outcome).forEach(line -> text.append(". ").append(line));
    write("::notice title=Collporterre::" + data(text.toString()), out);
  }

  private static String annotation(Finding finding, CheckOutcome outcome) {
    StringBuilder line = new StringBuilder("::").append(command(finding.severity())).append(' ');
    String file = ReportPath.of(finding.location().file());
    if (!file.isEmpty()) {
      line.append("file=").append(property(file));
      line.append(",line=").append(Math.max(1, finding.location().line()));
      line.append(",col=").append(Math.max(1, finding.location().column())).append(',');
    }
    line.append("title=").append(property(finding.code()));
    return line.append("::").append(data(outcome.messages().text(finding))).toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  /** By the rules of the runner; a line break would begin another command. */
  private static String data(String text) {
    return OneLine.of(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static void write(String line, OutputStream out) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
