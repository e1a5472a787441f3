package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import org.collporterre.reports.page.Both;
import org.collporterre.reports.page.HtmlPage;

/**
 * A page to open in a browser and hand to a colleague: one file that loads nothing, in French and
 * English, with what was found by rule and by record, a map, filters and search; see {@link
 * HtmlPage}. Bounded whatever was found: {@value PageContent#FINDINGS} findings, {@value
 * PageContent#RECORDS} records with their cells and {@value HtmlMap#POINTS} points at most, texts
 * cut after 200 characters; how many there were is said.
 */
public final class HtmlReport implements ReportRenderer {
  /** Makes the renderer. */
  public HtmlReport() {}

  @Override
  public String name() {
    return "html";
  }

  @Override
  public boolean showsRecords() {
    return true;
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    HtmlWords words = new HtmlWords(outcome.messages());
    PageContent content = PageContent.of(outcome);
    HtmlMap map = new HtmlMap(outcome, content, words);
    Both title = words.text("title", HtmlSummary.title(outcome));
    HtmlPage page =
        HtmlPage.in(outcome.messages().locale(), title)
            .withFoot(words.text("foot", outcome.version()))
            .withStyle(HtmlPage.resource(HtmlReport.class, "report.css"))
            .withScript(HtmlPage.resource(HtmlReport.class, "report.js"));
    map.on(page)
        .write(
            out,
            html -> {
              new HtmlSummary(outcome, content, words).write(html);
              if (!content.rules().isEmpty()) {
                new HtmlFilters(outcome, content, words).write(html);
                new HtmlRules(content, words, outcome.files()).write(html);
              }
              map.write(html);
              if (!content.records().isEmpty()) {
                new HtmlRecords(outcome, content, words).write(html);
              }
            });
  }
}
