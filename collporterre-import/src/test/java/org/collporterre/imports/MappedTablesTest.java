package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables read through mappings. */
class MappedTablesTest {
  private final Report report = Report.create();
  private List<String> extensions = List.of();

  @TempDir Path folder;

  @Test
  void a_field_is_made_from_several_cells_which_are_then_no_extensions() throws IOException {
    Initiative one =
        read(
                "{'titre': 'Nom', 'adresse': {'join': ['No', 'Voie']}}",
                "Nom;No;Voie;Reste\nPins;12;rue A;x\n")
            .get(0);

    assertThat(text(one, "titre")).isEqualTo("Pins");
    assertThat(text(one, "adresse")).isEqualTo("12 rue A");
    assertThat(extensions).containsExactly("Reste");
    assertThat(one.sheet().extensions()).containsEntry("Reste", "x").hasSize(1);
    assertThat(codes()).containsOnly("delimiter-guessed", "header-unknown");
  }

  @Test
  void what_a_row_leaves_empty_is_not_taken_from_the_row_before() throws IOException {
    Initiative second =
        read(
                "{'titre': 'Nom', 'adresse': {'join': ['No', 'Voie']}}",
                "Nom,No,Voie\nPins,12,rue A\nRoses,,rue B\n")
            .get(1);

    assertThat(text(second, "titre")).isEqualTo("Roses");
    assertThat(text(second, "adresse")).isEqualTo("rue B");
  }

  @Test
  void headers_are_found_whatever_their_case_when_not_exactly() throws IOException {
    Initiative one = read("{'titre': 'nom du lieu'}", "Nom-du-Lieu,nom\nPins,autre\n").get(0);

    assertThat(text(one, "titre")).isEqualTo("Pins");
  }

  @Test
  void one_cell_can_serve_several_fields() throws IOException {
    Initiative one =
        read(
                "{'titre': 'Nom', 'libelle': 'Nom', 'id': {'template': '{Nom}'}}",
                "Nom\nJardin des Pins\n")
            .get(0);

    assertThat(text(one, "titre")).isEqualTo("Jardin des Pins");
    assertThat(text(one, "libelle")).isEqualTo("Jardin des Pins");
    assertThat(text(one, "id")).isEqualTo("jardin-des-pins");
  }

  @Test
  void what_is_wrong_with_a_made_value_is_told_of_the_first_cell_that_holds_anything()
      throws IOException {
    read(
        "{'titre': 'Nom', 'id': {'template': 'x-{Nom}'}, 'date_debut': {'from': ['a', 'b'],"
            + " 'values': {'jamais': ''}}}",
        "Nom,a,b\nPins,,hier\n");

    Finding finding = only("date-invalid");
    assertThat(finding.location().line()).isEqualTo(2);
    assertThat(finding.location().column()).isEqualTo(7);
    assertThat(finding.field()).isEqualTo("date_debut");
    assertThat(finding.id()).isEqualTo("x-pins");
    assertThat(finding.value()).isEqualTo("hier");
  }

  @Test
  void each_value_a_table_translates_is_told_once() throws IOException {
    List<Initiative> all =
        read(
            "{'titre': 'Nom', 'avancement': {'from': 'Etat', 'values': {'IDEA': 'idee'},"
                + " 'default': 'developpement'}}",
            "Nom,Etat\na,IDEA\nb,IDEA\nc,\n");

    assertThat(all)
        .extracting(one -> text(one, "avancement"))
        .containsExactly("idee", "idee", "developpement");
    Finding finding = only("value-mapped");
    assertThat(finding.value()).isEqualTo("IDEA");
    assertThat(finding.expected()).isEqualTo("idee");
    assertThat(finding.location().line()).isEqualTo(2);
    assertThat(finding.location().column()).isEqualTo(3);
  }

  @Test
  void a_date_of_another_form_is_told_as_normalised() throws IOException {
    Initiative one =
        read(
                "{'titre': 'Nom', 'date_maj': {'from': 'Le', 'date': 'd MMMM yyyy'}}",
                "Nom,Le\na,5 février 2024\n")
            .get(0);

    assertThat(text(one, "date_maj")).isEqualTo("2024-02-05");
    assertThat(only("date-normalised").expected()).isEqualTo("2024-02-05");
  }

  @Test
  void both_coordinates_come_from_several_cells_and_translations_follow_their_text()
      throws IOException {
    Initiative one =
        read(
                "{'titre': {'from': ['x', 'Nom']}, 'titre@en': {'join': ['Name', 'Nom']},"
                    + " 'latitude,longitude': {'template': '{a}, {b}'}}",
                "Name,Nom,a,b\nPine garden,Pins,48.39,-4.48\n")
            .get(0);

    assertThat(text(one, "latitude")).isEqualTo("48.39");
    assertThat(text(one, "longitude")).isEqualTo("-4.48");
    assertThat(one.title().in("en")).isEqualTo("Pine garden Pins");
  }

  @Test
  void missing_sources_are_told_with_the_nearest_name_and_fields_are_still_known_by_their_own()
      throws IOException {
    Initiative one =
        read("{'titre': 'Nomm', 'commune': 'Ville'}", "Nom,commune\nPins,Brest\n").get(0);

    assertThat(text(one, "titre")).isEqualTo("Pins");
    assertThat(text(one, "commune")).isEqualTo("Brest");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("mapping-source-missing"))
        .extracting(Finding::field, Finding::value, Finding::expected)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("titre", "Nomm", "Nom"),
            org.assertj.core.api.Assertions.tuple("commune", "Ville", null));
  }

  @Test
  void columns_are_dropped_and_with_strict_no_other_name_is_known() throws IOException {
    Initiative one =
        readAll(
                "{'strict': true, 'drop': ['_*', 'hash'], 'fields': {'titre': 'Nom'}}",
                "Nom,commune,_x,hash\nPins,Brest,1,2\n",
                importer -> importer)
            .get(0);

    assertThat(text(one, "commune")).isEmpty();
    assertThat(extensions).containsExactly("commune");
  }

  @Test
  void texts_that_mean_nothing_are_no_values_also_in_columns_known_by_their_name()
      throws IOException {
    Initiative one =
        readAll(
                "{'ignore_values': ['[value]'], 'fields': {'titre': 'Nom'}}",
                "Nom,commune\nPins,[value]\n",
                importer -> importer)
            .get(0);

    assertThat(text(one, "commune")).isEmpty();
    assertThat(only("value-mapped").field()).isEqualTo("commune");
  }

  @Test
  void a_repeated_header_of_a_mapped_column_is_told() throws IOException {
    read("{'titre': 'Nom'}", "Nom,Nom\nPins,Ifs\n");

    assertThat(only("header-duplicate").location().column()).isEqualTo(5);
  }

  @Test
  void a_column_of_the_callers_own_wins() throws IOException {
    Initiative one =
        readAll(
                "{'fields': {'titre': 'Nom'}}",
                "Nom,Label\nPins,Ifs\n",
                importer -> importer.withColumn("Label", "titre"))
            .get(0);

    assertThat(text(one, "titre")).isEqualTo("Ifs");
    assertThat(one.sheet().extensions()).containsEntry("Nom", "Pins");
  }

  @Test
  void the_caller_wins_over_what_the_mapping_says_of_the_file() {
    Mapping mapping =
        mapping("{'source': {'charset': 'windows-1252', 'crs': 'EPSG:2154'}, 'fields': {}}");
    CsvImporter importer = CsvImporter.create().withMapping(mapping);

    assertThat(importer.settings().dialect().charset()).hasToString("windows-1252");
    assertThat(importer.settings().crs()).isEqualTo("EPSG:2154");
    ImportSettings told =
        CsvImporter.create()
            .withCharset(Charset.forName("IBM850"))
            .withMapping(mapping)
            .withCrs("EPSG:3948")
            .settings();
    assertThat(told.dialect().charset()).hasToString("IBM850");
    assertThat(told.crs()).isEqualTo("EPSG:3948");
  }

  @Test
  void the_mapping_decides_the_record_type() throws IOException {
    Path file = Files.writeString(folder.resolve("portraits.csv"), "Nom\nAtelier\n");
    CsvImporter importer =
        CsvImporter.create()
            .withMapping(mapping("{'type': 'methodologie', 'fields': {'titre': 'Nom'}}"));

    assertThat(importer.detectType(file)).contains(Methodology.class);
    try (EntryReader<Entry> reader = importer.open(file, Entry.class, report)) {
      assertThat(reader.iterator().next().value()).isInstanceOf(Methodology.class);
    }
  }

  @Test
  void a_preset_is_chosen_by_its_names_once_and_can_be_refused() throws IOException {
    String csv = "id_lieu,nom_lieu,com_lieu,insee,Xlong,Ylat\n29-A,Gare,Brest,29019,-4.48,48.39\n";

    Initiative one = readWith(csv, importer -> importer).get(0);

    assertThat(text(one, "id")).isEqualTo("bnlc-29-a");
    assertThat(text(one, "titre")).isEqualTo("Gare");
    assertThat(only("preset-chosen").value()).isEqualTo("bnlc");
    assertThat(codes()).doesNotContain("mapping-source-missing", "header-alias-used");
    assertThat(readWith(csv, importer -> importer.without("preset-chosen"))).isEmpty();
  }

  @Test
  void a_file_of_our_own_is_never_taken_for_anothers() throws IOException {
    String csv =
        "id,titre,id_lieu,nom_lieu,com_lieu,Xlong,Ylat\na,Jardin,29-A,Gare,Brest,-4.48,48.39\n";

    assertThat(text(readWith(csv, importer -> importer).get(0), "titre")).isEqualTo("Jardin");
    assertThat(codes()).doesNotContain("preset-chosen");
  }

  @Test
  void presets_are_found_by_name_and_their_file_is_called_so() {
    assertThat(Presets.all()).allSatisfy(preset -> assertThat(preset.fingerprints()).isNotEmpty());
    for (Mapping preset : Presets.all()) {
      assertThat(Presets.named(preset.name())).contains(preset);
      assertThat(Presets.class.getResource("presets/" + preset.name() + ".json")).isNotNull();
    }
    assertThat(Presets.named("rien")).isEmpty();
  }

  private List<Initiative> read(String fields, String csv) throws IOException {
    return readAll("{'fields': " + fields + "}", csv, importer -> importer);
  }

  private List<Initiative> readAll(String json, String csv, UnaryOperator<CsvImporter> more)
      throws IOException {
    return readWith(csv, importer -> more.apply(importer.withMapping(mapping(json))));
  }

  private List<Initiative> readWith(String csv, UnaryOperator<CsvImporter> told)
      throws IOException {
    List<Initiative> all = new ArrayList<>();
    try (EntryReader<Initiative> reader =
        told.apply(CsvImporter.create())
            .open(
                new ByteArrayInputStream(csv.getBytes(UTF_8)), "t.csv", Initiative.class, report)) {
      for (Located<Initiative> row : reader) {
        all.add(row.value());
      }
      extensions = reader.extensions();
    }
    return all;
  }

  private static Mapping mapping(String json) {
    try {
      return Mapping.read(
              new ByteArrayInputStream(json.replace('\'', '"').getBytes(UTF_8)),
              "mapping",
              finding -> {
                throw new AssertionError(finding);
              })
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Initiative one, String key) {
    return Schema.of(Initiative.class).requireField(key).text(one);
  }

  private List<String> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  private Finding only(String code) {
    List<Finding> found =
        report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
