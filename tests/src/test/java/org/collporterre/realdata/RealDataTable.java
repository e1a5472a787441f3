package org.collporterre.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.report.Finding;
import org.collporterre.report.Severity;

/**
 * The table of what came of each file, in a document that must be as it says; {@code
 * -Dcollporterre.update=true} writes it anew.
 */
final class RealDataTable {
  private static final Path DOCUMENT = Path.of("..", "docs", "real-data.md");
  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- end -->";

  private final StringBuilder rows = new StringBuilder();
  private final Map<String, String> differences = new TreeMap<>();

  void add(RealFile real, Outcome outcome) {
    rows.append("| ").append(real.name().replace("data/", "")).append(" | ");
    rows.append(outcome.records().size()).append(" | ").append(outcome.located());
    for (Severity severity : Severity.values()) {
      rows.append(" | ").append(outcome.report().count(severity));
    }
    rows.append(" | ").append(readWith(real, outcome));
    rows.append(" | ").append(real.said().getString("licence"));
    rows.append(" | ").append(real.said().getString("must")).append(" |\n");
    if (real.said().containsKey("known")) {
      differences.put(real.name().replace("data/", ""), real.said().getString("known"));
    }
  }

  private static String readWith(RealFile real, Outcome outcome) {
    if (real.said().containsKey("mapping")) {
      return "mapping";
    }
    return outcome.findings("preset-chosen").stream()
        .map(Finding::value)
        .findFirst()
        .map(name -> "preset " + name)
        .orElse("");
  }

  /** Compares with the document, or writes it. */
  void compare() throws IOException {
    String before = Files.readString(DOCUMENT);
    StringBuilder lines = new StringBuilder(head()).append(rows);
    lines.append("\nWhere that differs from what the collection of files asks for:\n\n");
    differences.forEach(
        (name, why) -> lines.append("* ").append(name).append(": ").append(why).append(".\n"));
    String document =
        before.substring(0, before.indexOf(BEGIN) + BEGIN.length())
            + lines
            + before.substring(before.indexOf(END));
    if (Boolean.getBoolean("collporterre.update")) {
      Files.writeString(DOCUMENT, document);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  private static String head() {
    StringBuilder head = new StringBuilder("| file | records | located");
    for (Severity severity : Severity.values()) {
      head.append(" | ").append(severity.name().toLowerCase(Locale.ROOT));
    }
    head.append(" | read with | licence | what must come of it |\n|---|--:|--:");
    head.append("|--:".repeat(Severity.values().length));
    return head.append("|---|---|---|\n").toString();
  }
}
