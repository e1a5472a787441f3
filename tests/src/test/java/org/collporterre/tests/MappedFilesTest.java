package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.Presets;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of others read through mappings, and mappings judged by an independent validator. */
class MappedFilesTest {
  private static final Path EXAMPLES = Path.of("..", "examples", "mappings");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Mapping.schema());

  private final Report report = Report.keeping(1_000_000);
  private List<String> extensions = List.of();

  @Test
  void the_example_of_the_guide_reads_as_the_guide_says() throws IOException {
    String json = Files.readString(EXAMPLES.resolve(Mapping.FILE));
    String csv = Files.readString(EXAMPLES.resolve("carte.csv"));
    assertThat(Files.readString(Path.of("..", "docs", "mapping.md")))
        .contains("```json\n" + json + "```", "```csv\n" + csv + "```");

    List<Initiative> all =
        read(CsvImporter.create().withMapping(mapping(json)), EXAMPLES.resolve("carte.csv"));

    assertThat(texts(all.get(0), "id", "titre", "adresse", "commune", "code_pays"))
        .containsExactly("carte-12", "Jardin des Pins", "3 rue de l’Aulne", "Brest", "FR");
    assertThat(texts(all.get(0), "identifiants_externes", "latitude", "longitude", "themes"))
        .containsExactly("carte:12", "48.39", "-4.48", "alimentation");
    assertThat(texts(all.get(0), "avancement", "date_maj")).containsExactly("idee", "2024-03-05");
    assertThat(texts(all.get(1), "adresse", "avancement", "date_maj"))
        .containsExactly("Place du Four", "developpement", "2024-04-12");
    assertThat(extensions).isEmpty();
    assertThat(count("value-mapped")).isEqualTo(3);
  }

  @Test
  void the_schema_accepts_the_example_and_the_presets_as_written_too() throws IOException {
    assertThat(problems(Files.readString(EXAMPLES.resolve(Mapping.FILE)))).isEmpty();
    for (Mapping preset : Presets.all()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      preset.write(out);
      assertThat(problems(out.toString(UTF_8))).as(preset.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"fields\": {}, \"drops\": []}",
        "{\"fields\": {}, \"name\": \"GoGo\"}",
        "{\"fields\": {}, \"type\": \"projet\"}",
        "{\"fields\": {}, \"source\": {\"delimiter\": \";;\"}}",
        "{\"fields\": {}, \"source\": {\"records\": \"data\"}}",
        "{\"fields\": {\"titre\": 1}}",
        "{\"fields\": {\"titre\": {}}}",
        "{\"fields\": {\"titre\": {\"form\": \"a\"}}}",
        "{\"fields\": {\"titre\": {\"from\": []}}}",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"join\": [\"b\"]}}}",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"with\": \"b\"}}}",
        "{\"fields\": {\"titre\": {\"template\": \"x\"}}}",
        "{\"fields\": {\"titre\": {\"template\": \"x {a\"}}}",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"values\": [1]}}}",
        "{\"fields\": {\"titre\": \"/a~2\"}}",
        "{\"fields\": {\"references\": {\"each\": \"steps\", \"fields\": {}}}}"
      })
  void the_schema_and_the_reader_refuse_the_same(String json) throws IOException {
    assertThat(problems(json)).isNotEmpty();
    assertThat(Mapping.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "m", report)).isEmpty();
    assertThat(report.findings()).extracting(Finding::code).containsExactly("mapping-malformed");
  }

  /** Numbers counted with another CSV reader. */
  @Test
  void addresses_of_france_services_are_joined_of_two_columns() throws IOException {
    Path file = Fixtures.require("data/anct/liste-fs-20240801.csv");
    String json =
        """
        {"fields": {"titre": "lib_fs", "id": {"template": "fs-{id_fs}"}, "commune": "lib_com",
         "code_insee": "insee_com", "adresse": {"join": ["adresse", "complement_adresse"], "with": ", "}},
         "drop": ["h_*", "commentaire"]}
        """;

    List<Initiative> all = read(CsvImporter.create().withMapping(mapping(json)), file);

    assertThat(all).hasSize(2845);
    assertThat(texts(all.get(0), "id", "adresse", "commune"))
        .containsExactly("fs-1", "5-9 Rue des Papetiers", "Valserhône");
    assertThat(all.stream().filter(one -> texts(one, "id").contains("fs-13")))
        .singleElement()
        .satisfies(
            one ->
                assertThat(texts(one, "adresse"))
                    .containsExactly("Place des Trois Platanes, Espace Boudeville"));
    assertThat(extensions)
        .contains("labellisation_fs")
        .doesNotContain("h_lundi", "commentaire", "complement_adresse");
  }

  @Test
  void lists_of_culture_chez_nous_are_parted_and_each_value_told_once() throws IOException {
    Path file = Fixtures.require("data/culture/culturecheznous_prepared.csv");
    String json =
        """
        {"fields": {"titre": {"from": ["Titre de la ressource", "Nom de l'organisme"]},
         "id": {"template": "ccn-{Identifiant (ID)}"},
         "mots_cles": {"from": "Thématiques", "separator": ",", "values": {"Musées": "musée"}}}}
        """;

    List<Initiative> all = read(CsvImporter.create().withMapping(mapping(json)), file);

    assertThat(all).hasSize(1112);
    assertThat(texts(all.get(0), "titre", "mots_cles"))
        .containsExactly("Bibliothèque numérique", "Histoire|musée|Peinture|Sculpture");
    assertThat(count("value-mapped")).isEqualTo(1);
  }

  @Test
  void presets_read_the_files_they_are_made_for() throws IOException {
    List<Initiative> lieux = read(CsvImporter.create(), Fixtures.require("data/bnlc/bnlc-.csv"));
    assertThat(lieux).hasSize(2473);
    assertThat(texts(lieux.get(0), "id", "commune", "code_insee", "date_maj"))
        .containsExactly("bnlc-01004-c-002", "AMBERIEU-EN-BUGEY", "01004", "2022-07-11");

    List<Initiative> mednum =
        read(CsvImporter.create(), Fixtures.require("data/lamednum/exemple-valide.csv"));
    assertThat(texts(mednum.get(0), "id", "titre", "courriel", "site_web"))
        .containsExactly(
            "mednum-structure-1",
            "Anonymal",
            "contact@laquincaillerie.tl",
            "https://www.laquincaillerie.tl/");
    assertThat(texts(mednum.get(0), "adresse"))
        .containsExactly("12 BIS RUE DE LECLERCQ, Le patio du bois de l'Aulne");
    assertThat(count("preset-chosen")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Exemple-valide-ancien.csv", "exemple-valide-v0.csv"})
  void the_preset_reads_the_older_editions_of_the_standard_too(String name) throws IOException {
    List<Initiative> all = read(CsvImporter.create(), Fixtures.require("data/lamednum/" + name));

    assertThat(texts(all.get(0), "id", "titre", "courriel", "site_web"))
        .containsExactly(
            "mednum-structure-1",
            "Anonymal",
            "contact@laquincaillerie.tl",
            "https://www.laquincaillerie.tl/");
  }

  private long count(String code) {
    return report.findings().stream().filter(finding -> finding.code().equals(code)).count();
  }

  private List<Initiative> read(CsvImporter importer, Path file) throws IOException {
    List<Initiative> all = new ArrayList<>();
    try (EntryReader<Initiative> reader = importer.open(file, Initiative.class, report)) {
      for (Located<Initiative> row : reader) {
        all.add(row.value());
      }
      extensions = reader.extensions();
    }
    return all;
  }

  private static List<String> texts(Initiative one, String... keys) {
    List<String> texts = new ArrayList<>();
    for (String key : keys) {
      texts.add(Schema.of(Initiative.class).requireField(key).text(one));
    }
    return texts;
  }

  private static List<String> problems(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Mapping mapping(String json) throws IOException {
    return Mapping.read(
            new ByteArrayInputStream(json.getBytes(UTF_8)),
            "mapping",
            finding -> {
              throw new AssertionError(finding);
            })
        .orElseThrow();
  }
}
