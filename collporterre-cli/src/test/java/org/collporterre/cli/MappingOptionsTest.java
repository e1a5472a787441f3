package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files read through mappings by the command, and what can be wrong with that. */
class MappingOptionsTest {
  private static final String TABLE = "Nom,No,Voie,Note\nPins,12,rue A,x\n";
  private static final String MAPPING =
      "{\"fields\": {\"titre\": \"Nom\", \"id\": {\"template\": \"{Nom}\"},"
          + " \"adresse\": {\"join\": [\"No\", \"Voie\"]}}}";
  private static final String PRESET =
      "id_lieu,nom_lieu,com_lieu,Xlong,Ylat\n29-A,Gare,Brest,-4.48,48.39\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_table_is_converted_with_the_mapped_fields_and_the_columns_that_are_left()
      throws IOException {
    Path mapping = file("lieux.json", MAPPING);
    Path table = file("table.csv", TABLE);
    Path out = folder.resolve("out.csv");

    Call call = Call.of("convert", "--mapping", mapping, table, "-o", out);

    assertThat(call.code()).isZero();
    assertThat(Files.readAllLines(out).get(0)).startsWith("id,").endsWith(",Note");
    assertThat(Files.readAllLines(out).get(1)).startsWith("pins,,Pins,").contains(",12 rue A,");
  }

  @Test
  void a_mapping_beside_the_file_is_used_and_that_is_said_once() throws IOException {
    Path mapping = file("collporterre.mapping.json", MAPPING);
    file("a.csv", TABLE);
    file("b.csv", TABLE.replace("Pins", "Ifs"));

    Call call = Call.of("check", folder);

    assertThat(call.out()).contains("Records: 2 initiatives");
    assertThat(call.out().lines().filter(line -> line.contains(" mapping-used: ")))
        .containsExactly(
            mapping
                + ":1:1: info mapping-used: The file is read with the mapping \""
                + mapping
                + "\" found beside it.");
    assertThat(call.code()).isZero();
  }

  @Test
  void a_mapping_that_is_wrong_is_reported_and_nothing_is_read_or_written() throws IOException {
    Path mapping = file("lieux.json", MAPPING.replace("titre", "titres"));
    Path table = file("table.csv", TABLE);
    Path out = folder.resolve("out.csv");

    Call check = Call.of("check", "--mapping", mapping, table);
    Call convert = Call.of("convert", "--mapping", mapping, table, "-o", out);

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .startsWith(mapping + ":1:23: error mapping-key-unknown: ")
        .contains("\"titres\"", "\"titre\"", "1 error");
    assertThat(convert.code()).isEqualTo(1);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Nom # :1:1: error mapping-malformed: ",
        "{\"fields\": {\"titre\": \"a\", \"titre\": \"b\"}} # :1:36: error mapping-key-twice: ",
        "{\"fields\": {\"titre\": {\"template\": \"{field:titre}\"}}}"
            + " # :1:35: error mapping-cycle: "
      })
  void each_kind_of_wrong_mapping_gives_one_line(String json, String expected) throws IOException {
    Path mapping = file("lieux.json", json);

    Call call = Call.of("check", "--mapping", mapping, file("table.csv", TABLE));

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out().lines().filter(line -> line.startsWith(mapping.toString())))
        .hasSize(1)
        .allMatch(line -> line.startsWith(mapping + expected));
  }

  @Test
  void columns_that_the_file_does_not_have_are_told_with_the_nearest() throws IOException {
    Path mapping = file("lieux.json", MAPPING.replace("\"Nom\"", "\"Noms\""));

    Call call = Call.of("check", "--mapping", mapping, file("table.csv", TABLE));

    assertThat(call.out())
        .contains("warning mapping-source-missing: The field titre was to come from Noms")
        .contains("Did you mean \"Nom\"?");
  }

  @Test
  void a_mapping_that_is_not_there_or_a_folder_is_told_in_one_line() throws IOException {
    Path table = file("table.csv", TABLE);

    Call missing = Call.of("check", "--mapping", folder.resolve("absent.json"), table);
    Call directory = Call.of("check", "--mapping", folder, table);

    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("absent.json").hasLineCount(1);
    assertThat(directory.code()).isEqualTo(2);
    assertThat(directory.err()).contains("is a directory: " + folder).hasLineCount(1);
  }

  @Test
  void two_columns_for_one_field_are_refused() throws IOException {
    Call call =
        Call.of("check", "--column", "Nom=titre", "--column", "Note=titre", file("l.csv", TABLE));

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("--column is given twice for the field \"titre\"");
  }

  @Test
  void a_preset_is_chosen_by_itself_by_name_or_not_at_all() throws IOException {
    Path table = file("table.csv", PRESET);

    assertThat(Call.of("check", table).out()).contains("info preset-chosen: ", "1 initiative");
    assertThat(Call.of("check", "--preset", "bnlc", table).out())
        .contains("1 initiative")
        .doesNotContain("preset-chosen");
    assertThat(Call.of("check", "--preset", "none", table).out())
        .contains("error header-missing: ")
        .doesNotContain("preset-chosen");
    Call unknown = Call.of("check", "--preset", "bnlcc", table);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("bnlc, communecter, gogocarto,", "yeswiki, none");
  }

  @Test
  void a_mapping_and_a_preset_do_not_go_together() throws IOException {
    Path mapping = file("lieux.json", MAPPING);

    Call call =
        Call.of("check", "--mapping", mapping, "--preset", "bnlc", file("table.csv", TABLE));

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("--mapping and --preset do not go together");
  }

  private static Path sample(String name) {
    return Path.of("..", "tests", "src", "test", "resources", "presets", name);
  }

  @ParameterizedTest
  @CsvSource({
    "gogocarto.json, 2",
    "yeswiki.csv, 1",
    "communecter.json, 2",
    "osm.geojson, 1",
    "murmurations.json, 1",
    "i4p.json, 1",
    "okh.yml, 1"
  })
  void files_of_platforms_are_checked_without_naming_them(String name, int records) {
    Call check = Call.of("check", sample(name));

    String preset = name.substring(0, name.indexOf('.'));
    assertThat(check.out())
        .containsOnlyOnce("info preset-chosen: ")
        .contains("\"" + preset + "\"", records + (records == 1 ? " " : " initiatives"));
  }

  /** The mapping says of what type the records are; a table, which holds one, need not be told. */
  @ParameterizedTest
  @CsvSource({"osm.geojson, 1", "gogocarto.json, 2", "participedia-methodes.json, 1", "okh.yml, 1"})
  void a_file_of_a_platform_is_converted_without_naming_it(String name, int records)
      throws IOException {
    Path out = folder.resolve("out.csv");

    assertThat(Call.of("convert", sample(name), "-o", out, "--quiet").code()).isZero();

    String header = Files.readAllLines(out).get(0);
    assertThat(header.contains("etat_documentation"))
        .isEqualTo(name.startsWith("okh") || name.contains("methodes"));
    assertThat(Call.of("check", out).out())
        .contains(records + (header.contains("etat_documentation") ? " method" : " initiative"));
  }
}
