package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageCommandTest {
  @TempDir Path folder;

  private Path data;

  @BeforeEach
  void writeDataset() throws IOException {
    data = Files.createDirectory(folder.resolve("donnees"));
    Files.writeString(
        data.resolve("initiatives.csv"),
        """
        id,titre,territoires,applique,replique_de,statut_fiche
        jardins,Jardins partagés,com:29019,mere,,publie
        copie,Jardins de Rennes,com:35238,,jardins,publie
        projet,Projet secret,com:35238,mere,,brouillon
        """);
    Files.writeString(
        data.resolve("methodologies.csv"),
        """
        id,titre,version,licence,derive_de,nature_derivation,statut_fiche
        mere,Ouvrir un jardin,1.0,CC-BY-SA-4.0,,,publie
        fille,Ouvrir un verger,1.0,CC-BY-4.0,mere@1.0,adaptation,publie
        """);
  }

  @Test
  void the_summary_tells_families_travels_suggestions_and_licences() {
    Call call = Call.of("lineage", data, "--lang", "fr");
    assertThat(call.out())
        .isEqualTo(
            """
            Fiches montrées : 5 sur 5.

            Familles de méthodologies (1)
              « Ouvrir un jardin » – méthodologies : 2, générations : 2, démarches qui les utilisent : 3 (Brest, Rennes)

            Jusqu’où les méthodologies ont voyagé (1)
              « Ouvrir un jardin » – l’appliquent : 2, la répliquent en plus : 1 (Brest, Rennes)

            Liens qui manquent peut-être (1)
              « Jardins de Rennes » réplique « Jardins partagés » : applique-t-elle « Ouvrir un jardin » ?

            Licences à regarder (1)
              « Ouvrir un verger », tirée de « Ouvrir un jardin » : non permis, la licence de l’œuvre d’origine demande la même licence (CC-BY-SA-4.0 → CC-BY-4.0)

            Pour en faire une image : -o filiation.html (ou .svg, .dot, .mmd, .json). Ce qui est dit des licences n’est pas un avis juridique.
            """);
    assertThat(call.code()).isZero();
  }

  @Test
  void the_ending_of_the_file_tells_what_is_written() throws IOException {
    assertThat(written("a.html")).startsWith("<!DOCTYPE html>").contains("Jardins partagés");
    assertThat(written("a.svg")).startsWith("<?xml").contains("Brest");
    assertThat(written("a.dot")).startsWith("digraph");
    assertThat(written("a.mmd")).startsWith("flowchart");
    assertThat(written("A.JSON")).startsWith("{").contains("\"share-alike-other\"");
    Call call = Call.of("lineage", data, "-o", folder.resolve("a.png"), "--lang", "en");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("end the name with .html, .svg, .dot, .mmd or .json");
  }

  private String written(String name, String... more) throws IOException {
    Path out = folder.resolve(name);
    List<Object> arguments = new ArrayList<>(List.of("lineage", data, "-o", out));
    arguments.addAll(List.of(more));
    Call call = Call.of(arguments.toArray());
    assertThat(call.err()).isEmpty();
    assertThat(call.code()).isZero();
    return Files.readString(out);
  }

  @Test
  void what_is_not_published_is_only_drawn_when_asked() throws IOException {
    assertThat(written("a.svg")).doesNotContain("Projet secret");
    assertThat(written("b.svg", "--drafts")).contains("Projet secret");
  }

  @Test
  void a_root_a_family_and_kinds_of_links_choose_what_is_drawn() throws IOException {
    assertThat(written("a.mmd", "--root", "fille"))
        .contains("Ouvrir un verger", "Ouvrir un jardin")
        .doesNotContain("Rennes");
    assertThat(written("b.mmd", "--family", "fille")).contains("Rennes");
    assertThat(written("c.mmd", "--kinds", "replique_de"))
        .contains("Rennes")
        .doesNotContain("verger");
    assertThat(written("d.mmd", "--most", "2")).doesNotContain("Rennes");
    Call call = Call.of("lineage", data, "--root", "inconnue", "--lang", "en");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("no initiative or methodology has the identifier inconnue");
  }

  @Test
  void texts_of_records_do_not_reach_the_terminal_as_commands() throws IOException {
    Files.writeString(
        data.resolve("methodologies.csv"),
        """
        id,titre,version,licence,derive_de,nature_derivation,statut_fiche
        mere,Ouvrir \033[31mun jardin,1.0,CC-BY-SA-4.0,,,publie
        fille,Ouvrir un verger,1.0,CC-BY-4.0,mere@1.0,adaptation,publie
        """);
    assertThat(Call.of("lineage", data).out()).doesNotContain("\033").contains("un jardin");
  }
}
