package org.collporterre.reports.statistics;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.collporterre.reports.JsonText;
import org.collporterre.statistics.Statistics;

/** Statistics for programs: {@link Statistics} as it is, with a title. */
final class JsonStatistics implements StatisticsRenderer {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public List<String> endings() {
    return List.of(".json");
  }

  @Override
  public void render(StatisticsOutcome outcome, OutputStream out) throws IOException {
    JsonText.write(new Document(outcome.version(), outcome.title(), outcome.statistics()), out);
  }

  /**
   * The document.
   *
   * @param version the version of the library that made it
   * @param title what was counted
   * @param statistics the numbers
   */
  @JsonbPropertyOrder({"version", "title", "statistics"})
  public record Document(String version, String title, Statistics statistics) {}
}
