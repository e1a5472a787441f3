package org.collporterre.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.collporterre.export.lineage.LineageOptions;
import org.collporterre.export.lineage.LineageWords;
import org.collporterre.lineage.Lineage;
import org.collporterre.report.OneLine;

/** What was made from what among records, for people, as text. */
final class LineageReport {
  private static final int MOST = 20;

  private final Session session;
  private final Lineage lineage;
  private final LineageOptions options;
  private final LineageWords words;

  LineageReport(Session session, Lineage lineage, LineageOptions options) {
    this.session = session;
    this.lineage = lineage;
    this.options = options;
    this.words = LineageWords.in(options.locale(), options.names());
  }

  /** Prints the families, how far methodologies went, and what somebody should look at. */
  void print(PrintStream out) {
    out.println(words.caption(lineage.excerpt(options.choice().withMost(Integer.MAX_VALUE))));
    list(out, "families", lineage.families(), words::line);
    list(out, "replications", lineage.replications(), words::line);
    list(out, "suggestions", lineage.suggestions(), words::line);
    list(out, "troubles", lineage.licenseTroubles(), words::troubleLine);
    list(out, "circles", lineage.cycles(), words::line);
    out.println();
    out.println(session.phrases().text("lineage.advice"));
  }

  private <T> void list(PrintStream out, String key, List<T> all, Function<T, String> told) {
    if (all.isEmpty()) {
      return;
    }
    out.println();
    out.println(words.heading(key) + " (" + all.size() + ")");
    for (T one : all.subList(0, Math.min(MOST, all.size()))) {
      out.println("  " + OneLine.of(told.apply(one)));
    }
    if (all.size() > MOST) {
      out.println("  " + session.phrases().text("lineage.more", all.size() - MOST));
    }
  }
}
