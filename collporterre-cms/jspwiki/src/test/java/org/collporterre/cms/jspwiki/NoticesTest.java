package org.collporterre.cms.jspwiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page's author reads when something is wrong. */
@ExtendWith(Stage.Given.class)
class NoticesTest {
  private final Wiki wiki;

  NoticesTest(Stage stage) {
    this.wiki = stage.wiki();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "", Le jeu de données «  » est introuvable.
          source='absent.csv', Le jeu de données « absent.csv » est introuvable.
          source='/etc/passwd', La source « /etc/passwd » n’est pas autorisée ici.
          source='initiatives-inspirantes' vue='carto', Vue inconnue : « carto ».
          source='initiatives-inspirantes' filtre='theme', Filtre inconnu : « theme ».
          source='initiatives-inspirantes' filtre='odd=18', Valeur inconnue : « 18 ».
          source='initiatives-inspirantes' fiche='absente', Aucune fiche publiée ne porte
          source='initiatives-inspirantes' vue='fiche', demande l’identifiant
          source='initiatives-inspirantes' hauteur='12px', Hauteur inconnue : « 12px ».
          source='initiatives-inspirantes' fond='javascript:x', Le fond de carte « javascript:x »
          """)
  void what_is_wrong_is_said_in_the_readers_language(String parameters, String expected)
      throws Exception {
    assertThat(notice(parameters, "fr")).contains(expected);
  }

  @Test
  void the_same_is_said_in_english() throws Exception {
    assertThat(notice("source='absent.csv'", "en"))
        .contains("absent.csv")
        .doesNotContain("introuvable");
  }

  @Test
  void a_file_that_is_no_dataset_is_said_to_be_unreadable() throws Exception {
    Files.write(wiki.data().resolve("image.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 9});
    Files.write(wiki.data().resolve("vide.csv"), new byte[0]);
    assertThat(notice("source='image.zip'", "fr")).contains("« image.zip » est illisible");
    assertThat(notice("source='vide.csv'", "fr")).contains("« vide.csv » est illisible");
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws Exception {
    try (var file = new java.io.RandomAccessFile(wiki.data().resolve("grand.csv").toFile(), "rw")) {
      file.setLength(101L << 20);
    }
    assertThat(notice("source='grand.csv'", "fr")).contains("est trop grand");
  }

  @Test
  void records_with_errors_are_left_out_and_counted() throws Exception {
    Files.writeString(
        wiki.data().resolve("fautes.csv"),
        """
        id,titre,latitude,longitude,champs_action,statut_fiche,licence
        bonne,Une bonne fiche,48.39,-4.49,collaboration-ouverte,publie,CC-BY-SA-4.0
        sans-titre,,48.39,-4.49,collaboration-ouverte,publie,CC-BY-SA-4.0
        bonne,Une fiche en double,48.40,-4.49,collaboration-ouverte,publie,CC-BY-SA-4.0
        """);
    String html = page("source='fautes.csv' vue='liste'", "fr");
    assertThat(html)
        .contains("Une bonne fiche")
        .doesNotContain("Une fiche en double")
        .contains("2 fiches")
        .contains("collporterre check");
  }

  /** A wiki shows the trace of what is thrown when a page asks it to. */
  @Test
  void no_trace_is_shown_to_who_asks_for_one() throws Exception {
    assertThat(notice("source='absent.csv' debug='true'", "fr"))
        .contains("« absent.csv » est introuvable");
  }

  private String notice(String parameters, String language)
      throws IOException, InterruptedException {
    String html = page(parameters, language);
    assertThat(html).contains("collp-avis");
    return html;
  }

  private String page(String parameters, String language) throws IOException, InterruptedException {
    wiki.page("Avis", "[{Collporterre " + parameters + "}]");
    String html = wiki.html("Avis", language);
    assertThat(html).doesNotContain("Exception", "\tat ");
    return html;
  }
}
