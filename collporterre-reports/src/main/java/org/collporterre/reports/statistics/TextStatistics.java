package org.collporterre.reports.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.collporterre.report.OneLine;

/** Statistics for a terminal: a bar of text beside each share. */
final class TextStatistics implements StatisticsRenderer {
  private static final int BAR = 20;

  @Override
  public String name() {
    return "text";
  }

  @Override
  public List<String> endings() {
    return List.of(".txt");
  }

  @Override
  public void render(StatisticsOutcome outcome, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(OneLine.of(Sections.title(outcome, outcome.locale()))).append('\n');
    for (Section section : Sections.of(outcome, outcome.locale())) {
      text.append('\n').append(section.title()).append('\n');
      int width = 0;
      for (Section.Row row : section.rows()) {
        width = Math.max(width, OneLine.of(row.label()).length());
      }
      for (Section.Row row : section.rows()) {
        String label = OneLine.of(row.label());
        text.append("  ").append(label).append(" ".repeat(width - label.length()));
        text.append(right(row.count(), 9));
        if (row.total() > 0) {
          int percent = row.percent();
          String bar = "█".repeat((percent * BAR + 50) / 100);
          text.append(right(percent, 5)).append(bar.isEmpty() ? " %" : " %  " + bar);
        }
        text.append('\n');
      }
      if (!section.note().isEmpty()) {
        text.append("  ").append(OneLine.of(section.note())).append('\n');
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String right(int number, int width) {
    String digits = String.valueOf(number);
    return " ".repeat(Math.max(1, width - digits.length())) + digits;
  }
}
