package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings proposed by the command, and what can be wrong with asking for one. */
class MapCommandTest {
  private static final String TABLE =
      "Réf,Nom du lieu,N°,Rue,Ville,Coordonnées,Mis à jour,Mèl\n"
          + "12,Jardin des Pins,3,rue de l’Aulne,Brest,\"48.39, -4.48\",05/03/2024,a@b.fr\n"
          + "13,Four à pain,7,rue du Four,Quimper,\"47.996, -4.098\",12/04/2024,c@d.fr\n"
          + "14,La Recyclerie,1,place du Marché,Morlaix,\"48.577, -3.828\",13/04/2024,\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_proposal_is_shown_and_nothing_is_written_without_being_asked() throws IOException {
    Path table = file("carte.csv", TABLE);

    Call call = Call.of("map", table);

    assertThat(call.code()).isZero();
    assertThat(call.out())
        .contains("titre", "Nom du lieu", "latitude,longitude", "N° + Rue")
        .contains("Records: 3 initiatives (initiatives located: 3, not located: 0)")
        .contains("Nothing is written.");
    assertThat(folder).isDirectoryContaining("glob:**/carte.csv");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void what_is_written_reads_the_file() throws IOException {
    Path table = file("carte.csv", TABLE);
    Path mapping = folder.resolve("collporterre.mapping.json");

    assertThat(Call.of("map", table, "-o", mapping).code()).isZero();
    Path out = folder.resolve("out.csv");
    Call call = Call.of("convert", table, "-o", out);

    assertThat(call.code()).isZero();
    assertThat(Files.readString(mapping))
        .contains("\"titre\": \"Nom du lieu\"")
        .contains("\"adresse\": {\"join\":[\"N°\",\"Rue\"],\"with\":\" \"}")
        .contains("\"latitude,longitude\": \"Coordonnées\"");
    assertThat(Files.readString(out))
        .contains("carte-12", "3 rue de l’Aulne", "2024-03-05", "48.39,-4.48");
  }

  @Test
  void a_mapping_that_is_there_is_replaced_only_when_forced() throws IOException {
    Path table = file("carte.csv", TABLE);
    Path mapping = file("m.json", "precious");

    Call refused = Call.of("map", table, "-o", mapping);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(mapping + " is already there; --force replaces it");
    assertThat(Files.readString(mapping)).isEqualTo("precious");
    assertThat(Call.of("map", table, "-o", mapping, "--force").code()).isZero();
    assertThat(Files.readString(mapping)).contains("\"fields\"");
  }

  @Test
  void what_cannot_be_mapped_is_refused_in_one_line() throws IOException {
    Path binary = Files.write(folder.resolve("a.bin"), new byte[] {0, 1, 2, 3, 0, 0, 9});

    assertThat(Call.of("map", folder.resolve("none.csv")).err()).contains("no such file");
    assertThat(Call.of("map", folder).err()).contains("is a folder; a mapping is proposed for one");
    assertThat(Call.of("map", binary).err()).contains("no table, JSON or GeoJSON");
    assertThat(Call.of("map", binary).code()).isEqualTo(2);
    assertThat(Call.of("map", file("t.csv", TABLE), "-o", folder.resolve("no/m.json")).err())
        .contains("the output's folder does not exist");
    assertThat(Call.of("map", folder.resolve("t.csv"), "-o", folder).err()).contains("is a folder");
  }

  @Test
  void an_empty_file_is_said_to_be_empty() throws IOException {
    Call call = Call.of("map", file("empty.csv", ""));

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains("file-empty");
  }

  @Test
  void what_a_terminal_would_obey_is_made_harmless_and_lines_are_no_wider_than_it()
      throws IOException {
    String wide = "日本語の長い名前".repeat(6);
    Path table =
        file(
            "t.csv",
            "Nom\u001B[31m,Ville,lat,lon\n" + wide + "\u001B]0;x\u0007,Brest,48.39,-4.48\n");

    Call call = Call.in(Map.of("LANG", "en_GB.UTF-8", "COLUMNS", "60"), "map", table);

    assertThat(call.out()).doesNotContain("\u001B", "\u0007");
    String preview = call.out().substring(call.out().indexOf("The first records"));
    assertThat(preview.lines().limit(4))
        .allSatisfy(line -> assertThat(TextTable.columns(line)).isLessThanOrEqualTo(60));
  }

  @Test
  void programs_are_told_the_same_as_json() throws IOException {
    Call call = Call.of("map", file("carte.csv", TABLE), "--format", "json");

    assertThat(call.out())
        .startsWith("{")
        .contains("\"field\": \"titre\"", "\"confidence\": ", "\"located\": 3", "\"mapping\": ");
  }
}
