package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.report.Finding;
import org.collporterre.report.OneLine;
import org.collporterre.report.Severity;
import org.collporterre.reports.bound.GitLabIssue;

/** A code quality report for GitLab: a JSON array of issues, empty when nothing was found. */
final class GitLabReport implements ReportRenderer {
  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    List<Finding> findings = outcome.report().findings();
    List<String> fingerprints = outcome.fingerprints(findings);
    List<GitLabIssue> issues = new ArrayList<>(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      issues.add(
          new GitLabIssue(
              OneLine.of(outcome.messages().text(finding)),
              finding.code(),
              fingerprints.get(i),
              severity(finding.severity()),
              location(finding, outcome)));
    }
    JsonText.write(issues, out);
  }

  /** A place is asked for: what is in no file is said of the first. */
  private static GitLabIssue.Location location(Finding finding, CheckOutcome outcome) {
    String file = ReportPath.of(finding.location().file());
    if (file.isEmpty() && !outcome.files().isEmpty()) {
      file = ReportPath.of(outcome.files().get(0));
    }
    int line = Math.max(1, finding.location().line());
    return new GitLabIssue.Location(file.isEmpty() ? "." : file, new GitLabIssue.Lines(line));
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
