package org.collporterre.reports.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.collporterre.reports.MarkdownText;
import org.collporterre.reports.Phrases;

/** Statistics as tables of Markdown. */
final class MarkdownStatistics implements StatisticsRenderer {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public List<String> endings() {
    return List.of(".md");
  }

  @Override
  public void render(StatisticsOutcome outcome, OutputStream out) throws IOException {
    Phrases phrases = Sections.phrases(outcome.locale());
    StringBuilder text = new StringBuilder();
    text.append("# ").append(MarkdownText.of(Sections.title(outcome, outcome.locale())));
    text.append('\n');
    for (Section section : Sections.of(outcome, outcome.locale())) {
      text.append("\n## ").append(MarkdownText.of(section.title())).append("\n\n| ");
      text.append(phrases.text("column.what")).append(" | ").append(phrases.text("column.count"));
      text.append(" |\n|---|---:|\n");
      for (Section.Row row : section.rows()) {
        text.append("| ").append(MarkdownText.of(row.label())).append(" | ");
        text.append(Sections.number(row)).append(" |\n");
      }
      if (!section.note().isEmpty()) {
        text.append('\n').append(MarkdownText.of(section.note())).append('\n');
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
