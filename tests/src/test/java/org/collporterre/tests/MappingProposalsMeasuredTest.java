package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.MappingProposal;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * How often the proposal for a real file says what a person said who looked at it: which column is
 * the title, the coordinates, the identifier. A file without any of these must not be given one.
 */
class MappingProposalsMeasuredTest {
  private static final Map<String, String> KEYS = new LinkedHashMap<>();
  private static final String NONE = "(none)";
  private static final String BEGIN = "<!-- measured -->\n";
  private static final String END = "<!-- /measured -->";

  static {
    KEYS.put("name", "titre");
    KEYS.put("lat", "latitude");
    KEYS.put("lon", "longitude");
    KEYS.put("latlon", "latitude,longitude");
    KEYS.put("id", "id");
  }

  private final Map<String, int[]> hits = new LinkedHashMap<>();
  private final List<String> misses = new ArrayList<>();
  private int wrongPositions;

  @Test
  void mostColumnsAreWhatAPersonSaysTheyAre() throws IOException {
    Path oracles = Fixtures.require("ORACLES.json");
    Path root = oracles.getParent();
    JsonObject all;
    try (InputStream in = Files.newInputStream(oracles);
        JsonReader reader = Json.createReader(in)) {
      all = reader.readObject();
    }
    for (String name : all.keySet()) {
      JsonObject mapping = all.getJsonObject(name).getJsonObject("mapping");
      if (mapping != null) {
        compare(name, root.resolve(name), mapping);
      }
    }
    StringBuilder table = new StringBuilder("| what | found | of |\n|---|---|---|\n");
    KEYS.forEach(
        (kind, key) -> {
          int[] of = hits.getOrDefault(kind, new int[2]);
          table.append("| `%s` | %d | %d |\n".formatted(key, of[0], of[1]));
        });
    misses.forEach(System.out::println);
    requireTable(table.toString());
    assertThat(wrongPositions).as("coordinates where there are none").isZero();
  }

  /** The figures stand in the guide; {@code -Dcollporterre.update=true} writes them anew. */
  private static void requireTable(String table) throws IOException {
    Path guide = Path.of("../docs/mapping.md");
    String text = Files.readString(guide);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    if (Boolean.getBoolean("collporterre.update")) {
      Files.writeString(guide, text.substring(0, from) + table + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(table);
    }
  }

  private void compare(String name, Path file, JsonObject said) throws IOException {
    MappingProposal proposal =
        MappingProposal.of(
            file,
            Importers.detect(file).without("preset-chosen"),
            Initiative.class,
            Report.create());
    boolean anywhere =
        said.containsKey("lat") || said.containsKey("latlon") || said.containsKey("geo");
    boolean proposed = proposal.mapping().targets().stream().anyMatch(t -> t.contains("latitude"));
    wrongPositions += !anywhere && proposed && proposal.records() > 0 ? 1 : 0;
    KEYS.forEach(
        (kind, key) -> {
          String found = found(proposal, key);
          if (said.containsKey(kind)) {
            int[] count = hits.computeIfAbsent(kind, k -> new int[2]);
            count[1]++;
            if (found.equals(said.getString(kind))) {
              count[0]++;
            } else {
              misses.add(name + ": " + kind + " " + said.getString(kind) + ", proposed " + found);
            }
          }
        });
  }

  private static String found(MappingProposal proposal, String key) {
    return proposal.guesses().stream()
        .filter(guess -> guess.used() && guess.target().equals(key))
        .findFirst()
        .map(guess -> String.join("+", guess.sources()))
        .orElse(NONE);
  }

  @TestFactory
  Stream<DynamicTest> whatIsProposedReadsTheFileAsAPersonWould() throws IOException {
    Path root = Fixtures.require("ORACLES.json").getParent();
    return Map.of(
            "data/anct/liste-fs-20240801.csv", 2845,
            "data/mednum-raw/adresses-des-bibliotheques-publiques.csv", 15750,
            "data/culture/festivals_nettoye.csv", 7250,
            "data/transformap/round2_umap-corrected_by_inkota.csv", 39,
            "data/culture/liste-officielle-museesdf-20220127-data.csv", 1221,
            "data/anct/fabt_geom.geojson", 341)
        .entrySet()
        .stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () ->
                        assertThat(located(root.resolve(file.getKey())))
                            .isEqualTo(file.getValue())));
  }

  /** Writes the proposal, reads it again and reads the file with it. */
  private static int located(Path file) throws IOException {
    Importer<?> importer = Importers.detect(file).without("preset-chosen");
    MappingProposal proposal =
        MappingProposal.of(file, importer, Initiative.class, Report.create());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    proposal.mapping().write(out);
    Report wrong = Report.create();
    Mapping mapping =
        Mapping.read(new ByteArrayInputStream(out.toByteArray()), "mapping", wrong).orElseThrow();
    assertThat(wrong.findings()).isEmpty();
    int located = 0;
    try (EntryReader<Initiative> in =
        importer.withMapping(mapping).open(file, Initiative.class, Report.create())) {
      for (Located<Initiative> row : in) {
        located += row.value().isLocated() ? 1 : 0;
      }
      assertThat(in.stopped()).isFalse();
    }
    return located;
  }
}
