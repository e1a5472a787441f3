package org.collporterre.reports;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.collporterre.report.Severity;
import org.collporterre.reports.page.Both;
import org.collporterre.reports.page.HtmlWriter;

/** The bar by which findings are searched and filtered; it is there with scripts only. */
final class HtmlFilters {
  private final CheckOutcome outcome;
  private final PageContent content;
  private final HtmlWords words;

  HtmlFilters(CheckOutcome outcome, PageContent content, HtmlWords words) {
    this.outcome = outcome;
    this.content = content;
    this.words = words;
  }

  void write(HtmlWriter html) throws IOException {
    html.open("form", "class", "filters card js screen", "id", "filters", "role", "search");
    html.open("label", "class", "search").icon("search");
    html.element("span", words.text("search"), "class", "heard");
    html.single(
        "input",
        "type",
        "search",
        "id",
        "search",
        "autocomplete",
        "off",
        "spellcheck",
        "false",
        "placeholder",
        words.text("search").in(outcome.messages().locale()));
    html.close();
    severities(html);
    chooser(html, "rule", ruleCodes());
    Set<String> types = types();
    if (types.size() > 1) {
      chooser(html, "type", types);
    }
    if (outcome.files().size() > 1) {
      chooser(html, "file", new LinkedHashSet<>(outcome.files()));
    }
    html.element("button", words.text("reset"), "type", "reset");
    html.open("p", "class", "matches muted", "role", "status", "id", "matches");
    html.text(words.text("matches", content.kept(), content.kept())).close();
    html.word("matches", words.text("matches"));
    html.word("search", words.text("search"));
    html.close().line();
  }

  private void severities(HtmlWriter html) throws IOException {
    html.open("fieldset").element("legend", words.text("severities"), "class", "heard");
    for (Severity severity : Severity.values()) {
      if (outcome.report().count(severity) == 0) {
        continue;
      }
      html.open("label", "class", "toggle " + severity.label());
      html.single(
          "input",
          "type",
          "checkbox",
          "name",
          "severity",
          "value",
          severity.label(),
          "checked",
          "");
      html.icon(severity.label()).text(words.text(severity.label() + ".nouns")).close();
    }
    html.close();
  }

  private Set<String> ruleCodes() {
    Set<String> codes = new LinkedHashSet<>();
    content.rules().forEach(rule -> codes.add(rule.code()));
    return codes;
  }

  private Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    content.records().forEach(record -> types.add(record.type() == null ? "-" : record.type()));
    return types;
  }

  private void chooser(HtmlWriter html, String what, Set<String> choices) throws IOException {
    html.open("label", "class", "chooser").element("span", words.text("filter." + what));
    html.open("select", "name", what);
    option(html, "", words.text("filter." + what + ".all"));
    int number = 0;
    for (String choice : choices) {
      String name = what.equals("file") ? HtmlFindings.file(choice) : HtmlFindings.cut(choice);
      Both shown = what.equals("type") ? words.type(choice) : Both.same(name);
      option(html, what.equals("file") ? String.valueOf(number) : choice, shown);
      number++;
    }
    html.close().close();
  }

  /** What is in an option is text only, so that scripts change its language. */
  private void option(HtmlWriter html, String value, Both shown) throws IOException {
    String text = shown.in(outcome.messages().locale());
    if (shown.french().equals(shown.english())) {
      html.open("option", "data-value", value).text(text).close();
    } else {
      html.open(
          "option", "data-value", value, "data-fr", shown.french(), "data-en", shown.english());
      html.text(text).close();
    }
  }
}
