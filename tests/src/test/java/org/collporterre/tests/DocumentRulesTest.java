package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.collporterre.imports.documents.DocumentDrafts;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about documents, and documents made to do harm. Names begin with the code. */
class DocumentRulesTest {
  private static final DocumentDrafts DRAFTS = DocumentDrafts.create();

  @TempDir Path folder;
  private final Report report = Report.create();

  private Optional<Located<Entry>> read(DocumentDrafts drafts, String name, byte[] bytes)
      throws IOException {
    return drafts.read(Files.write(folder.resolve(name), bytes), Entry.class, report);
  }

  /** Returns the only thing found in a document of which no draft can be made. */
  private Finding refused(String name, byte[] bytes) throws IOException {
    assertThat(read(DRAFTS, name, bytes)).isEmpty();
    assertThat(report.findings()).hasSize(1);
    Finding finding = report.findings().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    return finding;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void document_draft_is_said_once_of_each_record() throws IOException {
    read(DRAFTS, "a.txt", utf8("Un titre\n\nUn texte."));

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("document-draft"))
        .extracting(Finding::id, Finding::severity)
        .containsExactly(tuple("un-titre", Severity.WARNING));
  }

  @Test
  void draft_guess_is_worse_where_records_are_to_be_published() throws IOException {
    read(DRAFTS.withProfile(Profile.PUBLICATION), "a.txt", utf8("Un titre\n\nUn texte."));

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("draft-guess"))
        .extracting(Finding::field, Finding::value, Finding::severity)
        .contains(tuple("titre", "Un titre", Severity.WARNING));
  }

  @Test
  void document_without_text_is_a_page_that_holds_a_picture() throws IOException {
    assertThat(refused("a.pdf", RawDocument.pdf("Scan", "", List.of())).code())
        .isEqualTo("document-without-text");
  }

  @Test
  @Tag("large")
  void document_too_large_is_a_file_beyond_32_mebibytes() throws IOException {
    Finding finding = refused("a.txt", new byte[(32 << 20) + 1]);

    assertThat(finding.code()).isEqualTo("document-too-large");
    assertThat(finding.expected()).isEqualTo("32 MiB");
  }

  @Test
  @Tag("large")
  void document_too_large_is_a_text_beyond_two_million_characters() throws IOException {
    assertThat(read(DRAFTS, "a.txt", utf8("a".repeat(2_000_000)))).isPresent();
    Report second = Report.create();
    Path file = Files.write(folder.resolve("b.txt"), utf8("a".repeat(2_000_001)));
    assertThat(DRAFTS.read(file, Entry.class, second)).isEmpty();

    assertThat(second.findings()).extracting(Finding::code).containsExactly("document-too-large");
    assertThat(second.findings().get(0).expected()).isEqualTo("2000000");
  }

  @Test
  @Tag("large")
  void document_too_slow_stops_a_parser_that_does_not_end() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add("Une ligne de plus dans un document sans fin, la " + i);
    }
    byte[] pdf = RawDocument.pdf("Long", "", lines);
    DocumentDrafts hurried = DRAFTS.withTimeout(Duration.ofMillis(1));

    assertThat(read(hurried, "a.pdf", pdf)).isEmpty();
    assertThat(report.findings()).extracting(Finding::code).containsExactly("document-too-slow");
  }

  @Test
  void file_empty_is_said_of_a_document_of_no_bytes() throws IOException {
    assertThat(refused("a.docx", new byte[0]).code()).isEqualTo("file-empty");
  }

  @Test
  void file_encrypted_is_said_of_a_pdf_with_a_password() throws IOException {
    Finding finding = refused("a.pdf", RawDocument.encryptedPdf());

    assertThat(finding.code()).isEqualTo("file-encrypted");
    assertThat(finding.value()).isEqualTo("PDF");
  }

  @Test
  void file_damaged_is_said_of_a_document_cut_off() throws IOException {
    byte[] docx = RawDocument.docx("", RawDocument.p("", "Un texte"));

    byte[] half = Arrays.copyOf(docx, docx.length / 2);

    assertThat(refused("a.docx", half).code()).isEqualTo("file-damaged");
  }

  @Test
  @Tag("large")
  void archive_unsafe_is_said_of_a_document_that_swells_beyond_measure() throws IOException {
    String body = "<text:p>" + "a ".repeat(10 << 20) + "</text:p>";
    byte[] odt = RawDocument.odt("", body);
    assertThat(odt.length).isLessThan(200_000);

    assertThat(refused("a.odt", odt).code()).isIn("archive-unsafe", "document-too-large");
  }

  @Test
  void an_external_entity_of_an_opendocument_text_is_not_fetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "TRESOR");
    byte[] odt =
        RawDocument.odt(
            "",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]><office:document-content"
                + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body>"
                + "<office:text><text:p>Avant &e; après</text:p></office:text></office:body>"
                + "</office:document-content>");

    read(DRAFTS, "a.odt", odt)
        .ifPresent(draft -> assertThat(draft.value().toString()).doesNotContain("TRESOR"));
    assertThat(report.findings().toString()).doesNotContain("TRESOR");
  }

  @Test
  void an_external_entity_of_a_word_document_is_not_fetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "TRESOR");
    Map<String, String> parts = new TreeMap<>();
    parts.put(
        "[Content_Types].xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><Types>&e;</Types>");
    parts.put("word/document.xml", "<x/>");

    assertThat(refused("a.docx", RawDocument.zip(parts, false)).code()).isEqualTo("file-damaged");
    assertThat(report.findings().toString()).doesNotContain("TRESOR");
  }

  @Test
  void pictures_inside_are_named_and_nothing_inside_is_followed() throws IOException {
    byte[] docx =
        RawDocument.docx("", RawDocument.p("", "Un titre"), RawDocument.p("", "Un texte."));

    Entry entry = read(DRAFTS, "a.docx", docx).orElseThrow().value();

    assertThat(entry.header().images()).isEmpty();
    assertThat(entry.sheet().extensions()).containsEntry("document:images", "atelier.png");
  }

  /** Third-party files: damaged, encrypted, self-reproducing, or no documents at all. */
  @ParameterizedTest
  @CsvSource({
    "gbk.zip, format-unsupported",
    "quine.gz, format-unsupported",
    "testCSV.csv, format-unsupported",
    "testODTEncrypted.odt, file-encrypted",
    "testODTnotaZipFile.odt, file-damaged",
    "testWORD_protected_passtika.docx, file-encrypted",
    "testWORD_truncated.docx, file-damaged",
    "testXXE.xml, format-unsupported",
    "testZipEncrypted.zip, format-unsupported"
  })
  void a_file_that_gives_no_draft_is_one_finding(String name, String code) throws IOException {
    Path file = Fixtures.require("conformance/tika/" + name);

    assertThat(DRAFTS.read(file, Entry.class, report)).isEmpty();
    assertThat(report.findings()).extracting(Finding::code).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "testHTML_utf8.html, 'Title : Tilte with UTF-8 chars öäå', åäö",
    "testHTML_charset_utf16le.html, Title, ",
    "testTXTNonASCIIUTF8.txt, The quick brown fox jumps over the lazy dog, über den faulen Hund",
    "testTXT_win-1252.txt, , “windows” encoding",
    "testHTMLNoisyMetaEncoding_1.html, , ",
    "testOpenOffice2.odt, , "
  })
  void a_file_of_another_encoding_or_program_is_read(String name, String title, String text)
      throws IOException {
    Path file = Fixtures.require("conformance/tika/" + name);

    Entry entry = DRAFTS.read(file, Entry.class, report).orElseThrow().value();

    assertThat(report.isClean()).isTrue();
    if (title != null) {
      assertThat(entry.title()).hasToString(title);
    }
    assertThat(entry.toString()).contains(text == null ? "" : text).doesNotContain("\uFFFD");
  }
}
