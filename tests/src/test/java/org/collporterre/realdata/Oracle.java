package org.collporterre.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.tests.Fixtures;

/**
 * Facts about a file that were established without this library: how many records, how many of them
 * located, where, the first and the last title, which identifiers stand twice.
 *
 * <p>Where the register says {@code oracle}, its facts take the place of those: the oracle of
 * tables counts headers that are repeated as records.
 */
record Oracle(JsonObject facts) {
  /** Kinds of geometries of which every position is a place of the record. */
  private static final Set<String> POINTS =
      Set.of("Point", "MultiPoint", "GeometryCollection", "LineString", "None");

  static Optional<Oracle> of(String path) throws IOException {
    return Optional.ofNullable(all().getJsonObject(path)).map(Oracle::new);
  }

  /** Returns the files there are facts about. */
  static Set<String> paths() throws IOException {
    return all().keySet();
  }

  private static JsonObject all() throws IOException {
    try (InputStream in = Files.newInputStream(Fixtures.require("ORACLES.json"));
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  void compare(RealFile real, Outcome outcome) {
    if (!real.path().equals(real.name())) {
      return;
    }
    JsonObject corrected = real.object("oracle");
    Oracle oracle = new Oracle(Json.createMergePatch(corrected).apply(facts).asJsonObject());
    assertThat(outcome.records()).hasSize(oracle.facts.getInt("records"));
    assertThat(outcome.located()).isEqualTo(oracle.facts.getInt("located"));
    if (oracle.facts.containsKey("geometry_types")) {
      oracle.features(outcome);
    } else {
      oracle.rows(outcome);
    }
  }

  private void rows(Outcome outcome) {
    List<String> titles = outcome.records().stream().map(entry -> entry.title().text()).toList();
    if (!titles.isEmpty()) {
      assertThat(titles.get(0)).isEqualTo(facts.getString("first").strip());
      assertThat(titles.get(titles.size() - 1)).isEqualTo(facts.getString("last").strip());
    }
    assertThat(new HashSet<>(titles)).hasSize(facts.getInt("distinct_names"));
    assertThat(
            outcome.findings("coordinates-out-of-range").stream()
                .map(finding -> finding.location().line())
                .distinct())
        .hasSize(facts.getInt("invalid_count"));
    if (facts.containsKey("duplicate_ids")) {
      duplicates(outcome);
    }
    if (facts.containsKey("bbox_lonlat")) {
      positions(outcome);
      List<Place> places = places(outcome);
      assertThat(places.stream().mapToDouble(Oracle::latitude).sum())
          .isCloseTo(facts.getJsonNumber("sum_lat").doubleValue(), within(0.001));
      assertThat(places.stream().mapToDouble(Oracle::longitude).sum())
          .isCloseTo(facts.getJsonNumber("sum_lon").doubleValue(), within(0.001));
    } else {
      assertThat(places(outcome)).isEmpty();
    }
  }

  /** Identifiers that stand twice, as the file writes them. */
  private void duplicates(Outcome outcome) {
    List<String> expected =
        facts.getJsonArray("duplicate_ids").getValuesAs(JsonString::getString).stream()
            .map(id -> id.toLowerCase(Locale.ROOT).replaceAll("_+", "-"))
            .toList();
    assertThat(
            outcome.findings("id-duplicate").stream()
                .map(Finding::id)
                .distinct()
                .map(id -> expected.stream().filter(String.valueOf(id)::endsWith).findFirst()))
        .doesNotContain(Optional.empty())
        .hasSize(expected.size());
  }

  private void features(Outcome outcome) {
    assertThat(outcome.findings("geometry-empty")).hasSize(facts.getInt("empty_geometry"));
    assertThat(outcome.findings("geometry-malformed")).isEmpty();
    boolean crs =
        !outcome.findings("crs-obsolete").isEmpty() || !outcome.findings("crs-malformed").isEmpty();
    assertThat(crs).isEqualTo(facts.getBoolean("has_crs"));
    assertThat(outcome.findings("foreign-member-ignored"))
        .extracting(Finding::value)
        .containsExactlyInAnyOrderElementsOf(
            facts.getJsonArray("foreign_members").getValuesAs(JsonString::getString).stream()
                .filter(name -> !name.equals("name"))
                .toList());
    if (POINTS.containsAll(facts.getJsonObject("geometry_types").keySet())) {
      assertThat(places(outcome)).hasSize(facts.getInt("positions"));
      positions(outcome);
    }
  }

  private void positions(Outcome outcome) {
    List<Place> places = places(outcome);
    JsonArray box = facts.getJsonArray("bbox_lonlat");
    assertThat(
            List.of(
                places.stream().mapToDouble(Oracle::longitude).min().orElseThrow(),
                places.stream().mapToDouble(Oracle::latitude).min().orElseThrow(),
                places.stream().mapToDouble(Oracle::longitude).max().orElseThrow(),
                places.stream().mapToDouble(Oracle::latitude).max().orElseThrow()))
        .isEqualTo(
            box.getValuesAs(JsonNumber.class).stream().map(JsonNumber::doubleValue).toList());
  }

  private static List<Place> places(Outcome outcome) {
    return outcome.records().stream().flatMap(entry -> Outcome.positions(entry).stream()).toList();
  }

  private static double longitude(Place place) {
    Double longitude = place.longitude();
    return longitude == null ? Double.NaN : longitude;
  }

  private static double latitude(Place place) {
    Double latitude = place.latitude();
    return latitude == null ? Double.NaN : latitude;
  }
}
