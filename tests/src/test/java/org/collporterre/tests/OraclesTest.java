package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real files of others, read, checked and written, against facts that were established without this
 * library: how many records, how many of them located, where, the first and the last title, which
 * identifiers stand twice.
 */
class OraclesTest {
  @TestFactory
  Stream<DynamicTest> everyCsvGivesWhatTheOracleSays() throws IOException {
    Path root = Fixtures.require("ORACLES.json").getParent();
    JsonObject oracles;
    try (InputStream in = Files.newInputStream(root.resolve("ORACLES.json"));
        JsonReader reader = Json.createReader(in)) {
      oracles = reader.readObject();
    }
    return oracles.entrySet().stream()
        .filter(e -> e.getKey().endsWith(".csv"))
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> compare(root.resolve(e.getKey()), e.getValue().asJsonObject())));
  }

  private static CsvImporter importer(JsonObject mapping) {
    // The oracle counts repeated headers as records; that they are none is tested elsewhere.
    CsvImporter importer =
        CsvImporter.create()
            .without("header-repeated")
            .withGeneratedIds()
            .withColumn(mapping.getString("name"), "titre");
    for (Map.Entry<String, String> column :
        Map.of("lat", "latitude", "lon", "longitude", "latlon", "latitude,longitude").entrySet()) {
      if (mapping.containsKey(column.getKey())) {
        importer = importer.withColumn(mapping.getString(column.getKey()), column.getValue());
      }
    }
    return importer;
  }

  private record Seen(int records, List<String> titles, Report report, JsonObject geojson) {}

  private static Seen run(Path file, JsonObject oracle) throws IOException {
    Report report = Report.keeping(1_000_000);
    List<String> titles = new ArrayList<>();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    int records = 0;
    try (EntryReader<Initiative> in =
            importer(oracle.getJsonObject("mapping")).open(file, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out =
            GeoJsonExporter.create().open(written, Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        records++;
        check.accept(row);
        titles.add(row.value().title().text());
        out.write(row.value());
      }
      assertThat(in.stopped()).isFalse();
      out.commit();
    }
    String json = written.toString(StandardCharsets.UTF_8);
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return new Seen(records, titles, report, reader.readObject());
    }
  }

  private static void compare(Path file, JsonObject oracle) throws IOException {
    Seen seen = run(file, oracle);
    assertThat(seen.records()).isEqualTo(oracle.getInt("records"));
    assertThat(seen.geojson().getJsonArray("features")).hasSize(seen.records());
    assertThat(new LinkedHashSet<>(seen.titles())).hasSize(oracle.getInt("distinct_names"));
    if (seen.records() > 0) {
      assertThat(seen.titles().get(0)).isEqualTo(oracle.getString("first").strip());
      assertThat(seen.titles().get(seen.records() - 1)).isEqualTo(oracle.getString("last").strip());
    }
    if (!oracle.getJsonObject("mapping").containsKey("geo")) {
      comparePositions(seen, oracle);
    }
    compareInvalid(seen, oracle);
  }

  private static void comparePositions(Seen seen, JsonObject oracle) {
    int located = 0;
    double latitudes = 0;
    double longitudes = 0;
    for (JsonObject feature :
        seen.geojson().getJsonArray("features").getValuesAs(JsonObject.class)) {
      if (!feature.isNull("geometry")) {
        located++;
        JsonArray position = feature.getJsonObject("geometry").getJsonArray("coordinates");
        longitudes += position.getJsonNumber(0).doubleValue();
        latitudes += position.getJsonNumber(1).doubleValue();
      }
    }
    assertThat(located).isEqualTo(oracle.getInt("located"));
    if (oracle.containsKey("bbox_lonlat")) {
      // Values, not digits: 45.10 and 45.1 are the same bound.
      List<Double> expected = numbers(oracle.getJsonArray("bbox_lonlat"));
      assertThat(numbers(seen.geojson().getJsonArray("bbox"))).isEqualTo(expected);
      assertThat(latitudes).isCloseTo(oracle.getJsonNumber("sum_lat").doubleValue(), within(0.001));
      assertThat(longitudes)
          .isCloseTo(oracle.getJsonNumber("sum_lon").doubleValue(), within(0.001));
    } else {
      assertThat(seen.geojson()).doesNotContainKey("bbox");
    }
  }

  private static List<Double> numbers(JsonArray array) {
    return array.getValuesAs(JsonNumber.class).stream().map(JsonNumber::doubleValue).toList();
  }

  /** Positions that cannot be are reported on the line where they stand. */
  private static void compareInvalid(Seen seen, JsonObject oracle) {
    if (oracle.getJsonObject("mapping").containsKey("geo")) {
      return;
    }
    Set<Integer> lines = new LinkedHashSet<>();
    for (Finding finding : seen.report().findings()) {
      if (finding.code().equals("coordinates-out-of-range")) {
        lines.add(finding.location().line());
      }
    }
    assertThat(lines).hasSize(oracle.getInt("invalid_count"));
  }
}
