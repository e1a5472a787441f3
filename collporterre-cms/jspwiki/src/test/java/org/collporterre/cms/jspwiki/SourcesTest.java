package org.collporterre.cms.jspwiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where datasets come from, and where they do not. */
@ExtendWith(Stage.Given.class)
class SourcesTest {
  private static final String BREST = "Recensement des innovations sociales de Brest";
  private static final String RENNES = "Données ouvertes de Rennes Métropole";
  private static final String SECRET = "Fiche secrète";

  private final Wiki wiki;

  SourcesTest(Stage stage) {
    this.wiki = stage.wiki();
  }

  @Test
  void a_file_attached_to_the_page_is_shown() throws Exception {
    wiki.attach("Jardins", "jardins.csv", 1, table(BREST));
    assertThat(shown("Jardins", "jardins.csv")).contains(BREST);
  }

  @Test
  void a_new_version_of_an_attachment_is_shown_at_once() throws Exception {
    wiki.attach("Versions", "actions.csv", 1, table(BREST));
    assertThat(shown("Versions", "actions.csv")).contains(BREST);
    wiki.attach("Versions", "actions.csv", 2, table(RENNES));
    assertThat(shown("Versions", "actions.csv")).contains(RENNES).doesNotContain(BREST);
  }

  @Test
  void a_file_attached_to_another_page_is_shown() throws Exception {
    wiki.page("AutrePage", "Une page.");
    wiki.attach("AutrePage", "actions.csv", 1, table(BREST));
    assertThat(shown("Ailleurs", "AutrePage/actions.csv")).contains(BREST);
  }

  @Test
  void an_attachment_of_a_page_that_the_reader_may_not_see_is_not_shown() throws Exception {
    wiki.page("Interne", "[{ALLOW view Admin}]\nInterne.");
    wiki.attach("Interne", "actions.csv", 1, table(SECRET));
    wiki.attach("Interne", "vide.csv", 1, new byte[0]);
    String html = shown("Curieux", "Interne/actions.csv");
    assertThat(html).doesNotContain(SECRET).contains("est introuvable");
    assertThat(shown("Curieux", "Interne/absent.csv")).contains("est introuvable");

    wiki.page("Interne", "[{ALLOW view All}]\nPlus interne.");
    assertThat(shown("Curieux", "Interne/actions.csv")).contains(SECRET);
  }

  @Test
  void a_file_of_the_folder_of_datasets_is_shown_and_what_changes_in_it() throws Exception {
    Path file = wiki.data().resolve("actions.csv");
    Files.write(file, table(BREST));
    assertThat(shown("Dossier", "actions.csv")).contains(BREST);
    Files.write(file, table(RENNES));
    assertThat(shown("Dossier", "actions.csv")).contains(RENNES).doesNotContain(BREST);
    Files.delete(file);
    assertThat(shown("Dossier", "actions.csv")).contains("est introuvable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.csv",
        "../../secret.csv",
        "initiatives-inspirantes/../../secret.csv",
        "..\\secret.csv",
        "./../secret.csv",
        "secret.csv\u0000.png",
        "lien.csv",
        "lien/secret.csv",
        "file:secret.csv",
        "C:\\secret.csv",
        "\\\\127.0.0.1\\c$\\secret.csv",
        "//127.0.0.1/secret.csv",
        "http://127.0.0.1/secret.csv",
        "Curieux/../../secret.csv",
        "%2e%2e/secret.csv",
        "..%2fsecret.csv"
      })
  void no_path_leads_outside_of_the_folder(String source) throws Exception {
    Path outside = wiki.pages();
    Files.write(outside.resolve("secret.csv"), table(SECRET));
    Files.deleteIfExists(wiki.data().resolve("lien.csv"));
    Files.deleteIfExists(wiki.data().resolve("lien"));
    Files.createSymbolicLink(wiki.data().resolve("lien.csv"), outside.resolve("secret.csv"));
    Files.createSymbolicLink(wiki.data().resolve("lien"), outside);
    String html = shown("Curieux", source);
    assertThat(html).contains("collp-avis").doesNotContain(SECRET);
  }

  @Test
  void an_absolute_path_is_refused() throws Exception {
    Path secret = wiki.pages().resolve("secret.csv").toAbsolutePath();
    Files.write(secret, table(SECRET));
    assertThat(shown("Curieux", secret.toString()))
        .contains("pas autorisée")
        .doesNotContain(SECRET);
  }

  private String shown(String page, String source) throws IOException, InterruptedException {
    wiki.page(page, "[{Collporterre vue='liste' source='" + source.replace("\\", "\\\\") + "'}]");
    return wiki.html(page, "fr");
  }

  private static byte[] table(String title) {
    return ("id,titre,champs_action,territoires,statut_fiche,licence\n"
            + "une-action,"
            + title
            + ",collaboration-ouverte,dep:29,publie,CC-BY-SA-4.0\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
