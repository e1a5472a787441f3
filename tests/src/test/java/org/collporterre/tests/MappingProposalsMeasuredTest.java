package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.imports.Importers;
import org.collporterre.imports.MappingProposal;
import org.collporterre.model.Initiative;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/**
 * How often the proposal for a real file says what a person said who looked at it: which column is
 * the title, the coordinates, the identifier. A file without any of these must not be given one.
 */
class MappingProposalsMeasuredTest {
  private static final Map<String, String> KEYS = new LinkedHashMap<>();
  private static final String NONE = "(none)";

  static {
    KEYS.put("name", "titre");
    KEYS.put("lat", "latitude");
    KEYS.put("lon", "longitude");
    KEYS.put("latlon", "latitude,longitude");
    KEYS.put("id", "id");
  }

  private final Map<String, int[]> hits = new LinkedHashMap<>();
  private final List<String> misses = new ArrayList<>();

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
    hits.forEach((kind, of) -> System.out.println(kind + ": " + of[0] + "/" + of[1]));
    misses.forEach(System.out::println);
    assertThat(hits.keySet()).containsExactlyInAnyOrderElementsOf(KEYS.keySet());
  }

  private void compare(String name, Path file, JsonObject said) throws IOException {
    MappingProposal proposal =
        MappingProposal.of(
            file,
            Importers.detect(file).without("preset-chosen"),
            Initiative.class,
            Report.create());
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
}
