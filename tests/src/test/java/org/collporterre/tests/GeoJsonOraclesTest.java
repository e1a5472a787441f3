package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real GeoJSON files of others against facts that were established without this library: how many
 * records, how many of them located, where.
 */
class GeoJsonOraclesTest {
  private static final Set<String> POINTS =
      Set.of("Point", "MultiPoint", "GeometryCollection", "LineString", "None");

  private record Seen(List<Initiative> records, List<Finding> findings) {
    List<Place> places() {
      return records.stream().flatMap(record -> record.locations().stream()).toList();
    }

    List<String> values(String code) {
      return findings.stream()
          .filter(finding -> finding.code().equals(code))
          .map(Finding::value)
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyGeoJsonGivesWhatTheOracleSays() throws IOException {
    Path root = Fixtures.require("ORACLES.json").getParent();
    JsonObject oracles;
    try (InputStream in = Files.newInputStream(root.resolve("ORACLES.json"));
        JsonReader reader = Json.createReader(in)) {
      oracles = reader.readObject();
    }
    return oracles.entrySet().stream()
        .filter(e -> e.getValue().asJsonObject().containsKey("geometry_types"))
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> compare(root.resolve(e.getKey()), e.getValue().asJsonObject())));
  }

  private static Seen read(Path file) throws IOException {
    Report report = Report.keeping(1_000_000);
    List<Initiative> records = new ArrayList<>();
    GeoJsonImporter importer =
        GeoJsonImporter.create()
            .withColumn("lib_territoire", "titre")
            .withColumn("libgeo", "titre")
            .withGeneratedIds();
    try (EntryReader<Initiative> in = importer.open(file, Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        records.add(row.value());
      }
      assertThat(in.stopped()).isFalse();
    }
    return new Seen(records, report.findings());
  }

  private static void compare(Path file, JsonObject oracle) throws IOException {
    Seen seen = read(file);
    assertThat(seen.records()).hasSize(oracle.getInt("records"));
    assertThat(seen.records())
        .filteredOn(record -> !record.locations().isEmpty() && allLocated(record))
        .hasSize(oracle.getInt("located"));
    assertThat(seen.values("geometry-empty")).hasSize(oracle.getInt("empty_geometry"));
    assertThat(seen.values("geometry-malformed")).isEmpty();
    assertThat(!seen.values("crs-obsolete").isEmpty() || !seen.values("crs-malformed").isEmpty())
        .isEqualTo(oracle.getBoolean("has_crs"));
    assertThat(seen.values("foreign-member-ignored"))
        .containsExactlyInAnyOrderElementsOf(
            oracle.getJsonArray("foreign_members").getValuesAs(JsonString::getString).stream()
                .filter(name -> !name.equals("name"))
                .toList());
    if (POINTS.containsAll(oracle.getJsonObject("geometry_types").keySet())) {
      assertThat(seen.places()).hasSize(oracle.getInt("positions"));
      assertThat(box(seen.places())).isEqualTo(numbers(oracle.getJsonArray("bbox_lonlat")));
    }
    if (oracle.getInt("feature_ids") > 0) {
      assertThat(seen.records().get(0).id()).isEqualTo("way/270901433");
    }
  }

  private static boolean allLocated(Initiative record) {
    return record.locations().stream().allMatch(Place::isLocated);
  }

  private static List<Double> box(List<Place> places) {
    return List.of(
        places.stream().mapToDouble(GeoJsonOraclesTest::longitude).min().orElseThrow(),
        places.stream().mapToDouble(GeoJsonOraclesTest::latitude).min().orElseThrow(),
        places.stream().mapToDouble(GeoJsonOraclesTest::longitude).max().orElseThrow(),
        places.stream().mapToDouble(GeoJsonOraclesTest::latitude).max().orElseThrow());
  }

  private static double longitude(Place place) {
    Double longitude = place.longitude();
    return longitude == null ? Double.NaN : longitude;
  }

  private static double latitude(Place place) {
    Double latitude = place.latitude();
    return latitude == null ? Double.NaN : latitude;
  }

  private static List<Double> numbers(JsonArray array) {
    return array.getValuesAs(JsonNumber.class).stream().map(JsonNumber::doubleValue).toList();
  }
}
