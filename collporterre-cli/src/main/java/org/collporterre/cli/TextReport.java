package org.collporterre.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collporterre.check.Census;
import org.collporterre.report.Finding;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** A report for people: a line per finding, and a summary. */
final class TextReport {
  private static final String RESET = "\033[0m";

  private record Line(Severity severity, String code, int count, int shown) {}

  private final Session session;
  private final Profile profile;
  private final Report report;
  private final Messages messages;

  TextReport(Session session, Profile profile, Report report) {
    this.session = session;
    this.profile = profile;
    this.report = report;
    this.messages = session.messages();
  }

  /** Prints findings, one in each line. */
  void findings(PrintStream out, List<Finding> findings) {
    boolean colours = session.shell().hasColours(out);
    for (Finding finding : findings) {
      String line = messages.line(finding);
      if (colours) {
        int from = finding.location().toString().length() + 2;
        int to = from + messages.severity(finding.severity()).length();
        line =
            line.substring(0, from)
                + colour(finding.severity())
                + line.substring(from, to)
                + RESET
                + line.substring(to);
      }
      out.println(line);
    }
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> "\033[1;31m";
      case WARNING -> "\033[33m";
      case INFO -> "\033[36m";
    };
  }

  /** Prints the counts: by severity, by rule, by record type. */
  void summary(PrintStream out, Census census) {
    Phrases phrases = session.phrases();
    List<Line> lines = lines();
    if (!lines.isEmpty()) {
      out.println();
    }
    out.println(
        phrases.text(
            "summary.findings",
            phrases.count("summary.error", report.count(Severity.ERROR)),
            phrases.count("summary.warning", report.count(Severity.WARNING)),
            phrases.count("summary.info", report.count(Severity.INFO)),
            profile.label()));
    lines.forEach(line -> out.println(row(line, lines)));
    out.println(records(census));
  }

  private String row(Line line, List<Line> all) {
    int codes = 0;
    int severities = 0;
    for (Line other : all) {
      codes = Math.max(codes, other.code().length());
      severities = Math.max(severities, messages.severity(other.severity()).length());
    }
    String hidden =
        line.shown() < line.count() ? session.phrases().text("summary.shown", line.shown()) : "";
    return "  "
        + pad(messages.severity(line.severity()), severities)
        + "  "
        + pad(line.code(), codes)
        + "  "
        + line.count()
        + hidden;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private List<Line> lines() {
    Map<String, Severity> severities = new HashMap<>();
    Map<String, Integer> shown = new HashMap<>();
    for (Finding finding : report.findings()) {
      severities.merge(finding.code(), finding.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      shown.merge(finding.code(), 1, Integer::sum);
    }
    List<Line> lines = new ArrayList<>();
    report
        .byRule()
        .forEach(
            (code, count) ->
                lines.add(
                    new Line(
                        severities.getOrDefault(code, Severity.INFO),
                        code,
                        count,
                        shown.getOrDefault(code, 0))));
    lines.sort(
        Comparator.comparing(Line::severity)
            .thenComparing(Line::count, Comparator.reverseOrder())
            .thenComparing(Line::code));
    return lines;
  }

  private String records(Census census) {
    Phrases phrases = session.phrases();
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
}
