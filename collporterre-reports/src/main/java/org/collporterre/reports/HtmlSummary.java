package org.collporterre.reports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.check.Census;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.reports.page.Both;
import org.collporterre.reports.page.HtmlWriter;

/** The head of the page: what was checked, the verdict, the counts, what to do now. */
final class HtmlSummary {
  private static final int FILES = 20;

  private final CheckOutcome outcome;
  private final Report report;
  private final Census census;
  private final PageContent content;
  private final HtmlWords words;

  HtmlSummary(CheckOutcome outcome, PageContent content, HtmlWords words) {
    this.outcome = outcome;
    this.report = outcome.report();
    this.census = outcome.census();
    this.content = content;
    this.words = words;
  }

  void write(HtmlWriter html) throws IOException {
    html.open("header", "class", "head");
    html.element("p", words.text("eyebrow"), "class", "eyebrow");
    html.open("h1").value(title(outcome)).close();
    html.open("p", "class", "muted").text(words.text("profile." + outcome.profile().label()));
    html.close();
    files(html);
    html.close().line();
    verdict(html);
    tiles(html);
    contents(html);
    advice(html);
  }

  /** Returns what was checked: its title, or the path of what has none. */
  static String title(CheckOutcome outcome) {
    String title = outcome.title();
    return outcome.files().contains(title) ? HtmlFindings.file(title) : HtmlFindings.cut(title);
  }

  private void files(HtmlWriter html) throws IOException {
    List<String> files = outcome.files();
    if (files.isEmpty() || files.equals(List.of(outcome.title()))) {
      return;
    }
    html.open("p", "class", "files muted");
    for (String file : files.subList(0, Math.min(FILES, files.size()))) {
      html.open("code").value(HtmlFindings.file(file)).close().text(" ");
    }
    if (files.size() > FILES) {
      html.text(words.text("files.more", files.size() - FILES));
    }
    html.close();
  }

  private void verdict(HtmlWriter html) throws IOException {
    int errors = report.count(Severity.ERROR);
    int warnings = report.count(Severity.WARNING);
    String look = errors > 0 ? "error" : warnings > 0 ? "warning" : "ok";
    html.open("p", "class", "verdict " + look).icon(look);
    html.element("strong", sentence(errors, warnings)).close().line();
  }

  private Both sentence(int errors, int warnings) {
    String profile = "." + outcome.profile().label();
    int records = census.byType().values().stream().mapToInt(Integer::intValue).sum();
    if (errors > 0) {
      return words.text("verdict.error" + profile, among("error", errors, Severity.ERROR));
    } else if (records == 0) {
      return words.text("verdict.empty");
    } else if (warnings > 0) {
      return words.text("verdict.warning" + profile, among("warning", warnings, Severity.WARNING));
    }
    return words.text("verdict.ok" + profile, words.count("records.checked", records));
  }

  /** Says a number of findings, and in how many records they are. */
  private Both among(String noun, int number, Severity severity) {
    Both count = words.count("summary." + noun, number);
    long records = content.recordsWith(severity);
    if (records == 0) {
      return count;
    }
    boolean all =
        report.findings().stream().filter(one -> one.severity() == severity).count() == number;
    Both among = words.count("records", records);
    return words.text(all ? "among" : "among.least", count, among);
  }

  private void tiles(HtmlWriter html) throws IOException {
    html.open("ul", "class", "tiles");
    for (Severity severity : Severity.values()) {
      int count = report.count(severity);
      String look = count == 0 ? "none" : severity.label();
      html.open("li", "class", "tile " + look).icon(severity.label());
      number(html, count, words.text(severity.label() + "." + (count < 2 ? "noun" : "nouns")));
      html.element("small", words.text(severity.label() + ".meaning")).close();
    }
    records(html);
    located(html);
    if (outcome.accepted() > 0) {
      html.open("li", "class", "tile");
      number(html, outcome.accepted(), words.text("accepted"));
      html.element("small", words.text("accepted.meaning")).close();
    }
    html.close().line();
  }

  private static void number(HtmlWriter html, int number, Both noun) throws IOException {
    html.element("b", HtmlWords.number(number)).text(" ").element("span", noun);
  }

  private void records(HtmlWriter html) throws IOException {
    int records = census.byType().values().stream().mapToInt(Integer::intValue).sum();
    html.open("li", "class", "tile");
    number(html, records, words.text(records < 2 ? "record.noun" : "record.nouns"));
    List<Both> types = new ArrayList<>();
    for (Map.Entry<String, Integer> type : census.byType().entrySet()) {
      types.add(words.count("records." + type.getKey(), type.getValue()));
    }
    html.open("small");
    for (int i = 0; i < types.size(); i++) {
      html.text(i == 0 ? "" : " · ").text(types.get(i));
    }
    html.close().close();
  }

  private void located(HtmlWriter html) throws IOException {
    int all = census.located() + census.unlocated();
    if (all == 0) {
      return;
    }
    // Rounded down: what is said to be complete is.
    int percent = (int) (100L * census.located() / all);
    html.open("li", "class", "tile");
    html.element("b", words.text("percent", percent)).text(" ");
    html.element("span", words.text("located"));
    html.element("small", words.text("located.of", census.located(), all)).close();
  }

  private void contents(HtmlWriter html) throws IOException {
    if (content.rules().isEmpty()) {
      return;
    }
    html.open("nav", "class", "contents screen", "aria-labelledby", "contents");
    html.element("span", words.text("contents"), "id", "contents", "class", "heard");
    html.element("a", words.text("rules"), "href", "#rules");
    if (!outcome.points().isEmpty()) {
      html.element("a", words.text("map"), "href", "#map");
    }
    html.element("a", words.text("records.title"), "href", "#records");
    html.close().line();
  }

  private void advice(HtmlWriter html) throws IOException {
    if (content.rules().isEmpty()) {
      return;
    }
    int safe = 0;
    int unsafe = 0;
    for (Finding finding : report.findings()) {
      Fix fix = finding.fix();
      safe += fix != null && fix.safe() ? 1 : 0;
      unsafe += fix != null && !fix.safe() ? 1 : 0;
    }
    html.open("section", "class", "card advice", "aria-labelledby", "advice");
    html.open("h2", "id", "advice").icon("wrench").text(words.text("advice")).close();
    html.element("p", words.text("advice.source"));
    if (safe + unsafe > 0) {
      html.open("p").text(words.count("advice.fixes", safe + unsafe)).text(" ");
      html.text(
          words.text("advice.kinds", words.count("safe", safe), words.count("unsafe", unsafe)));
      html.close();
      html.open("p").text(words.text("advice.command")).text(" ");
      html.element("code", "collporterre fix " + argument() + " --dry-run").close();
    }
    html.close().line();
  }

  private String argument() {
    String file = outcome.files().size() == 1 ? ReportPath.of(outcome.files().get(0)) : "…";
    boolean plain =
        file.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-…".indexOf(c) >= 0);
    return plain ? HtmlFindings.cut(file) : "…";
  }
}
