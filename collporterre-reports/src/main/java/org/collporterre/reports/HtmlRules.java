package org.collporterre.reports;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.collporterre.check.RulePage;
import org.collporterre.report.Finding;
import org.collporterre.reports.page.Both;
import org.collporterre.reports.page.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** What was found, rule by rule. */
final class HtmlRules {
  private final PageContent content;
  private final HtmlWords words;
  private final HtmlFindings findings;
  private final List<String> files;

  HtmlRules(PageContent content, HtmlWords words, List<String> files) {
    this.content = content;
    this.words = words;
    this.files = files;
    this.findings = new HtmlFindings(words, files.size() > 1);
  }

  void write(HtmlWriter html) throws IOException {
    html.open("section", "id", "rules", "aria-labelledby", "rules-title", "class", "groups");
    html.element("h2", words.text("rules"), "id", "rules-title").line();
    if (content.kept() < content.total()) {
      html.element("p", words.text("shown.all", content.kept(), content.total()), "class", "muted");
    }
    boolean first = true;
    for (PageRule rule : content.rules()) {
      String[] look = {"class", "card group rule"};
      String[] opened = {"class", "card group rule", "open", ""};
      html.open("details", first ? opened : look);
      first = false;
      rule(html, rule);
      html.close().line();
    }
    html.element("p", words.text("nothing"), "class", "nothing muted", "hidden", "");
    html.close().line();
  }

  private void rule(HtmlWriter html, PageRule rule) throws IOException {
    html.open("summary");
    findings.severity(html, rule.severity());
    html.open("span", "class", "name").element("span", title(rule), "class", "title");
    html.element("code", rule.code()).close();
    html.element("span", HtmlWords.number(rule.count()), "class", "count").close();
    why(html, rule);
    if (rule.shown().size() < rule.count()) {
      html.element(
          "p", words.text("shown", rule.shown().size(), rule.count()), "class", "muted partial");
    }
    html.open("ol", "class", "findings").line();
    for (PageFinding one : rule.shown()) {
      finding(html, one);
    }
    html.close();
  }

  private static Both title(PageRule rule) {
    RulePage page = RulePage.of(rule.code());
    String french = page.title(Locale.FRENCH);
    String english = page.title(Locale.ENGLISH);
    return french.isEmpty() || english.isEmpty()
        ? Both.same(rule.code())
        : new Both(french.replace("`", ""), english.replace("`", ""));
  }

  private static void why(HtmlWriter html, PageRule rule) throws IOException {
    RulePage page = RulePage.of(rule.code());
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      String text = afterTitle(page.text(locale));
      if (!text.isEmpty()) {
        html.open("p", "class", "why", "lang", locale.getLanguage());
        marked(html, text);
        html.close();
      }
    }
  }

  /** Returns the rest of the first paragraph, of which the title is the part in bold. */
  private static String afterTitle(@Nullable String explanation) {
    String paragraph = explanation == null ? "" : explanation.split("\n\\s*\n", 2)[0];
    int end = paragraph.startsWith("**") ? paragraph.indexOf("**", 2) : -1;
    return paragraph.substring(end < 0 ? 0 : end + 2).replace('\n', ' ').strip();
  }

  /** Writes text in which code stands between backticks, and nothing else is marked. */
  private static void marked(HtmlWriter html, String text) throws IOException {
    String[] parts = text.replace("**", "").split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        html.element("code", parts[i]);
      } else {
        html.text(parts[i]);
      }
    }
  }

  private void finding(HtmlWriter html, PageFinding one) throws IOException {
    Finding finding = one.finding();
    html.open(
        "li",
        "class",
        "finding",
        "data-f",
        String.valueOf(one.number()),
        "data-severity",
        finding.severity().label(),
        "data-rule",
        finding.code(),
        "data-file",
        String.valueOf(files.indexOf(finding.location().file())),
        "data-type",
        one.record().type() == null ? "-" : one.record().type());
    findings.severity(html, finding.severity());
    html.open("div");
    findings.sentence(html, finding);
    findings.correction(html, finding);
    html.open("span", "class", "where muted").text(findings.place(finding.location()));
    record(html, one.record());
    if (finding.field() != null) {
      html.text(" · ");
      findings.field(html, finding.field());
    }
    if (finding.expected() != null && findings.adds(finding)) {
      html.text(" · ").text(words.text("expected")).text(" ");
      html.value(HtmlFindings.cut(finding.expected()));
    }
    html.close().close().close().line();
  }

  private static void record(HtmlWriter html, PageRecord record) throws IOException {
    String id = record.id();
    String title = record.title();
    String name = title != null ? title : id;
    if (record.isFile() || name == null) {
      return;
    }
    html.text(" · ");
    if (record.number() >= 0) {
      html.open("a", "href", "#r" + record.number()).value(HtmlFindings.cut(name)).close();
    } else {
      html.value(HtmlFindings.cut(name));
    }
  }
}
