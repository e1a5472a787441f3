package org.collporterre.tests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.check.Checker;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.geo.Commune;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.model.Territory;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** The gazetteer and the rules that ask it, on real data. */
class GazetteerFixturesTest {
  private static final Set<String> RULES =
      Set.of(
          "coordinates-outside-country",
          "coordinates-outside-department",
          "coordinates-vs-commune",
          "insee-unknown",
          "insee-old",
          "insee-missing",
          "insee-vs-name",
          "postcode-malformed",
          "postcode-unknown",
          "postcode-vs-insee");

  private final FrenchGazetteer gazetteer = FrenchGazetteer.load();

  @Test
  void every_municipality_of_the_official_list_is_known_by_code_name_and_postcode()
      throws IOException {
    List<String> lines = Files.readAllLines(Fixtures.require("reference/communes.csv"));

    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      boolean former = cells[2].equals("commune-deleguee") || cells[2].equals("commune-associee");
      Commune commune = requireNonNull(gazetteer.commune(cells[0]), line);
      if (former) {
        assertThat(commune.today()).as(line).isEqualTo(cells[7]);
      } else {
        assertThat(commune.name()).isEqualTo(cells[1]);
        assertThat(commune.department()).isEqualTo(cells[3]);
        assertThat(commune.region()).isEqualTo(cells[4]);
        assertThat(String.join("|", commune.postcodes())).as(line).isEqualTo(cells[5]);
      }
      if (cells[2].equals("commune-actuelle")) {
        assertThat(gazetteer.communeIn(cells[3], cells[1])).as(line).isEqualTo(commune);
        for (String postcode : commune.postcodes()) {
          assertThat(gazetteer.commune(cells[1], postcode)).as(line).isEqualTo(commune);
          assertThat(gazetteer.withPostcode(postcode)).contains(commune);
        }
      }
    }
  }

  @Test
  void every_department_and_region_is_known_and_has_a_box() throws IOException {
    for (JsonObject department : array("reference/departements.json")) {
      String code = department.getString("code");
      Territory territory = Territory.parse("dep:" + code);
      if (territory != null) {
        assertThat(gazetteer.name(territory)).isEqualTo(department.getString("nom"));
      }
      // Clipperton, uninhabited, is not on the map of the collectivities.
      assertThat(gazetteer.department(code).isEmpty()).as(code).isEqualTo(code.equals("989"));
    }
    for (JsonObject region : array("reference/regions.json")) {
      Territory territory = Territory.parse("reg:" + region.getString("code"));
      if (territory != null) {
        assertThat(gazetteer.name(territory)).isEqualTo(region.getString("nom"));
      }
    }
  }

  private static List<JsonObject> array(String path) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(Fixtures.require(path)))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  @Test
  void the_post_office_names_municipalities_that_are_known_and_in_their_department()
      throws IOException {
    Path file = Fixtures.require("data/mednum-raw/laposte_hexasmal.csv");
    int located = 0;
    List<String> wrong = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(";", -1);
      Commune commune = gazetteer.commune(cells[0]);
      if (commune == null) {
        unnamed.add(line);
      } else if (!cells[5].isEmpty()) {
        located++;
        String[] position = cells[5].split(",", -1);
        double latitude = Double.parseDouble(position[0]);
        double longitude = Double.parseDouble(position[1]);
        if (gazetteer.department(commune.department()).stream()
            .noneMatch(box -> box.contains(longitude, latitude))) {
          wrong.add(line);
        }
        if (gazetteer.named(cells[1]).stream()
            .noneMatch(other -> other.today().equals(commune.today()))) {
          unnamed.add(line);
        }
      }
    }
    System.out.println("hexasmal located " + located + " wrong " + wrong);
    System.out.println("hexasmal unnamed " + unnamed.size() + " " + unnamed);
    assertThat(wrong).isEmpty();
  }

  @Test
  void an_example_in_Reims_that_lies_in_Aix_is_noticed() throws IOException {
    Report report = check("data/lamednum/exemple-valide.csv", Map.of("nom", "titre"), "LAMEDNUM");

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("coordinates-outside-department"))
        .extracting(Finding::value, Finding::expected)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("43.52609, 5.41423", "Marne (51)"));
  }

  @Test
  void libraries() throws IOException {
    Report report =
        check(
            "data/mednum-raw/adresses-des-bibliotheques-publiques.csv",
            Map.of(
                "Libelle1", "titre",
                "CP", "code_postal",
                "Ville", "commune",
                "INSEE", "code_insee",
                "coordonnees_finales", "latitude,longitude"),
            "LIBRARIES");
    assertThat(report.findings()).isNotEmpty();
  }

  @Test
  void carpool() throws IOException {
    Report report =
        check(
            "data/bnlc/bnlc-.csv",
            Map.of("nom_lieu", "titre", "com_lieu", "commune", "insee", "code_insee"),
            "BNLC");
    assertThat(report.findings()).isNotEmpty();
  }

  @Test
  void services() throws IOException {
    Report report =
        check(
            "data/anct/liste-fs-20240801.csv",
            Map.of("lib_fs", "titre", "lib_com", "commune", "insee_com", "code_insee"),
            "FS");
    assertThat(report.findings()).isNotEmpty();
  }

  @Test
  void museums() throws IOException {
    Report report =
        check(
            "data/culture/liste-officielle-museesdf-20220127-data.csv",
            Map.of("Nom officiel du musée", "titre", "Code Postal", "code_postal"),
            "MUSEUMS");
    assertThat(report.findings()).isNotEmpty();
  }

  @Test
  void inkota() throws IOException {
    Report report =
        check(
            "data/transformap/Inkota-SSEDAS_Mapping_v.0.3_af.csv",
            Map.of(
                "name", "titre",
                "addr:country", "code_pays",
                "latitute", "latitude",
                "addr:city", "commune",
                "addr:postcode", "code_postal"),
            "INKOTA");
    assertThat(report.findings()).isNotEmpty();
  }

  private Report check(String path, Map<String, String> columns, String name) throws IOException {
    CsvImporter importer = CsvImporter.create().withGeneratedIds();
    for (Map.Entry<String, String> column : columns.entrySet()) {
      importer = importer.withColumn(column.getKey(), column.getValue());
    }
    Report report = Report.keeping(1_000_000);
    try (EntryReader<Initiative> in =
            importer.open(Fixtures.require(path), Initiative.class, report);
        Checker.Run check = Checker.standard().with(gazetteer).start(report)) {
      for (Located<Initiative> row : in) {
        check.accept(row);
      }
    }
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      if (RULES.contains(finding.code())) {
        int n = counts.merge(finding.code(), 1, Integer::sum);
        if (n <= 60 && !finding.code().equals("insee-missing")) {
          System.out.println(
              name
                  + "\t"
                  + finding.code()
                  + "\t"
                  + finding.location().line()
                  + "\t"
                  + finding.value()
                  + "\t"
                  + finding.expected()
                  + "\t"
                  + finding.fix());
        }
      }
    }
    System.out.println(name + " COUNTS " + counts);
    return report;
  }
}
