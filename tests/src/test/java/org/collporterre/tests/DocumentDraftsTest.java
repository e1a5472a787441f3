package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.collporterre.tests.RawDocument.li;
import static org.collporterre.tests.RawDocument.p;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.imports.documents.DocumentDrafts;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.Step;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents become drafts. What is expected was read off the documents by hand. */
class DocumentDraftsTest {
  private static final String INTRO =
      "Un code source explique comment refaire ailleurs ce qui a marché ici. On le lit, on le"
          + " modifie et on le réutilise comme un logiciel libre.";

  private final Report report = Report.create();
  @TempDir Path folder;

  private <E extends Entry> E read(String name, byte[] bytes, Class<E> type) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return DocumentDrafts.create().read(file, type, report).map(Located::value).orElseThrow();
  }

  private <E extends Entry> E read(String name, String text, Class<E> type) throws IOException {
    return read(name, text.getBytes(UTF_8), type);
  }

  private String guess(String field) {
    return report.findings().stream()
        .filter(finding -> finding.code().equals("draft-guess"))
        .filter(finding -> field.equals(finding.field()))
        .map(Finding::value)
        .findFirst()
        .orElse("(none)");
  }

  @Test
  void a_word_document_with_steps_is_a_methodology() throws IOException {
    byte[] docx =
        RawDocument.docx(
            "<dc:title>Microsoft Word - codesource.doc</dc:title><dc:creator>Utilisateur"
                + " Windows</dc:creator>"
                + "<dcterms:created xsi:type='dcterms:W3CDTF'>2013-03-04T10:00:00Z</dcterms:created>"
                + "<dcterms:modified xsi:type='dcterms:W3CDTF'>2014-05-06T10:00:00Z</dcterms:modified>",
            p("Heading1", "Écrire un code source"),
            p("", "Texte : Marie Le Gall et Yann Kervella"),
            p("", INTRO),
            p("", "Durée : 2 h"),
            p("Heading2", "Matériel"),
            li(2, "un tableau"),
            li(2, "des feutres"),
            p("Heading2", "Outils"),
            li(2, "un enregistreur"),
            p("Heading2", "Étapes"),
            li(1, "Rencontrer les porteurs. Prévoir une heure par personne."),
            li(1, "Écrire le récit"),
            li(1, "Faire relire"),
            p("Heading2", "Pour aller plus loin"),
            p("", "Ce texte est publié sous licence Creative Commons BY-SA 4.0."));

    Entry entry = read("codesource.docx", docx, Entry.class);

    Methodology methodology = (Methodology) entry;
    assertThat(methodology.id()).isEqualTo("ecrire-un-code-source");
    assertThat(methodology.title()).isEqualTo(LocalizedText.of("Écrire un code source"));
    assertThat(methodology.header().summary()).isEqualTo(LocalizedText.of(INTRO));
    assertThat(methodology.header().description())
        .isEqualTo(
            LocalizedText.of(
                INTRO
                    + "\n\n## Pour aller plus loin\n\n"
                    + "Ce texte est publié sous licence Creative Commons BY-SA 4.0."));
    assertThat(methodology.authors()).containsExactly("Marie Le Gall", "Yann Kervella");
    assertThat(methodology.duration()).hasToString("PT2H");
    assertThat(methodology.resources()).containsExactly("un tableau", "des feutres");
    assertThat(methodology.tools()).containsExactly("un enregistreur");
    assertThat(methodology.steps())
        .extracting(Step::position, Step::title, Step::text)
        .containsExactly(
            tuple(1, "Rencontrer les porteurs", "Prévoir une heure par personne."),
            tuple(2, "Écrire le récit", null),
            tuple(3, "Faire relire", null));
    assertThat(methodology.sheet().status()).isEqualTo(RecordStatus.DRAFT);
    assertThat(methodology.sheet().createdOn()).isEqualTo(LocalDate.of(2013, 3, 4));
    assertThat(methodology.sheet().modifiedOn()).isEqualTo(LocalDate.of(2014, 5, 6));
    assertThat(methodology.sheet().license()).isEqualTo("CC-BY-SA-4.0");
    assertThat(methodology.sheet().licenseStatement())
        .isEqualTo("Ce texte est publié sous licence Creative Commons BY-SA 4.0.");
    assertThat(methodology.sheet().language()).isEqualTo("fr");
    assertThat(methodology.sheet().extensions())
        .containsEntry("document:fichier", "codesource.docx")
        .containsEntry(
            "document:type",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        .hasEntrySatisfying(
            "document:empreinte", hash -> assertThat(hash).matches("sha256:[0-9a-f]{64}"));

    assertThat(report.findings().get(0).code()).isEqualTo("document-draft");
    assertThat(report.findings())
        .allMatch(finding -> "ecrire-un-code-source".equals(finding.id()))
        .allMatch(finding -> "methodologie".equals(finding.type()))
        .allMatch(
            finding ->
                finding
                    .location()
                    .equals(Location.startOf(folder.resolve("codesource.docx").toString())));
    assertThat(guess("titre")).isEqualTo("Écrire un code source");
    assertThat(guess("type_fiche")).isEqualTo("methodologie");
    assertThat(guess("auteurs")).isEqualTo("Marie Le Gall, Yann Kervella");
    assertThat(guess("etapes")).isEqualTo("3");
    assertThat(guess("duree")).isEqualTo("PT2H");
    assertThat(guess("licence")).isEqualTo("CC-BY-SA-4.0");
    assertThat(guess("langue")).isEqualTo("fr");
  }

  @Test
  void an_opendocument_portrait_is_a_draft_whose_consent_is_pending() throws IOException {
    byte[] odt =
        RawDocument.odt(
            "<dc:title>Anne, passeuse de bonnes nouvelles</dc:title>"
                + "<meta:initial-creator>Romain Lalande</meta:initial-creator>"
                + "<dc:language>fr</dc:language>",
            "<text:h text:outline-level='1'>Anne, passeuse de bonnes nouvelles</text:h>"
                + "<text:p>Des gens ordinaires réalisent des choses extraordinaires&#160;: Anne en est.</text:p>"
                + "<text:h text:outline-level='2'>Le déclic</text:h>"
                + "<text:p>Tout part d'un constat du printemps 2011.</text:p>"
                + "<text:p>Entretien réalisé le 12 mars 2013. Publié le 1er avril 2013.</text:p>"
                + "<text:p>Licence : CC BY-SA</text:p>");

    Portrait portrait = (Portrait) read("anne.odt", odt, Entry.class);

    assertThat(portrait.title()).hasToString("Anne, passeuse de bonnes nouvelles");
    assertThat(portrait.subject().name()).isEqualTo("Anne");
    assertThat(portrait.subject().kind()).isEqualTo(SubjectKind.PERSON);
    assertThat(portrait.body())
        .isEqualTo(
            "Des gens ordinaires réalisent des choses extraordinaires : Anne en est.\n\n"
                + "## Le déclic\n\n"
                + "Tout part d'un constat du printemps 2011.\n\n"
                + "Entretien réalisé le 12 mars 2013. Publié le 1er avril 2013.\n\n"
                + "Licence : CC BY-SA");
    assertThat(portrait.consent().status()).isEqualTo(ConsentStatus.PENDING);
    assertThat(portrait.sheet().status()).isEqualTo(RecordStatus.DRAFT);
    assertThat(portrait.withheld(LocalDate.of(2026, 1, 1))).isEqualTo("record-not-published");
    assertThat(portrait.authors()).containsExactly("Romain Lalande");
    assertThat(portrait.interviewDate()).hasToString("2013-03-12");
    assertThat(portrait.publishedOn()).isEqualTo(LocalDate.of(2013, 4, 1));
    assertThat(portrait.sheet().license()).isNull();
    assertThat(portrait.sheet().licenseStatement()).isEqualTo("Licence : CC BY-SA");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("licence-version-unknown"))
        .extracting(Finding::value, Finding::expected)
        .containsExactly(tuple("CC-BY-SA", "CC-BY-SA-4.0"));
    assertThat(guess("titre")).isEqualTo("(none)");
    assertThat(guess("langue")).isEqualTo("(none)");
    assertThat(guess("nom_sujet")).isEqualTo("Anne");
  }

  @Test
  void a_pdf_has_lines_only_and_its_lists_are_found_by_their_marks() throws IOException {
    byte[] pdf =
        RawDocument.pdf(
            "Organiser une PEIC",
            "Collporterre",
            List.of(
                "Organiser une PEIC",
                "",
                "Une petite expérience irréversible de coopération fait vivre la coopération",
                "à un groupe qui n'en a pas l'habitude, dans un temps court.",
                "",
                "Matériel",
                "• des chaises",
                "• une salle",
                "",
                "Déroulement",
                "1. Accueillir le groupe",
                "2. Poser la règle du jeu et la",
                "redire",
                "3. Jouer",
                "",
                "Licence : CC-BY-SA-3.0"));

    Methodology methodology = (Methodology) read("peic.pdf", pdf, Entry.class);

    assertThat(methodology.title()).hasToString("Organiser une PEIC");
    assertThat(methodology.resources()).containsExactly("des chaises", "une salle");
    assertThat(methodology.steps())
        .extracting(Step::title)
        .startsWith("Accueillir le groupe", "Poser la règle du jeu et la redire", "Jouer");
    assertThat(methodology.header().summary())
        .hasToString(
            "Une petite expérience irréversible de coopération fait vivre la coopération à un"
                + " groupe qui n'en a pas l'habitude, dans un temps court.");
    assertThat(methodology.authors()).containsExactly("Collporterre");
    assertThat(methodology.sheet().license()).isEqualTo("CC-BY-SA-3.0");
    assertThat(methodology.sheet().licenseStatement()).isNull();
  }

  @Test
  void a_page_gives_its_language_and_its_pictures_but_not_its_menu() throws IOException {
    String page =
        """
        <!doctype html><html lang="fr"><head><meta charset="utf-8">
        <title>Le réseau qui partage | Collporterre</title><meta name="author" content="Romain Lalande">
        <style>p { color: red }</style></head><body><nav><p>Accueil</p></nav>
        <h1>Le réseau qui partage</h1><p>Quand les élus parlent aux élus.<br>Depuis 2005.</p>
        <script>alert("non")</script>
        <img src="https://example.org/photo.jpg" alt="Un atelier"><img src="local.png">
        <p>Sous <a rel="license" href="http://creativecommons.org/licenses/by-sa/4.0/deed.fr">licence libre</a></p>
        </body></html>
        """;

    Portrait portrait = read("page.html", page, Portrait.class);

    assertThat(portrait.title()).hasToString("Le réseau qui partage");
    assertThat(portrait.body())
        .isEqualTo("Quand les élus parlent aux élus. Depuis 2005.\n\nSous licence libre");
    assertThat(portrait.sheet().language()).isEqualTo("fr");
    assertThat(portrait.sheet().license()).isEqualTo("CC-BY-SA-4.0");
    assertThat(portrait.header().images())
        .containsExactly(
            new Media("https://example.org/photo.jpg", "Un atelier", null, null, null, null));
    assertThat(portrait.authors()).containsExactly("Romain Lalande");
  }

  @Test
  void markdown_says_what_it_is_in_lines_at_its_beginning() throws IOException {
    String markdown =
        """
        ---
        title: "Animer une gare centrale"
        author: [Marie Le Gall, Collporterre]
        lang: br
        date: 2014-02-01
        license: CC-BY-4.0
        ---
        # Autre titre

        Bevañ asambles.

        ## Étape 1 : Inviter

        Prévenir **tout le monde**.

        ## Étape 2

        Échanger.

        ### Astuce

        Garder le temps.

        ## Bilan

        Content.
        """;

    Methodology methodology = read("gare.md", markdown, Methodology.class);

    assertThat(methodology.title()).hasToString("Animer une gare centrale");
    assertThat(methodology.authors()).containsExactly("Marie Le Gall", "Collporterre");
    assertThat(methodology.sheet().language()).isEqualTo("br");
    assertThat(methodology.sheet().createdOn()).isEqualTo(LocalDate.of(2014, 2, 1));
    assertThat(methodology.sheet().license()).isEqualTo("CC-BY-4.0");
    assertThat(methodology.steps())
        .extracting(Step::title, Step::text)
        .containsExactly(
            tuple("Inviter", "Prévenir tout le monde."),
            tuple("Étape 2", "Échanger.\n\nAstuce\n\nGarder le temps."));
    assertThat(methodology.header().description())
        .hasToString("## Autre titre\n\nBevañ asambles.\n\n## Bilan\n\nContent.");
  }

  @Test
  void a_text_in_windows_1252_has_its_first_line_as_title() throws IOException {
    byte[] text =
        "Les élus parlent aux élus\r\n\r\nDeux lignes\r\nd'un paragraphe.\r\n"
            .getBytes(Charset.forName("windows-1252"));

    Portrait portrait = read("bruded.txt", text, Portrait.class);

    assertThat(portrait.title()).hasToString("Les élus parlent aux élus");
    assertThat(portrait.body()).isEqualTo("Deux lignes d'un paragraphe.");
    assertThat(guess("titre")).isEqualTo("Les élus parlent aux élus");
    assertThat(guess("type_fiche")).isEqualTo("(none)");
  }

  @Test
  void a_rich_text_is_read_too() throws IOException {
    Portrait portrait =
        read("a.rtf", "{\\rtf1\\ansi Portrait de Nolwenn\\par Elle jardine.\\par}", Portrait.class);

    assertThat(portrait.title()).hasToString("Portrait de Nolwenn");
    assertThat(portrait.body()).isEqualTo("Elle jardine.");
  }

  @Test
  void two_licences_are_none() throws IOException {
    Portrait portrait =
        read(
            "l.txt",
            "Titre du texte\n\nTexte sous licence CC BY 4.0. Photos sous licence CC BY-NC 4.0.",
            Portrait.class);

    assertThat(portrait.sheet().license()).isNull();
    assertThat(portrait.sheet().licenseStatement()).isEqualTo("Texte sous licence CC BY 4.0.");
  }

  @Test
  void a_licence_spelled_out_is_told() throws IOException {
    Portrait portrait =
        read(
            "l.txt",
            "Titre du texte\n\nMis à disposition selon les termes de la licence Creative Commons"
                + " Attribution - Pas d'Utilisation Commerciale - Partage dans les Mêmes Conditions"
                + " 4.0 International.",
            Portrait.class);

    assertThat(portrait.sheet().license()).isEqualTo("CC-BY-NC-SA-4.0");
  }

  @Test
  void without_guesses_only_what_the_document_says_of_itself_is_taken() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.txt"),
            "Titre du texte\n\nTexte : Marie Le Gall\n\nLicence : CC BY 4.0\n\n" + INTRO);

    Portrait portrait =
        DocumentDrafts.create()
            .withoutGuesses()
            .read(file, Portrait.class, report)
            .orElseThrow()
            .value();

    assertThat(portrait.authors()).isEmpty();
    assertThat(portrait.sheet().license()).isNull();
    assertThat(portrait.sheet().language()).isNull();
    assertThat(portrait.header().summary()).isNull();
    assertThat(portrait.body()).contains("Texte : Marie Le Gall", "Licence : CC BY 4.0", INTRO);
  }

  @Test
  void initiatives_and_no_time_at_all_are_misuse() {
    DocumentDrafts drafts = DocumentDrafts.create();
    assertThatThrownBy(() -> drafts.read(folder, Initiative.class, report))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> drafts.withTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void files_are_recognized_by_their_names_for_folders() {
    assertThat(DocumentDrafts.isNamed(Path.of("a/b.DOCX"))).isTrue();
    assertThat(DocumentDrafts.isNamed(Path.of("a/b.csv"))).isFalse();
    assertThat(DocumentDrafts.kinds()).isEqualTo("DOCX, ODT, PDF, RTF, HTML, MD, TXT");
  }
}
