package org.collporterre.reports;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.collporterre.report.Location;
import org.collporterre.report.Severity;
import org.collporterre.reports.page.HtmlPage;
import org.collporterre.reports.page.HtmlText;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.reports.page.MapFiles;
import org.jspecify.annotations.Nullable;

/** The map of the records that have a position, those with errors and warnings marked. */
final class HtmlMap {
  /** The number of points of a map. */
  static final int POINTS = 20_000;

  private final CheckOutcome outcome;
  private final PageContent content;
  private final HtmlWords words;
  private final Map<Location, PageRecord> byPlace = new HashMap<>();
  private final Map<List<@Nullable String>, PageRecord> byId = new HashMap<>();

  HtmlMap(CheckOutcome outcome, PageContent content, HtmlWords words) {
    this.outcome = outcome;
    this.content = content;
    this.words = words;
    for (PageRecord record : content.all()) {
      byPlace.put(record.start(), record);
      if (record.id() != null) {
        byId.putIfAbsent(List.of(record.start().file(), record.id()), record);
      }
    }
  }

  /** Returns a page with what draws the map, if there is anything on it. */
  HtmlPage on(HtmlPage page) {
    if (outcome.points().isEmpty()) {
      return page;
    }
    String licence = "/*\n" + MapFiles.text(MapFiles.LICENSE) + "*/\n";
    return page.withStyle(MapFiles.text(MapFiles.STYLE))
        .withStyle(HtmlPage.resource(HtmlMap.class, "map.css"))
        .withScript(licence + MapFiles.text(MapFiles.SCRIPT))
        .withScript(HtmlPage.resource(HtmlMap.class, "map.js"));
  }

  void write(HtmlWriter html) throws IOException {
    if (outcome.points().isEmpty()) {
      return;
    }
    html.open("section", "id", "map", "aria-labelledby", "map-title", "class", "js");
    html.element("h2", words.text("map"), "id", "map-title").line();
    legend(html);
    html.open("div", "class", "card frame");
    html.open(
            "div",
            "id",
            "canvas",
            "class",
            "map",
            "role",
            "application",
            "aria-labelledby",
            "map-title")
        .close();
    html.close();
    html.open("p", "class", "muted small").text(words.text("map.source"));
    if (outcome.points().size() > POINTS) {
      html.text(" ").text(words.text("shown.points", POINTS, outcome.points().size()));
    }
    if (outcome.report().findings().size() < content.total()) {
      html.text(" ").text(words.text("map.partial"));
    }
    html.close();
    words(html);
    html.data("outlines", MapFiles.text(MapFiles.OUTLINES).strip());
    html.data("points", points()).close().line();
  }

  private void legend(HtmlWriter html) throws IOException {
    html.open("p", "class", "legend");
    for (String look : List.of("good", "warning", "error")) {
      html.open("span").open("svg", "class", "mark " + look, "viewBox", "0 0 20 20");
      html.open("path", "d", shape(look)).close().close();
      html.element("b", "0", "data-count", look).text(" ");
      html.text(words.text("map." + look)).close().text(" ");
    }
    html.close();
  }

  private static String shape(String look) {
    return switch (look) {
      case "error" -> "M10 1l9 9-9 9-9-9z";
      case "warning" -> "M10 2l9 16H1z";
      default -> "M10 4a6 6 0 1 0 .01 0z";
    };
  }

  /** What the script says, in both languages. */
  private void words(HtmlWriter html) throws IOException {
    for (String key :
        List.of("map.open", "map.in", "map.out", "map.close", "map.all", "map.wrong")) {
      html.word(key, words.text(key));
    }
  }

  /** Returns {@code [[latitude, longitude, look, title, record]…]}; a record of -1 is not shown. */
  private String points() {
    StringBuilder json = new StringBuilder("[");
    List<CheckOutcome.Point> points = outcome.points();
    for (CheckOutcome.Point point : points.subList(0, Math.min(POINTS, points.size()))) {
      PageRecord record = record(point);
      json.append(json.length() > 1 ? ",\n[" : "[");
      json.append(String.format(Locale.ROOT, "%.5f,%.5f,", point.latitude(), point.longitude()));
      json.append(look(record)).append(',');
      json.append(HtmlText.json(HtmlFindings.cut(name(point)))).append(',');
      json.append(record == null ? -1 : record.number()).append(']');
    }
    return json.append(']').toString();
  }

  private static String name(CheckOutcome.Point point) {
    return point.title().isEmpty() ? point.id() : point.title();
  }

  private @Nullable PageRecord record(CheckOutcome.Point point) {
    PageRecord here = byPlace.get(point.record());
    return here != null && Objects.equals(here.id(), point.id())
        ? here
        : byId.get(List.of(point.record().file(), point.id()));
  }

  private static int look(@Nullable PageRecord record) {
    if (record == null || record.worst() == Severity.INFO) {
      return 0;
    }
    return record.worst() == Severity.ERROR ? 2 : 1;
  }
}
