package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.collporterre.check.RulePage;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.OneLine;
import org.collporterre.report.Severity;

/**
 * A summary that fits the comment of a pull request: a table of the rules, and the first findings
 * of each to unfold, as far as there is room.
 */
final class MarkdownReport implements ReportRenderer {
  /** What GitHub takes in a comment is 65,536 characters. */
  static final int LIMIT = 65_000;

  private static final int FINDINGS_PER_RULE = 20;

  /** More than a row of the table of rules and the note about what is left out take together. */
  private static final int ROW = 2_000;

  private static final int TITLE = 120;

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String ending() {
    return ".md";
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    Phrases phrases = Phrases.in(outcome.messages().locale());
    Summary summary = new Summary(phrases);
    StringBuilder text = new StringBuilder();
    text.append("## ").append(MarkdownText.of(OneLine.cut(outcome.title(), TITLE))).append("\n\n");
    String findings = summary.findings(outcome.report(), outcome.profile());
    text.append(mark(outcome)).append(" **").append(findings).append("**\n\n");
    text.append(summary.records(outcome.census())).append('\n');
    summary.rest(outcome).forEach(line -> text.append('\n').append(line).append('\n'));
    List<RuleCount> rules = RuleCount.of(outcome.report());
    table(rules, outcome, phrases, text);
    int left = 0;
    String note = phrases.count("markdown.left", rules.size());
    for (RuleCount rule : rules) {
      String details = details(rule, outcome, phrases);
      if (text.length() + details.length() + note.length() < LIMIT) {
        text.append(details);
      } else {
        left++;
      }
    }
    if (left > 0) {
      text.append('\n').append(phrases.count("markdown.left", left)).append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String mark(CheckOutcome outcome) {
    return !outcome.report().isClean() ? "❌" : outcome.report().count() == 0 ? "✅" : "⚠️";
  }

  private static void table(
      List<RuleCount> rules, CheckOutcome outcome, Phrases phrases, StringBuilder text) {
    if (rules.isEmpty()) {
      return;
    }
    text.append("\n| | ").append(phrases.text("markdown.rule"));
    text.append(" | | ").append(phrases.text("markdown.count")).append(" |\n");
    text.append("|---|---|---|--:|\n");
    for (RuleCount rule : rules) {
      if (text.length() > LIMIT - ROW) {
        return;
      }
      RulePage page = RulePage.of(rule.code());
      text.append("| ").append(icon(rule.severity())).append(' ');
      text.append(outcome.messages().severity(rule.severity())).append(" | ").append(link(rule));
      text.append(" | ").append(MarkdownText.of(page.title(outcome.messages().locale())));
      text.append(" | ").append(rule.count()).append(" |\n");
    }
  }

  private static String link(RuleCount rule) {
    String name = MarkdownText.of(rule.code());
    String address = RulePage.of(rule.code()).address();
    return address == null ? name : "[" + name + "](" + address + ")";
  }

  private static String icon(Severity severity) {
    return switch (severity) {
      case ERROR -> "❌";
      case WARNING -> "⚠️";
      case INFO -> "ℹ️";
    };
  }

  private static String details(RuleCount rule, CheckOutcome outcome, Phrases phrases) {
    List<Finding> shown = rule.shown().subList(0, Math.min(FINDINGS_PER_RULE, rule.shown().size()));
    if (shown.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n<details><summary>");
    text.append(rule.code()).append(" (").append(rule.count()).append(")");
    text.append("</summary>\n\n");
    text.append("| ").append(phrases.text("markdown.place"));
    text.append(" | ").append(phrases.text("markdown.record"));
    text.append(" | ").append(phrases.text("markdown.found")).append(" |\n|---|---|---|\n");
    for (Finding finding : shown) {
      String id = finding.id();
      text.append("| ").append(place(finding.location()));
      text.append(" | ").append(id == null ? "" : MarkdownText.of(OneLine.cut(id, TITLE)));
      text.append(" | ").append(MarkdownText.of(outcome.messages().text(finding))).append(" |\n");
    }
    if (shown.size() < rule.count()) {
      text.append('\n').append(phrases.text("markdown.first", shown.size(), rule.count()));
      text.append('\n');
    }
    return text.append("\n</details>\n").toString();
  }

  private static String place(Location location) {
    String file = MarkdownText.of(OneLine.cut(ReportPath.of(location.file()), TITLE));
    return file + ":" + location.line() + ":" + location.column();
  }
}
