package org.collporterre.imports.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.imports.documents.Block.Kind;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines and sentences of documents say. */
class DocumentWordsTest {
  private static Block paragraph(String text) {
    return Block.of(Kind.PARAGRAPH, text);
  }

  private static DocumentText document(@Nullable String title, Block... blocks) {
    return new DocumentText(
        List.of(blocks),
        new DocumentText.Said(title, null, List.of(), null, null, null),
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "Publié le 1er avril 2013., 2013-04-01",
    "Publiée le 12 décembre 2013, 2013-12-12",
    "Published on 5 January 2014, 2014-01-05",
    "Mis en ligne le 02/03/2014, 2014-03-02",
    "Publié le 2014-03-02, 2014-03-02",
    "Publié le lundi 3 mars 2014, 2014-03-03",
    "Publié le 31 février 2014,",
    "Publié le 3/13/2014,",
    "Publié en mars 2014,",
    "Le 3 mars 2014,"
  })
  void a_day_is_read_where_it_is_said_what_happened(String text, @Nullable LocalDate day) {
    List<Block> blocks = List.of(paragraph("Rien."), paragraph(text));

    assertThat(StatedDate.of(StatedDate.PUBLISHED, blocks)).isEqualTo(day);
    assertThat(StatedDate.of(StatedDate.UPDATED, blocks)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Durée : 2 h, PT2H",
    "Temps nécessaire : 30 min., PT30M",
    "La durée est de 2 h,",
    "Durée : le temps qu'il faut pour que chacun ait parlé et que tout soit dit,",
    "Durée : selon,"
  })
  void a_duration_is_a_line_that_says_nothing_else(String text, @Nullable String duration) {
    assertThat(StatedDuration.of(paragraph(text)))
        .isEqualTo(duration == null ? null : IsoDuration.parse(duration));
  }

  @ParameterizedTest
  @CsvSource({
    "Texte : Marie Le Gall et Yann Kervella, 'Marie Le Gall, Yann Kervella'",
    "Par Marie Le Gall., Marie Le Gall",
    "'Auteurs : Anne, Yann & Zoé', 'Anne, Yann, Zoé'",
    "Texte : ce qui suit,''",
    "par la commune,''",
    "Marie Le Gall,''"
  })
  void authors_are_a_line_of_names(String text, String names) {
    assertThat(String.join(", ", Byline.authors(paragraph(text)))).isEqualTo(names);
    assertThat(Byline.authors(Block.heading(2, text))).isEmpty();
    assertThat(Byline.authors(paragraph(text + " ".repeat(200)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Une phrase. Deux phrases ! Et trois, Une phrase.|Deux phrases !|Et trois",
    "M. Le Gall vient., M. Le Gall vient.",
    "« Oui. » Non., « Oui. » Non.",
    "Il a 3.5 ans. Oui., Il a 3.5 ans.|Oui.",
    "sans fin, sans fin"
  })
  void sentences_end_where_another_begins(String text, String sentences) {
    assertThat(String.join("|", Sentences.of(text))).isEqualTo(sentences);
  }

  @ParameterizedTest
  @CsvSource({
    "Un mot. Deux mots., 18, Un mot. Deux mots.",
    "Un mot. Deux mots., 17, Un mot.",
    "Un mot. Deux mots., 7, Un mot.",
    "un mot deux mots, 13, un mot deux…",
    "un mot deux mots, 12, un mot deux…",
    "un mot deux mots, 11, un mot…",
    "abcdefghijklmnop, 10, abcdefghi…",
    "ab cdefghijklmno, 10, ab cdefgh…",
    "abcde fghijklmno, 10, abcde fgh…",
    "abcdef ghijklmno, 10, abcdef…",
    "ab\uD83C\uDF31cd, 4, ab…",
    "ab\uD83C\uDF31cd, 5, ab\uD83C\uDF31…"
  })
  void a_text_is_cut_at_the_end_of_a_sentence_or_word(String text, int longest, String cut) {
    assertThat(Sentences.cut(text, longest)).isEqualTo(cut).hasSizeLessThanOrEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource({
    "Étapes, STEPS",
    "2. Le matériel nécessaire, RESOURCES",
    "Les outils utiles, TOOLS",
    "Mode d'emploi, STEPS",
    "Bilan, BODY"
  })
  void a_heading_names_a_part(String heading, Part part) {
    assertThat(Part.named(heading)).isEqualTo(part);
    assertThat(Part.named(heading + " ".repeat(60))).isEqualTo(Part.BODY);
  }

  @ParameterizedTest
  @CsvSource({
    "Étape 1 : Inviter, true, Inviter",
    "Étape n° 12, true, Étape n° 12",
    "Step 3. Play, true, Play",
    "' Étapes ', false, Étapes",
    "Étape suivante, false, Étape suivante"
  })
  void a_step_is_named_without_its_number(String heading, boolean step, String title) {
    assertThat(Part.isStep(heading)).isEqualTo(step);
    assertThat(Part.stepTitle(heading)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "le jardin est dans la rue et les gens sont avec nous, fr",
    "the garden is in the street and the people are with us, en",
    "le la les des, ",
    "le la les des du, fr",
    "le la les des of the and, ",
    "le la les des une of the, fr",
    "mots quelconques, "
  })
  void a_language_has_twice_as_many_of_its_words_as_others(String text, @Nullable String language) {
    assertThat(LanguageEvidence.of(List.of(paragraph(text)))).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "Le jardin, Autre titre, a.docx, Le jardin, false, false",
    "Le jardin, Le jardin, a.docx, Le jardin, false, true",
    "Le jardin | Collporterre, Le jardin, a.docx, Le jardin, false, true",
    "Microsoft Word - a.doc, Le jardin, a.docx, Le jardin, true, true",
    "rapport.pdf, Le jardin, a.docx, Le jardin, true, true",
    "Sans titre 2, Le jardin, a.docx, Le jardin, true, true",
    "ab, Le jardin, a.docx, Le jardin, true, true",
    "abc, Le jardin, a.docx, abc, false, false",
    ", ab, le_jardin.docx, le jardin, true, false",
    ", ab, .jardin, .jardin, true, false",
    ", Étapes, x.docx, Étapes, true, true",
  })
  void a_title_is_said_or_the_first_heading_or_line_or_the_name_of_the_file(
      @Nullable String said,
      String heading,
      String file,
      String text,
      boolean guessed,
      boolean taken) {
    Title title = Title.of(document(said, Block.heading(1, heading)), file);

    assertThat(title.text()).isEqualTo(text);
    assertThat(title.guessed()).isEqualTo(guessed);
    assertThat(title.block() != null).isEqualTo(taken);
  }

  @Test
  void a_long_first_paragraph_is_a_title_cut_and_stays() {
    String first = "Une phrase. Mot " + "mot ".repeat(40) + "fin.";

    Title title = Title.of(document(null, paragraph(first)), "a.txt");

    assertThat(title).isEqualTo(new Title("Une phrase.", true, null));
    String longest = "a".repeat(140);
    assertThat(Title.of(document(longest, paragraph("Oui.")), "a.txt").text()).isEqualTo(longest);
    assertThat(Title.of(document(longest + "a", paragraph("Oui.")), "a.txt").text())
        .isEqualTo("Oui.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Licence : CC BY-SA 4.0 | CC-BY-SA-4.0 | |",
        "Texte sous licence CC BY-NC-ND 3.0. | CC-BY-NC-ND-3.0 | Texte sous licence CC BY-NC-ND 3.0. |",
        "Licence : CC BY-SA | | Licence : CC BY-SA | CC-BY-SA",
        "Licence : CC BY-SA 3.0 FR | | Licence : CC BY-SA 3.0 FR | CC-BY-SA-3.0-FR",
        "Licence : CC BY 4.0 FR | CC-BY-4.0 | |",
        "Licence : CC BY 4.5 | | Licence : CC BY 4.5 | CC-BY-4.5",
        "Licence : CC0 | CC0-1.0 | |",
        "Licence Ouverte 2.0 (Etalab) | etalab-2.0 | Licence Ouverte 2.0 (Etalab) |",
        "Diffusé sous licence maison. | | Diffusé sous licence maison. |",
        "La licence sera choisie. | | |",
        "Licence : MIT | | Licence : MIT |",
        "Voir https://creativecommons.org/licenses/by/4.0/. | CC-BY-4.0 | Voir https://creativecommons.org/licenses/by/4.0/. |",
        "Creative Commons Attribution - Pas de Modification 3.0 | CC-BY-ND-3.0 | Creative Commons Attribution - Pas de Modification 3.0 |"
      })
  void a_licence_is_named_with_its_version_or_told_as_it_stands(
      String text,
      @Nullable String license,
      @Nullable String statement,
      @Nullable String unversioned) {
    assertThat(LicenseStatement.of(document(null, paragraph(text))))
        .isEqualTo(new LicenseStatement(license, statement, unversioned));
  }

  @Test
  void lines_become_headings_and_items_by_their_marks() {
    String text = "Un mot-\nclé\nsur deux lignes\nMatériel\n• une\nchaise\n2) deux\nÉtape 1\nFin";

    assertThat(
            PlainLines.split(List.of(paragraph(text), Block.of(Kind.NUMBERED, "3. trois\nfois"))))
        .containsExactly(
            paragraph("Un mot-clé sur deux lignes"),
            Block.heading(2, "Matériel"),
            Block.of(Kind.BULLET, "une chaise"),
            Block.of(Kind.NUMBERED, "deux"),
            Block.heading(3, "Étape 1"),
            paragraph("Fin"),
            Block.of(Kind.NUMBERED, "trois fois"));
  }

  @Test
  void text_is_written_as_commonmark() {
    List<Block> blocks =
        List.of(
            Block.heading(1, "Un"),
            Block.heading(3, "Trois"),
            Block.of(Kind.NUMBERED, "a"),
            Block.of(Kind.NUMBERED, "b"),
            paragraph("Texte"),
            Block.of(Kind.NUMBERED, "c"),
            Block.of(Kind.BULLET, "d"));

    assertThat(Markup.of(blocks))
        .isEqualTo("## Un\n\n### Trois\n\n1. a\n2. b\n\nTexte\n\n1. c\n- d");
  }

  @Test
  void the_lines_at_the_beginning_are_read_between_two_fences() {
    FrontMatter front =
        FrontMatter.of("---\nTitle: \"A: b\"\ntitle: c\n: d\ne\nlang: 'fr'\nvide:\n---\nun\ndeux");

    assertThat(front.values())
        .containsExactly(
            Map.entry("title", "A: b"), Map.entry("lang", "fr"), Map.entry("vide", ""));
    assertThat(front.text()).isEqualTo("un\ndeux");
    assertThat(front.first("absent", "vide", "lang", "title")).isEqualTo("fr");
    assertThat(front.first("absent", "vide")).isEmpty();
    for (String none : List.of("a: b\n---\n", "---\na: b\n")) {
      assertThat(FrontMatter.of(none)).isEqualTo(new FrontMatter(Map.of(), none));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, é, UTF-8",
    "windows-1252, é, windows-1252",
    "UTF-16LE, abcd, UTF-16LE",
    "UTF-16BE, \uFEFFé, UTF-16BE",
    "UTF-16LE, \uFEFFé, UTF-16LE",
    "ISO-8859-15, <meta charset='iso-8859-15'>é, ISO-8859-15",
    "windows-1252, <meta charset='inconnu'>é, windows-1252",
    "UTF-8, <meta charset='iso-8859-15'>é, UTF-8"
  })
  void the_encoding_of_a_page_is_seen_or_declared(String written, String text, String found) {
    byte[] bytes = text.getBytes(Charset.forName(written));

    assertThat(TextEncoding.ofPage(bytes)).isEqualTo(Charset.forName(found));
    assertThat(TextEncoding.decode(bytes, Charset.forName(found)))
        .isEqualTo(text.replace("\uFEFF", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\3\4 word/ PK\5\6', a.docx, DOCX",
    "PK\3\4 word/, a.docx, file-damaged",
    "PK\3\4 opendocument.text, a.odt, file-damaged",
    "PK\3\4 word/, a, DOCX",
    "PK\3\4 xl/, a, format-unsupported XLSX",
    "PK\3\4 opendocument.x, a, format-unsupported XLSX",
    "PK\3\4 x, a, format-unsupported ZIP",
    "<a/>, a, format-unsupported XML",
    "a, a, format-unsupported ?",
    "a\0b, a.txt, format-unsupported ?",
    "\u00FF\u00FEa\0, a.txt, TEXT",
    "\u00FE\u00FF\0a, a.txt, TEXT",
    "a\0, a.html, HTML"
  })
  void what_is_in_a_file_says_what_it_is(String text, String name, String kind) {
    String found;
    try {
      found = DocumentKind.of(text.getBytes(StandardCharsets.ISO_8859_1), name).name();
    } catch (DocumentRefused e) {
      found = e.note().code() + " " + e.note().value();
    }
    assertThat(found).startsWith(kind);
  }

  @Test
  void an_empty_file_is_plain_text() {
    assertThat(TextEncoding.of(new byte[0])).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void steps_tools_and_resources_are_told_from_the_rest() {
    String sentence = "Une première phrase. Une seconde.";
    Outline outline =
        Outline.of(
            List.of(
                paragraph("Début"),
                paragraph("Outils : marteau, clous; vis."),
                Block.heading(2, "Matériel"),
                Block.of(Kind.BULLET, "bois"),
                paragraph("À trouver sur place"),
                Block.heading(2, "Étapes"),
                paragraph("Avant tout"),
                Block.heading(3, "Scier"),
                paragraph("Droit."),
                Block.of(Kind.BULLET, "lentement"),
                Block.heading(4, "Astuce"),
                Block.heading(3, sentence),
                Block.heading(2, "Bilan"),
                paragraph("Fin")));

    assertThat(outline.tools()).containsExactly("marteau", "clous", "vis");
    assertThat(outline.resources()).containsExactly("bois");
    assertThat(outline.steps())
        .extracting(Step::position, Step::title, Step::text)
        .containsExactly(
            tuple(1, "Scier", "Droit.\n\n- lentement\n\nAstuce"),
            tuple(2, "Une première phrase", "Une seconde."));
    assertThat(outline.body())
        .extracting(Block::text)
        .containsExactly("Début", "À trouver sur place", "Avant tout", "Bilan", "Fin");
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, false", "2, 0, 0, true", "0, 1, 0, true", "0, 0, 1, true"})
  void two_steps_a_tool_or_a_resource_make_a_methodology(
      int steps, int tools, int resources, boolean methodology) {
    Stream<Block> blocks =
        Stream.of(
                Stream.of(Block.heading(2, "Étapes")),
                Stream.generate(() -> Block.of(Kind.NUMBERED, "Faire")).limit(steps),
                Stream.of(Block.heading(2, "Outils")),
                Stream.generate(() -> Block.of(Kind.BULLET, "scie")).limit(tools),
                Stream.of(Block.heading(2, "Matériel")),
                Stream.generate(() -> Block.of(Kind.BULLET, "bois")).limit(resources))
            .flatMap(part -> part);

    assertThat(Outline.of(blocks.toList()).isMethodology()).isEqualTo(methodology);
  }
}
