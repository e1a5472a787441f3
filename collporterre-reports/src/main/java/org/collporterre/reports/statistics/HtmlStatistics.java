package org.collporterre.reports.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.collporterre.reports.page.Both;
import org.collporterre.reports.page.HtmlPage;
import org.collporterre.reports.page.HtmlWriter;

/**
 * Statistics as a page in one file. Each plot is a table whose bars are drawn by its cells, so that
 * it is read out, copied and printed like any table.
 */
final class HtmlStatistics implements StatisticsRenderer {
  @Override
  public String name() {
    return "html";
  }

  @Override
  public List<String> endings() {
    return List.of(".html", ".htm");
  }

  @Override
  public void render(StatisticsOutcome outcome, OutputStream out) throws IOException {
    List<Section> french = Sections.of(outcome, Locale.FRENCH);
    List<Section> english = Sections.of(outcome, Locale.ENGLISH);
    Both title =
        new Both(Sections.title(outcome, Locale.FRENCH), Sections.title(outcome, Locale.ENGLISH));
    HtmlPage.in(outcome.locale(), title)
        .withStyle(HtmlPage.resource(HtmlStatistics.class, "statistics.css"))
        .withFoot(foot(outcome))
        .write(
            out,
            html -> {
              html.element("h1", title).line();
              for (int i = 0; i < french.size(); i++) {
                section(html, french.get(i), english.get(i), i);
              }
            });
  }

  private static Both foot(StatisticsOutcome outcome) {
    String source = outcome.attribution().isEmpty() ? "" : " " + outcome.attribution();
    return new Both(
        Sections.phrases(Locale.FRENCH).text("foot", outcome.version()) + source,
        Sections.phrases(Locale.ENGLISH).text("foot", outcome.version()) + source);
  }

  private static Both word(String key) {
    return new Both(
        Sections.phrases(Locale.FRENCH).text(key), Sections.phrases(Locale.ENGLISH).text(key));
  }

  private static void section(HtmlWriter html, Section french, Section english, int number)
      throws IOException {
    String heading = "part-" + number;
    html.open("section", "class", "card plot", "aria-labelledby", heading).line();
    html.element("h2", new Both(french.title(), english.title()), "id", heading).line();
    html.open("table", "aria-labelledby", heading).open("thead").open("tr");
    html.element("th", word("column.what"), "scope", "col");
    html.element("th", word("column.count"), "scope", "col");
    html.element("th", word("column.share"), "scope", "col");
    html.close().close().line().open("tbody").line();
    for (int i = 0; i < french.rows().size(); i++) {
      row(html, french.rows().get(i), english.rows().get(i));
    }
    html.close().close().line();
    if (!french.note().isEmpty()) {
      html.element("p", new Both(french.note(), english.note()), "class", "muted small").line();
    }
    html.close().line();
  }

  private static void row(HtmlWriter html, Section.Row french, Section.Row english)
      throws IOException {
    html.open("tr").open("th", "scope", "row").open("bdi");
    html.text(new Both(french.label(), english.label())).close().close();
    html.element("td", String.valueOf(french.count()), "class", "count");
    html.open("td", "class", "share");
    if (french.total() > 0) {
      int percent = french.percent();
      // The width is one of the classes of the style sheet: the page allows no styles of elements.
      html.open("span", "class", "gauge", "aria-hidden", "true");
      html.element("span", "", "class", "w" + percent).close();
      html.element("span", percent + " %", "class", "percent");
    }
    html.close().close().line();
  }
}
