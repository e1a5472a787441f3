package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.check.Census;
import org.collporterre.report.Finding;
import org.collporterre.report.Messages;
import org.collporterre.report.OneLine;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** A report for people: a line per finding, and a summary. */
public final class TextReport implements ReportRenderer {
  private static final String RESET = "\033[0m";

  private final boolean colours;

  private TextReport(boolean colours) {
    this.colours = colours;
  }

  /** Returns a report without colours. */
  public static TextReport create() {
    return new TextReport(false);
  }

  /** Returns a report for a terminal that shows colours. */
  public TextReport withColours() {
    return new TextReport(true);
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String ending() {
    return ".txt";
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    for (Finding finding : outcome.report().findings()) {
      write(line(finding, outcome.messages()), out);
    }
    for (String line : summary(outcome)) {
      write(line, out);
    }
  }

  private static void write(String line, OutputStream out) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a finding in one line, see {@link Messages#line}. */
  public String line(Finding finding, Messages messages) {
    String line = messages.line(finding);
    if (!colours) {
      return line;
    }
    int from = OneLine.of(finding.location().toString()).length() + 2;
    int to = from + messages.severity(finding.severity()).length();
    return line.substring(0, from)
        + colour(finding.severity())
        + line.substring(from, to)
        + RESET
        + line.substring(to);
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> "\033[1;31m";
      case WARNING -> "\033[33m";
      case INFO -> "\033[36m";
    };
  }

  /** Returns the counts by severity, by rule and by record type, and what is not in the report. */
  public static List<String> summary(CheckOutcome outcome) {
    List<String> lines =
        summary(outcome.report(), outcome.census(), outcome.profile(), outcome.messages());
    lines.addAll(new Summary(Phrases.in(outcome.messages().locale())).rest(outcome));
    return lines;
  }

  /** Returns the counts by severity, by rule and by record type, line by line. */
  public static List<String> summary(
      Report report, Census census, Profile profile, Messages messages) {
    Phrases phrases = Phrases.in(messages.locale());
    Summary summary = new Summary(phrases);
    List<RuleCount> rules = RuleCount.of(report);
    List<String> lines = new ArrayList<>();
    if (!rules.isEmpty()) {
      lines.add("");
    }
    lines.add(summary.findings(report, profile));
    int codes = rules.stream().mapToInt(rule -> rule.code().length()).max().orElse(0);
    int severities =
        rules.stream()
            .mapToInt(rule -> messages.severity(rule.severity()).length())
            .max()
            .orElse(0);
    for (RuleCount rule : rules) {
      int shown = rule.shown().size();
      String hidden = shown < rule.count() ? phrases.text("summary.shown", shown) : "";
      String severity = pad(messages.severity(rule.severity()), severities);
      lines.add("  " + severity + "  " + pad(rule.code(), codes) + "  " + rule.count() + hidden);
    }
    lines.add(summary.records(census));
    return lines;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
