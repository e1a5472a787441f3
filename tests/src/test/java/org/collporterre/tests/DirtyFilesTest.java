package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** Real files whose values are not written plainly, against what is known about them otherwise. */
class DirtyFilesTest {
  /** A metre of latitude in degrees; of longitude in France it is more degrees. */
  private static final double METRE = 0.000009;

  private final Report report = Report.keeping(1_000_000);

  @Test
  void degrees_minutes_and_seconds_are_within_a_metre_and_placeholders_are_no_position()
      throws IOException {
    List<Place> expected = places(services("expected.csv", StandardCharsets.UTF_8));
    List<Place> read = places(services("fs-dms.csv", StandardCharsets.UTF_8));

    int absent = 0;
    for (int i = 0; i < expected.size(); i++) {
      if (i % 10 == 0) {
        absent++;
        assertThat(read.get(i).isLocated()).isFalse();
      } else {
        assertNear(read.get(i), expected.get(i));
      }
    }
    assertThat(report.byRule()).containsEntry("sentinel-value", 2 * absent);
    assertThat(report.byRule()).doesNotContainKey("number-invalid");
  }

  @Test
  void lambert_93_is_converted_when_it_is_declared() throws IOException {
    List<Place> expected = places(services("expected.csv", StandardCharsets.UTF_8));
    List<Place> read =
        places(
            read(
                importer().withCrs("EPSG:2154"),
                text("fs-lambert93-deccomma.csv", Charset.forName("windows-1252"))));

    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      if (read.get(i).isLocated()) {
        assertNear(read.get(i), expected.get(i));
      }
    }
    assertThat(read.stream().filter(Place::isLocated).count()).isGreaterThan(290);
    assertThat(report.byRule()).containsEntry("position-projected", 1);
  }

  @Test
  void lambert_93_is_not_guessed() throws IOException {
    List<Initiative> read =
        read(
            importer()
                .withColumn("X (Lambert 93)", "longitude")
                .withColumn("Y (Lambert 93)", "latitude"),
            text("fs-lambert93-deccomma.csv", Charset.forName("windows-1252")));

    assertThat(read).noneMatch(Initiative::isLocated);
    assertThat(report.byRule()).containsEntry("position-not-degrees", 1);
    Finding finding =
        report.findings().stream()
            .filter(one -> one.code().equals("position-not-degrees"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.expected()).isEqualTo("EPSG:2154");
    assertThat(finding.location().line()).isEqualTo(2);
  }

  @Test
  void a_position_in_one_cell_is_that_of_two_columns() throws IOException {
    List<Place> expected = places(services("expected.csv", StandardCharsets.UTF_8));
    List<Place> read =
        places(
            read(
                importer().withColumn("coordonnees_gps", "latitude,longitude"),
                text("fs-latlon-one-cell.csv", StandardCharsets.UTF_8)));

    assertThat(read)
        .extracting(Place::latitude, Place::longitude)
        .containsExactlyElementsOf(
            expected.stream()
                .map(
                    place ->
                        org.assertj.core.groups.Tuple.tuple(place.latitude(), place.longitude()))
                .toList());
  }

  @Test
  void codes_that_lost_their_zero_are_padded_only_when_it_is_asked_for() throws IOException {
    String file = "fs-leading-zeros-lost-trailing-columns.csv";
    List<Place> expected = places(services("expected.csv", StandardCharsets.UTF_8));

    List<Place> kept = places(services(file, StandardCharsets.UTF_8));
    assertThat(kept.get(0).postcode()).isEqualTo("1200");
    assertThat(report.byRule()).doesNotContainKey("code-zero-lost");

    List<Place> padded = places(read(importer().withRepairs(), text(file, StandardCharsets.UTF_8)));
    assertThat(padded)
        .extracting(Place::postcode)
        .isEqualTo(expected.stream().map(Place::postcode).toList());
    assertThat(padded)
        .extracting(Place::insee)
        .isEqualTo(expected.stream().map(Place::insee).toList());
  }

  @Test
  void points_in_cells_are_longitude_first() throws IOException {
    List<Initiative> read =
        read(
            CsvImporter.create()
                .withGeneratedIds()
                .withColumn("NOMCOM", "titre")
                .withColumn("GEO_INFO", "latitude,longitude"),
            Files.readString(Fixtures.require("data/csv-detective/a_test_file.csv")));

    List<Place> located = places(read).stream().filter(Place::isLocated).toList();
    assertThat(located).hasSize(404);
    assertThat(located).allMatch(place -> place.latitude() == 2.8 && place.longitude() == 12.5);
    assertThat(report.byRule()).containsEntry("header-repeated", 2);
  }

  @Test
  void degrees_win_over_metres_in_the_same_row() throws IOException {
    List<Initiative> read =
        read(
            CsvImporter.create().withGeneratedIds().withColumn("voie_nom", "titre"),
            Files.readString(Fixtures.require("data/bal/sample.csv")));

    assertThat(read).hasSize(15).allMatch(Initiative::isLocated);
    assertThat(read.get(0).sheet().extensions()).containsKeys("x", "y");
    assertThat(report.byRule()).doesNotContainKey("position-not-degrees");
  }

  @Test
  void identifiers_that_became_numbers_lose_their_zero_decimal() throws IOException {
    List<Initiative> read =
        read(
            CsvImporter.create()
                .withGeneratedIds()
                .withColumn("Libelle1", "titre")
                .withColumn("coordonnees_finales", "latitude,longitude"),
            Files.readString(
                Fixtures.require("data/mednum-raw/adresses-des-bibliotheques-publiques.csv")));

    assertThat(read).hasSize(15779);
    assertThat(read.stream().filter(Initiative::isLocated)).hasSize(15750);
  }

  @Test
  void a_declared_system_of_geojson_is_projected() throws IOException {
    String text =
        """
        {"type": "FeatureCollection",
         "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}},
         "features": [{"type": "Feature", "id": "jardin", "properties": {"titre": "Jardin"},
           "geometry": {"type": "MultiPoint", "coordinates": [[700000, 6600000], [700000, 6600000]]}}]}
        """;

    List<Initiative> read = read(GeoJsonImporter.create(), text);

    assertThat(read.get(0).locations()).allMatch(place -> place.latitude() == 46.5);
    assertThat(read.get(0).locations()).allMatch(place -> place.longitude() == 3.0);
    assertThat(report.byRule()).containsEntry("position-projected", 1);
    assertThat(report.byRule()).doesNotContainKey("crs-not-wgs84");
  }

  private static void assertNear(Place read, Place expected) {
    assertThat(read.latitude()).isCloseTo(expected.latitude(), within(METRE));
    assertThat(read.longitude()).isCloseTo(expected.longitude(), within(METRE));
  }

  private static CsvImporter importer() {
    return CsvImporter.create()
        .withColumn("id_fs", "id")
        .withColumn("lib_fs", "titre")
        .withColumn("lib_com", "commune")
        .withColumn("insee_com", "code_insee");
  }

  private static String text(String name, Charset charset) throws IOException {
    return new String(Files.readAllBytes(Fixtures.require("derived/" + name)), charset);
  }

  private List<Initiative> services(String name, Charset charset) throws IOException {
    return read(importer(), text(name, charset));
  }

  private List<Initiative> read(Importer<?> importer, String text) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    List<Initiative> read = new ArrayList<>();
    try (EntryReader<Initiative> reader =
        importer.open(in, "initiatives", Initiative.class, report)) {
      reader.forEach(row -> read.add(row.value()));
    }
    return read;
  }

  private static List<Place> places(List<Initiative> initiatives) {
    return initiatives.stream()
        .map(
            initiative ->
                initiative.locations().isEmpty() ? Place.at(0, 0) : initiative.locations().get(0))
        .toList();
  }
}
