package org.collporterre.cms.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.collporterre.model.Entry;
import org.collporterre.reports.page.HtmlText;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.reports.statistics.Section;
import org.collporterre.reports.statistics.StatisticsOutcome;

/** Writes numbers about records: each plot is a table, read out and printed like any. */
final class StatisticsPart {
  private final Scene scene;
  private final Words words;

  StatisticsPart(Scene scene) {
    this.scene = scene;
    this.words = scene.words();
  }

  void write(HtmlWriter html, List<Entry> entries) throws IOException {
    Publication publication = scene.publication();
    StatisticsOutcome outcome =
        new StatisticsOutcome(
            publication.title(),
            entries.size() == publication.entries().size()
                ? publication.statistics()
                : publication.survey(entries),
            publication.vocabularies(),
            publication.gazetteer().attribution(),
            words.locale().equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.FRENCH,
            "");
    scene.assets(html, Assets.STYLE);
    html.open("div", "class", "collporterre", "lang", words.language()).line();
    html.open("div", "class", "collp-chiffres").line();
    for (Section section : Section.of(outcome)) {
      if (!section.rows().isEmpty() && section.kind() != Section.Kind.COVERAGE) {
        section(html, section);
      }
    }
    html.close().line();
    if (!outcome.attribution().isEmpty()) {
      html.element("p", outcome.attribution(), "class", "collp-note").line();
    }
    html.close().line();
    if (scene.scripts()) {
      html.inline("script", dataset(entries), "type", "application/ld+json");
    }
  }

  private void section(HtmlWriter html, Section section) throws IOException {
    html.open("section").element(scene.heading(0), section.title()).line();
    html.open("table", "aria-label", section.title()).open("thead", "class", "collp-lu").open("tr");
    html.element("th", words.text("column.what"), "scope", "col");
    html.element("th", words.text("column.count"), "scope", "col");
    html.element("th", words.text("column.share"), "scope", "col");
    html.close().close().open("tbody").line();
    for (Section.Row row : section.rows()) {
      html.open("tr").element("th", row.label(), "scope", "row", "dir", "auto");
      html.element("td", words.number(row.count()), "class", "collp-nombre");
      html.open("td", "class", "collp-part");
      if (row.total() > 0) {
        String percent = String.valueOf(row.percent());
        html.element(
            "meter",
            percent + " %",
            "min",
            "0",
            "max",
            "100",
            "value",
            percent,
            "aria-label",
            row.label() + " : " + percent + " %");
      }
      html.close().close().line();
    }
    html.close().close();
    if (!section.note().isEmpty()) {
      html.line().element("p", section.note(), "class", "collp-note");
    }
    html.close().line();
  }

  private String dataset(List<Entry> entries) {
    return "{\"@context\":\"https://schema.org\",\"@type\":\"Dataset\",\"name\":"
        + HtmlText.json(scene.publication().title())
        + ",\"size\":"
        + HtmlText.json(words.count("records", entries.size()))
        + "}";
  }
}
