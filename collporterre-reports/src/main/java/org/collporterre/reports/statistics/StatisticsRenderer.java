package org.collporterre.reports.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes statistics in one form. Stateless and thread-safe. */
public interface StatisticsRenderer {
  /** Returns all forms. */
  static List<StatisticsRenderer> all() {
    return List.of(
        new TextStatistics(), new JsonStatistics(), new MarkdownStatistics(), new HtmlStatistics());
  }

  /** Returns the form that the name of a file means by its ending. */
  static Optional<StatisticsRenderer> forFile(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(form -> form.endings().stream().anyMatch(lower::endsWith))
        .findFirst();
  }

  /** Returns the name of the form, as in {@code --format}: lower case, {@code markdown}. */
  String name();

  /** Returns the endings of files of this form, {@code .md}. */
  List<String> endings();

  /**
   * Writes statistics, in UTF-8. The same numbers give the same bytes.
   *
   * @param out where they go; not closed
   * @throws IOException when they cannot be written
   */
  void render(StatisticsOutcome outcome, OutputStream out) throws IOException;
}
