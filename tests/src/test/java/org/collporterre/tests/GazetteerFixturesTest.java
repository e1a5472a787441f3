package org.collporterre.tests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collporterre.check.Checker;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.geo.Commune;
import org.collporterre.geo.CommuneNames;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.model.Territory;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** The gazetteer and the rules that ask it, on real data. */
class GazetteerFixturesTest {
  private static final String OUTSIDE_COUNTRY = "coordinates-outside-country";
  private static final String OUTSIDE_DEPARTMENT = "coordinates-outside-department";

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
    List<String> unknown = new ArrayList<>();
    List<String> renamed = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(";", -1);
      Commune commune = gazetteer.commune(cells[0]);
      if (commune == null) {
        unknown.add(cells[0]);
        continue;
      }
      if (!cells[5].isEmpty()) {
        located++;
        if (!isInDepartment(commune, cells[5])) {
          wrong.add(line);
        }
      }
      if (gazetteer.named(cells[1]).stream().noneMatch(c -> c.today().equals(commune.today()))
          && !CommuneNames.isPart(cells[1], commune.name())) {
        renamed.add(cells[1]);
      }
    }
    // The boxes are made of these points: that none is outside only says that no line is lost.
    assertThat(located).isEqualTo(38_922);
    assertThat(wrong).isEmpty();
    // The list is some years old. Monaco is not in France.
    assertThat(unknown).containsOnly("99138");
    assertThat(renamed)
        .contains("CAPAVENIR VOSGES", "WALDIGHOFEN")
        .hasSizeLessThan(lines.size() / 500);
  }

  private boolean isInDepartment(Commune commune, String text) {
    String[] position = text.split(",", -1);
    double latitude = Double.parseDouble(position[0]);
    double longitude = Double.parseDouble(position[1]);
    return gazetteer.department(commune.department()).stream()
        .anyMatch(box -> box.contains(longitude, latitude));
  }

  @Test
  void an_example_in_Reims_that_lies_in_Aix_is_noticed() throws IOException {
    List<Finding> findings =
        of(check("data/lamednum/exemple-valide.csv", Map.of("nom", "titre")), OUTSIDE_DEPARTMENT);

    assertThat(findings)
        .extracting(Finding::value, Finding::expected)
        .containsExactly(tuple("43.52609, 5.41423", "Marne (51)"));
  }

  /** 15,750 positions, of which none is in another department: rules must not cry wolf. */
  @Test
  void libraries_with_wrong_codes_names_and_postcodes() throws IOException {
    Map<String, List<Finding>> found =
        check(
            "data/mednum-raw/adresses-des-bibliotheques-publiques.csv",
            Map.of(
                "Libelle1", "titre",
                "CP", "code_postal",
                "Ville", "commune",
                "INSEE", "code_insee",
                "coordonnees_finales", "latitude,longitude"));

    assertThat(found).doesNotContainKeys(OUTSIDE_COUNTRY, OUTSIDE_DEPARTMENT);
    assertThat(of(found, "postcode-malformed"))
        .filteredOn(finding -> "00000".equals(finding.value()))
        .hasSize(84);
    assertThat(of(found, "insee-unknown")).extracting(Finding::value).containsExactly("69303");
    assertThat(of(found, "insee-vs-name"))
        .extracting(Finding::value, Finding::expected, Finding::fix)
        .contains(
            tuple("Riom", "Ennezat (63148)", Fix.unsafe("code_insee", "63300")),
            tuple("CAMON", "Amiens (80021)", Fix.unsafe("code_insee", "80164")),
            tuple("Hagueneau", "Haguenau (67180)", null));
    assertThat(of(found, "insee-vs-name"))
        .extracting(Finding::value)
        .doesNotContain("Evry", "Grigny", "Saints", "SAINT-SULPICE");
    assertThat(of(found, "postcode-vs-insee"))
        .extracting(Finding::value, Finding::expected)
        .contains(tuple("63200", "63720"), tuple("44840", "64460"));
  }

  @Test
  void two_carpool_places_of_2473_lie_in_another_department() throws IOException {
    Map<String, List<Finding>> found =
        check(
            "data/bnlc/bnlc-.csv",
            Map.of("nom_lieu", "titre", "com_lieu", "commune", "insee", "code_insee"));

    assertThat(found).doesNotContainKey(OUTSIDE_COUNTRY);
    // Near Fougères in Brittany, and in the Lot-et-Garonne.
    assertThat(of(found, OUTSIDE_DEPARTMENT))
        .extracting(finding -> finding.location().line(), Finding::expected)
        .containsExactly(tuple(668, "Gironde (33)"), tuple(977, "Landes (40)"));
    // Postcodes in the column of INSEE codes.
    assertThat(of(found, "insee-unknown")).extracting(Finding::value).contains("33000", "59700");
    assertThat(of(found, "insee-old"))
        .extracting(Finding::value, Finding::expected)
        .contains(tuple("69152", "69149"), tuple("49069", "49126"));
  }

  @Test
  void public_services_in_all_territories_are_where_their_codes_say() throws IOException {
    Map<String, List<Finding>> found =
        check(
            "data/anct/liste-fs-20240801.csv",
            Map.of("lib_fs", "titre", "lib_com", "commune", "insee_com", "code_insee"));

    assertThat(found).doesNotContainKeys(OUTSIDE_COUNTRY, OUTSIDE_DEPARTMENT, "insee-unknown");
    // Pierrefitte, a part of Saint-Denis since 2025.
    assertThat(of(found, "insee-old"))
        .extracting(Finding::value, Finding::expected)
        .contains(tuple("93059", "93066"));
  }

  @Test
  void museums_get_the_codes_that_name_and_postcode_tell() throws IOException {
    Map<String, List<Finding>> found =
        check(
            "data/culture/liste-officielle-museesdf-20220127-data.csv",
            Map.of("Nom officiel du musée", "titre", "Code Postal", "code_postal"));

    assertThat(found).doesNotContainKeys(OUTSIDE_COUNTRY, OUTSIDE_DEPARTMENT);
    // Of 1,221; most of the others have the Cedex code of an administration.
    assertThat(of(found, "insee-missing")).hasSizeGreaterThan(1_000);
  }

  @Test
  void german_addresses_with_coordinates_off_Somalia_are_noticed() throws IOException {
    Map<String, List<Finding>> found =
        check(
            "data/transformap/Inkota-SSEDAS_Mapping_v.0.3_af.csv",
            Map.of("name", "titre", "addr:country", "code_pays", "latitute", "latitude"));

    assertThat(of(found, OUTSIDE_COUNTRY))
        .extracting(Finding::value, Finding::expected)
        .containsExactly(tuple("10.118776, 52.332932", "DE"), tuple("13.416945, 52.474522", "DE"));
  }

  private static List<Finding> of(Map<String, List<Finding>> found, String code) {
    return found.getOrDefault(code, List.of());
  }

  private Map<String, List<Finding>> check(String path, Map<String, String> columns)
      throws IOException {
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
    return report.findings().stream().collect(Collectors.groupingBy(Finding::code));
  }
}
