package org.collporterre.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.conformance.Suite.Case;
import org.collporterre.conformance.Suite.Verdict;
import org.collporterre.tests.Fixtures;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/conformance.md} says is what happens: every case of every suite runs, and those
 * that fail or are out of scope are named there. Run with {@code -Dcollporterre.update=true} to
 * write the document anew.
 */
class ConformanceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "conformance.md");

  private static final List<Suite> SUITES =
      List.of(
          new JsonTestSuite(),
          new GeoJsonHintSuite(),
          new GeoJsonFixturesSuite(),
          new GdalGeoJsonSuite(),
          new JtsValidSuite(),
          new CsvSpectrum(),
          new Csvw(),
          new JavaCsvComparison(),
          new JsonLdExpandSuite(),
          new SchemaOrgExamplesSuite());

  @Test
  void theDocumentSaysWhatHappens() throws IOException {
    StringBuilder table = new StringBuilder();
    StringBuilder details = new StringBuilder();
    for (Suite suite : SUITES) {
      List<Case> cases = suite.run(Fixtures.require("conformance/" + suite.folder()));
      assertThat(cases).as(suite.name()).isNotEmpty();
      table.append(row(suite, cases));
      details.append(details(suite, cases));
    }
    String document =
        """
        # Conformance

        Suites of test cases that others wrote, and what this library makes of them. Made by
        `ConformanceTest`, which fails when this page is not what happens.

        | suite | cases | passed | failed | out of scope | a passed case shows |
        |---|---|---|---|---|---|
        """
            + table
            + details;
    if (Boolean.getBoolean("collporterre.update")) {
      Files.writeString(DOCUMENT, document);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  private static String row(Suite suite, List<Case> cases) {
    return "| "
        + suite.name()
        + " | "
        + cases.size()
        + " | "
        + count(cases, Verdict.PASSED)
        + " | "
        + count(cases, Verdict.FAILED)
        + " | "
        + count(cases, Verdict.OUT_OF_SCOPE)
        + " | "
        + suite.shows()
        + " |\n";
  }

  private static long count(List<Case> cases, Verdict verdict) {
    return cases.stream().filter(one -> one.verdict() == verdict).count();
  }

  private static String details(Suite suite, List<Case> cases) {
    StringBuilder details = new StringBuilder();
    for (Verdict verdict : List.of(Verdict.FAILED, Verdict.OUT_OF_SCOPE)) {
      Map<String, StringBuilder> byNote = new TreeMap<>();
      for (Case one : cases) {
        if (one.verdict() == verdict) {
          StringBuilder names = byNote.computeIfAbsent(one.note(), note -> new StringBuilder());
          names.append(names.isEmpty() ? "" : ", ").append('`').append(one.name()).append('`');
        }
      }
      byNote.forEach(
          (note, names) ->
              details
                  .append("* ")
                  .append(label(verdict))
                  .append(note)
                  .append(": ")
                  .append(names)
                  .append('\n'));
    }
    return details.isEmpty() ? "" : "\n## " + suite.name() + "\n" + details;
  }

  private static String label(Verdict verdict) {
    return verdict == Verdict.FAILED ? "**failed**, " : "out of scope, ";
  }
}
