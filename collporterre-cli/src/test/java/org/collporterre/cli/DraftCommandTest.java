package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftCommandTest {
  private static final String PORTRAIT =
      """
      # Anne, passeuse de bonnes nouvelles

      Texte : Marie Le Gall

      Des gens ordinaires réalisent des choses extraordinaires : Anne en est.
      """;
  private static final String METHODOLOGY =
      """
      <!doctype html><html lang="fr"><body><h1>Écrire un code source</h1>
      <h2>Étapes</h2><ol><li>Rencontrer</li><li>Écrire</li></ol></body></html>
      """;

  @TempDir Path folder;
  private Path portrait = Path.of("");

  @BeforeEach
  void writePortrait() throws IOException {
    portrait = Files.writeString(folder.resolve("anne.md"), PORTRAIT);
  }

  @Test
  void a_draft_goes_to_standard_output_as_json_and_findings_to_standard_error() {
    Call call = Call.of("draft", portrait);

    assertThat(call.out())
        .contains("\"id\":\"anne-passeuse-de-bonnes-nouvelles\"")
        .contains("\"statut_fiche\":\"brouillon\"")
        .contains("\"consentement\":\"en-attente\"")
        .contains("\"auteurs\":[\"Marie Le Gall\"]");
    assertThat(call.err())
        .contains("warning document-draft: ")
        .contains("draft-guess: The field nom_sujet ")
        .endsWith("1 record written to standard output\n");
    assertThat(call.code()).isZero();
  }

  @Test
  void without_guesses_the_byline_stays_in_the_text() {
    Call call = Call.of("draft", portrait, "--without", "draft-guess", "--quiet");

    assertThat(call.out()).contains("Texte : Marie Le Gall").doesNotContain("\"auteurs\"");
    assertThat(call.err()).doesNotContain("written");
  }

  @Test
  void a_folder_of_documents_becomes_a_dataset_of_both_types() throws IOException {
    Files.writeString(folder.resolve("codesource.html"), METHODOLOGY);
    Files.writeString(folder.resolve("photo.png"), "no document");
    Path out = folder.resolve("out.zip");

    Call call = Call.of("draft", folder, "-o", out);

    assertThat(call.err()).contains("Records: 1 portrait, 1 methodology").contains("2 records");
    assertThat(call.code()).isZero();
    assertThat(Call.of("check", out, "--quiet").code()).isZero();
  }

  @Test
  void a_document_that_gives_no_draft_is_an_error_and_the_others_are_written() throws IOException {
    Path empty = Files.writeString(folder.resolve("vide.txt"), "");
    Path out = folder.resolve("out.json");

    Call call = Call.of("draft", empty, portrait, "-o", out);

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err()).contains("error file-empty: ").contains("1 record written to " + out);
    assertThat(out).content().contains("Anne");
  }

  @Test
  void nothing_is_written_when_no_document_gives_a_draft() throws IOException {
    Path empty = Files.writeString(folder.resolve("vide.txt"), "");
    Path out = folder.resolve("out.json");

    Call call = Call.of("draft", empty, "-o", out);

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err()).endsWith("No draft is written: none of the documents gave one.\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void a_type_can_be_asked_for() {
    Call call = Call.of("draft", portrait, "--type", "methodologie");

    assertThat(call.out()).contains("\"type_fiche\":\"methodologie\"");
    assertThat(call.err()).doesNotContain("field type_fiche");
    assertThat(Call.of("draft", portrait, "--type", "initiative").err())
        .contains("it takes one of: portrait, methodologie");
  }

  @Test
  void csv_holds_one_type_and_says_where_a_draft_comes_from() throws IOException {
    Path out = folder.resolve("out.csv");
    Call untyped = Call.of("draft", portrait, "-o", out);
    assertThat(untyped.code()).isEqualTo(2);
    assertThat(untyped.err()).contains("add --type portrait or methodologie");

    assertThat(Call.of("draft", portrait, "-o", out, "--type", "portrait").code()).isZero();
    assertThat(out).content().contains("document:fichier").contains("anne.md");
  }

  @Test
  void drafts_are_not_written_to_public_formats() {
    Call call = Call.of("draft", portrait, "-o", folder.resolve("out.jsonld"));

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("drafts are not for the public");
  }

  @Test
  void misuse_is_told() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("vide"));
    assertThat(Call.of("draft", empty).err()).contains("no document (DOCX, ODT, PDF");
    assertThat(Call.of("draft", folder.resolve("absent.odt")).err()).contains("no such file");
    assertThat(Call.of("draft", portrait, "-o", portrait).code()).isEqualTo(2);
    assertThat(Call.in(Map.of("LANG", "fr_FR.UTF-8"), "draft", empty).err())
        .contains("aucun document");
  }
}
