package org.collporterre.reports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.collporterre.report.Finding;
import org.collporterre.report.Severity;
import org.collporterre.reports.page.Both;
import org.collporterre.reports.page.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** What was found, record by record: its cells, what is wrong beside the cell it is about. */
final class HtmlRecords {
  private static final Comparator<Severity> WORST_FIRST = Comparator.naturalOrder();

  private final PageContent content;
  private final HtmlWords words;
  private final HtmlFindings findings;

  HtmlRecords(CheckOutcome outcome, PageContent content, HtmlWords words) {
    this.content = content;
    this.words = words;
    this.findings = new HtmlFindings(words, outcome.files().size() > 1);
  }

  void write(HtmlWriter html) throws IOException {
    html.open("section", "id", "records", "aria-labelledby", "records-title", "class", "groups");
    html.element("h2", words.text("records.title"), "id", "records-title").line();
    long all = content.all().stream().filter(record -> !record.isFile()).count();
    long shown = content.records().stream().filter(record -> !record.isFile()).count();
    if (shown < all) {
      html.element("p", words.text("shown.records", shown, all), "class", "muted");
    }
    for (PageRecord record : content.records()) {
      html.open("details", "class", "card group record", "id", "r" + record.number());
      head(html, record);
      body(html, record);
      html.close().line();
    }
    html.element("p", words.text("nothing"), "class", "nothing muted", "hidden", "");
    html.close().line();
  }

  private void head(HtmlWriter html, PageRecord record) throws IOException {
    html.open("summary");
    findings.severity(html, record.worst());
    html.open("span", "class", "name").open("span", "class", "title");
    String name = record.title() != null ? record.title() : record.id();
    if (record.isFile()) {
      html.text(words.text("file")).text(" ").value(HtmlFindings.file(record.start().file()));
    } else if (name != null) {
      html.value(HtmlFindings.cut(name));
    } else {
      html.text(words.text("record.unnamed"));
    }
    html.close().open("span", "class", "muted");
    if (record.type() != null && !record.isFile()) {
      html.text(words.type(record.type()));
    }
    if (record.id() != null && record.title() != null) {
      html.text(" · ").open("code").value(HtmlFindings.cut(record.id())).close();
    }
    if (!record.isFile()) {
      html.text(" · ").text(findings.place(record.start()));
    }
    html.close().close();
    counts(html, record);
    html.close();
  }

  private void counts(HtmlWriter html, PageRecord record) throws IOException {
    html.open("span", "class", "counts");
    for (Severity severity : Severity.values()) {
      int count = record.count(severity);
      if (count > 0) {
        html.open("span", "class", "count " + severity.label()).icon(severity.label());
        html.element("b", HtmlWords.number(count));
        html.element("span", words.text(severity.label() + ".nouns"), "class", "heard").close();
      }
    }
    html.close();
  }

  private void body(HtmlWriter html, PageRecord record) throws IOException {
    Map<String, List<PageFinding>> byField = new LinkedHashMap<>();
    List<PageFinding> whole = new ArrayList<>();
    for (PageFinding one : record.shown()) {
      String field = one.finding().field();
      boolean hasCell = field != null && !record.cells().isEmpty();
      (hasCell ? byField.computeIfAbsent(field, key -> new ArrayList<>()) : whole).add(one);
    }
    if (!whole.isEmpty()) {
      messages(html, whole, true);
    }
    if (record.cells().isEmpty()) {
      return;
    }
    html.open("table", "class", "cells");
    html.element("caption", words.text("cells"), "class", "heard").open("tbody");
    Map<String, Severity> wrong = wrong(record.shown());
    for (Map.Entry<String, String> cell : record.cells().entrySet()) {
      String key = cell.getKey();
      List<PageFinding> here = byField.getOrDefault(key, List.of());
      byField.remove(key);
      if (wrong.containsKey(key) || !cell.getValue().isBlank()) {
        row(html, key, cell.getValue(), here, wrong.get(key));
      }
    }
    for (Map.Entry<String, List<PageFinding>> missing : byField.entrySet()) {
      String value = missing.getValue().get(0).finding().value();
      String key = missing.getKey();
      row(html, key, value == null ? "" : value, missing.getValue(), wrong.get(key));
    }
    html.close().close();
  }

  /** Returns how bad the worst is of each cell that a finding is about or a correction changes. */
  private static Map<String, Severity> wrong(List<PageFinding> findings) {
    Map<String, Severity> wrong = new HashMap<>();
    for (PageFinding one : findings) {
      Finding finding = one.finding();
      Set<String> keys = new HashSet<>();
      if (finding.field() != null) {
        keys.add(finding.field());
      }
      if (finding.fix() != null) {
        keys.addAll(finding.fix().cells().keySet());
      }
      keys.forEach(key -> wrong.merge(key, finding.severity(), BinaryOperator.minBy(WORST_FIRST)));
    }
    return wrong;
  }

  private void row(
      HtmlWriter html, String key, String value, List<PageFinding> here, @Nullable Severity wrong)
      throws IOException {
    if (wrong == null) {
      html.open("tr");
    } else {
      html.open("tr", "class", "wrong " + wrong.label());
    }
    html.open("th", "scope", "row");
    findings.field(html, key);
    html.close().open("td");
    if (value.isEmpty()) {
      html.element("span", words.text("cell.empty"), "class", "muted");
    } else {
      html.linked(HtmlFindings.cut(value));
    }
    if (!here.isEmpty()) {
      messages(html, here, false);
    }
    html.close().close().line();
  }

  private void messages(HtmlWriter html, List<PageFinding> list, boolean withPlace)
      throws IOException {
    html.open("ul", "class", "messages");
    for (PageFinding one : list) {
      Finding finding = one.finding();
      html.open("li", "data-of", String.valueOf(one.number()));
      findings.severity(html, finding.severity());
      html.open("div");
      findings.sentence(html, finding);
      findings.correction(html, finding);
      if (withPlace) {
        Both place = findings.place(finding.location());
        html.element("span", place, "class", "where muted");
      }
      html.close().close();
    }
    html.close();
  }
}
