package org.collporterre.imports.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collporterre.imports.documents.Block.Kind;
import org.collporterre.model.Entry;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the words of a document in a record. */
class DraftTest {
  private static final Draft.Source SOURCE = new Draft.Source("a.odt", "abcdef0123", "text/plain");

  private static DocumentText document(DocumentText.Said said, List<String> pictures, Block... b) {
    return new DocumentText(List.of(b), said, List.of(), pictures, List.of());
  }

  private static DocumentText.Said said(
      String title, @Nullable String language, String author, @Nullable String day) {
    return new DocumentText.Said(title, language, List.of(author), day, day, null);
  }

  private static Draft draft(DocumentText.Said said, Block... blocks) {
    return new Draft(document(said, List.of(), blocks), SOURCE, true);
  }

  private static Block paragraph(String text) {
    return Block.of(Kind.PARAGRAPH, text);
  }

  private static Entry titled(String title) {
    return draft(said(title, null, "", null)).record(Portrait.class);
  }

  private static @Nullable String guess(Draft draft, String field) {
    return draft.notes().stream()
        .filter(note -> field.equals(note.field()))
        .map(Note::value)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource({"Écrire un code, ecrire-un-code", "!!!!, fiche-abcdef", "Привет, fiche-abcdef"})
  void an_identifier_is_made_of_the_title_or_the_fingerprint(String title, String id) {
    assertThat(titled(title).id()).isEqualTo(id);
  }

  @Test
  void an_identifier_has_eighty_characters_at_most_and_whole_words_where_it_can() {
    String ten = "abcdefghi ";

    assertThat(titled(ten.repeat(7) + "abcdefghij").id()).hasSize(80);
    assertThat(titled(ten.repeat(7) + "abcdefghijk").id())
        .isEqualTo(ten.repeat(7).strip().replace(' ', '-'));
    assertThat(titled("a".repeat(100)).id()).isEqualTo("a".repeat(80));
    assertThat(titled("a".repeat(40) + " " + "b".repeat(60)).id())
        .isEqualTo("a".repeat(40) + "-" + "b".repeat(39));
    assertThat(titled("a".repeat(41) + " " + "b".repeat(60)).id()).isEqualTo("a".repeat(41));
  }

  @ParameterizedTest
  @CsvSource({"' Marie ', Marie", "Utilisateur Windows,", "HP,", "42,", "'',"})
  void a_program_or_nobody_is_no_author(String name, @Nullable String author) {
    Draft draft = draft(said("Titre", null, name, null), paragraph("Oui."));

    assertThat(((Portrait) draft.record(Portrait.class)).authors())
        .isEqualTo(author == null ? List.of() : List.of(author));
    assertThat(guess(draft, "auteurs")).isEqualTo(author);
  }

  @ParameterizedTest
  @CsvSource({"fr, fr,", "br, br,", "du français, fr, fr", ", fr, fr"})
  void a_language_is_said_or_guessed(
      @Nullable String said, String language, @Nullable String guessed) {
    Draft draft =
        draft(
            said("Titre", said, "", null),
            paragraph("le jardin est dans la rue et les gens sont avec nous"));

    assertThat(draft.record(Portrait.class).sheet().language()).isEqualTo(language);
    assertThat(guess(draft, "langue")).isEqualTo(guessed);
  }

  @ParameterizedTest
  @CsvSource({
    "2013-03-04, 2013-03-04",
    "2013-03-04T10:00:00Z, 2013-03-04",
    "2013-03,",
    "2013-13-04,",
    ","
  })
  void a_day_is_the_beginning_of_a_moment(@Nullable String said, @Nullable String day) {
    var sheet = draft(said("Titre", null, "", said)).record(Portrait.class).sheet();

    assertThat(String.valueOf(sheet.createdOn())).isEqualTo(String.valueOf(day));
    assertThat(String.valueOf(sheet.modifiedOn())).isEqualTo(String.valueOf(day));
  }

  @Test
  void a_day_that_the_text_says_is_before_that_of_the_file() {
    Draft draft =
        draft(said("Titre", null, "", "2013-03-04"), paragraph("Mis à jour le 2 mai 2014."));

    assertThat(draft.record(Portrait.class).sheet().modifiedOn()).hasToString("2014-05-02");
    assertThat(guess(draft, "date_maj")).isEqualTo("2014-05-02");
  }

  @ParameterizedTest
  @CsvSource({
    "Une phrase de trente-neuf caractères., false",
    "Une phrase qui a quarante caractères ici, true",
    "Licence : une licence dont le nom est assez long, false"
  })
  void a_summary_is_the_first_paragraph_that_is_long_enough(String text, boolean taken) {
    Draft draft =
        draft(
            said("Titre", null, "", null),
            Block.of(Kind.BULLET, "Un point d'une liste assez longue pour un résumé"),
            paragraph(text));

    var summary = draft.record(Portrait.class).header().summary();
    assertThat(summary == null ? null : summary.text()).isEqualTo(taken ? text : null);
    assertThat(guess(draft, "resume")).isEqualTo(taken ? text : null);
  }

  @ParameterizedTest
  @CsvSource({
    "'Anne, passeuse', Anne",
    "Anne-Lise : un parcours, Anne-Lise",
    "Anne – passeuse, Anne",
    "Portrait d'Anne, Portrait d'Anne"
  })
  void the_subject_is_the_beginning_of_the_title(String title, String subject) {
    assertThat(((Portrait) titled(title)).subject().name()).isEqualTo(subject);
    assertThat(((Portrait) titled(title)).body()).isNull();
  }

  @Test
  void names_of_pictures_inside_are_kept() {
    DocumentText.Said said = said("Titre", null, "", null);

    assertThat(
            new Draft(document(said, List.of("a.png", "b.jpg")), SOURCE, true)
                .record(Portrait.class)
                .sheet()
                .extensions())
        .containsEntry("document:images", "a.png | b.jpg");
    assertThat(draft(said).record(Portrait.class).sheet().extensions())
        .doesNotContainKey("document:images");
  }

  @Test
  void what_a_methodology_has_is_counted() {
    Draft draft =
        draft(
            said("Titre", null, "", null),
            paragraph("Durée : 2 h"),
            paragraph("Durée : 3 h"),
            paragraph("Texte : Anne"),
            paragraph("Texte : Zoé"),
            Block.heading(2, "Outils"),
            Block.of(Kind.BULLET, "scie"),
            Block.heading(2, "Étapes"),
            Block.of(Kind.NUMBERED, "Scier"),
            Block.of(Kind.NUMBERED, "Poncer"));

    Methodology methodology = (Methodology) draft.record(Entry.class);

    assertThat(methodology.duration()).hasToString("PT2H");
    assertThat(methodology.authors()).containsExactly("Anne");
    assertThat(methodology.header().description()).hasToString("Durée : 3 h\n\nTexte : Zoé");
    assertThat(guess(draft, "etapes")).isEqualTo("2");
    assertThat(guess(draft, "outils")).isEqualTo("1");
    assertThat(guess(draft, "ressources")).isNull();
    assertThat(guess(draft, "duree")).isEqualTo("PT2H");
    assertThat(guess(draft, "type_fiche")).isEqualTo("methodologie");
  }
}
