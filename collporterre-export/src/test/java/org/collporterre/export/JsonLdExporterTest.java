package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.collporterre.model.ConsentBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.model.RecordRef;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.SubjectBuilder;
import org.collporterre.report.Finding;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document, what is kept out of it, and what is reported. */
class JsonLdExporterTest {
  private static final String HEAD =
      "{\"@context\":[\"https://schema.org\",{\"cpt\":\"https://collporterre.org/ns#\"}],"
          + "\"@graph\":[";

  private static PortraitBuilder portrait(ConsentBuilder consent) {
    return Portrait.named("p", "Portrait", SubjectKind.PERSON, "Yann")
        .consent(consent.build())
        .sheet(SheetBuilder.builder().status(RecordStatus.PUBLISHED).build());
  }

  @Test
  void no_records_are_an_empty_graph() throws IOException {
    assertThat(JsonLdWriting.of().text()).isEqualTo(HEAD + "]}\n");
  }

  @Test
  void each_record_is_one_line() throws IOException {
    JsonLdWriting written =
        JsonLdWriting.of(
            Initiative.named("a", "Aaa").build(), Methodology.named("b", "Bbb").build());
    assertThat(written.text().split("\n", -1))
        .hasSize(5)
        .satisfies(
            lines -> {
              assertThat(lines[0]).isEqualTo(HEAD);
              assertThat(lines[1])
                  .startsWith(
                      "{\"@type\":\"Project\",\"@id\":\"https://collporterre.org/initiative/a\"")
                  .contains("},{\"@type\":\"CreativeWork\"")
                  .endsWith("},");
              assertThat(lines[2]).startsWith("{\"@type\":\"CreativeWork\"").endsWith("}");
              assertThat(lines[3]).isEqualTo("]}");
              assertThat(lines[4]).isEmpty();
            });
    assertThat(written.graph()).hasSize(3);
  }

  @Test
  void addresses_begin_with_the_base_of_the_dataset() throws IOException {
    JsonLdExporter exporter = JsonLdExporter.create().withBaseUri("https://exemple.org/donnees/");
    Initiative entry =
        Initiative.named("a", "Aaa")
            .kind("reseau")
            .partOf(List.of(RecordRef.to("b"), new RecordRef("https://autre.org/x", "1.2")))
            .build();
    JsonLdWriting written = JsonLdWriting.of(exporter, entry);
    assertThat(written.member("@id")).hasToString("\"https://exemple.org/donnees/initiative/a\"");
    assertThat(written.member("additionalType"))
        .hasToString("\"https://exemple.org/donnees/vocabulaire/natures/reseau\"");
    assertThat(written.member("memberOf"))
        .hasToString(
            "[{\"@id\":\"https://exemple.org/donnees/initiative/b\"},"
                + "{\"@id\":\"https://autre.org/x\",\"version\":\"1.2\"}]");
    assertThat(written.text()).contains("\"cpt\":\"https://collporterre.org/ns#\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://exemple.org/",
        "https://exemple.org",
        "https://exemple.org/a",
        "https:///",
        "https://exemple.org/?q=/",
        "https://exemple.org/#/",
        "https://moi:secret@exemple.org/",
        "https://exemple.org/a b/",
        "https://exemple.org/\"/",
        "ftp://exemple.org/",
        ""
      })
  void a_base_that_is_no_https_directory_is_refused(String uri) {
    JsonLdExporter exporter = JsonLdExporter.create();
    assertThatThrownBy(() -> exporter.withBaseUri(uri))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void records_that_are_not_published_are_withheld_and_counted() throws IOException {
    Entry draft =
        Initiative.named("secret", "Secret")
            .sheet(SheetBuilder.builder().status(RecordStatus.DRAFT).build())
            .build();
    JsonLdWriting written = JsonLdWriting.of(draft, Initiative.named("b", "Bbb").build(), draft);
    assertThat(written.text()).doesNotContain("ecret");
    assertThat(written.graph()).hasSize(2);
    assertThat(written.losses())
        .containsExactly("record-withheld initiative 2 record-not-published");
  }

  @Test
  void portraits_without_consent_on_the_day_are_withheld() throws IOException {
    JsonLdWriting written =
        JsonLdWriting.of(
            portrait(ConsentBuilder.builder()).build(),
            portrait(ConsentBuilder.builder().status(ConsentStatus.WITHDRAWN)).build(),
            portrait(
                    ConsentBuilder.builder()
                        .status(ConsentStatus.GRANTED)
                        .expiry(LocalDate.of(2013, 1, 5)))
                .build());
    assertThat(written.text()).isEqualTo(HEAD + "]}\n");
    assertThat(written.losses())
        .containsExactly(
            "record-withheld portrait 1 consent-expired",
            "record-withheld portrait 1 consent-missing",
            "record-withheld portrait 1 consent-refused");
  }

  @Test
  void the_clock_decides_whether_a_consent_still_holds() throws IOException {
    Portrait until =
        portrait(
                ConsentBuilder.builder()
                    .status(ConsentStatus.GRANTED)
                    .expiry(LocalDate.of(2013, 1, 5)))
            .build();
    Clock before = Clock.fixed(Instant.parse("2013-01-05T23:59:00Z"), ZoneOffset.UTC);
    assertThat(JsonLdWriting.of(JsonLdExporter.create().withClock(before), until).graph())
        .hasSize(1);
  }

  @Test
  void consent_is_never_written_and_counted_field_by_field() throws IOException {
    Portrait agreed =
        portrait(
                ConsentBuilder.builder()
                    .status(ConsentStatus.GRANTED)
                    .date(LocalDate.of(2012, 11, 30))
                    .expiry(LocalDate.of(2031, 12, 24))
                    .scope(List.of(ConsentScope.NAME, ConsentScope.TEXT, ConsentScope.OPEN_DATA))
                    .proof("CLASSEUR-7")
                    .minor(false))
            .subject(
                SubjectBuilder.builder()
                    .kind(SubjectKind.PERSON)
                    .name("Yann")
                    .pseudonymous(true)
                    .role("maraîcher")
                    .build())
            .build();
    JsonLdWriting written = JsonLdWriting.of(agreed);
    assertThat(written.text())
        .doesNotContain("accorde", "2012-11-30", "2031-12-24", "CLASSEUR-7", "true", "false");
    assertThat(written.member("about"))
        .hasToString(
            "{\"@type\":\"Person\",\"cpt:subjectKind\":\"personne\",\"name\":\"Yann\","
                + "\"jobTitle\":\"maraîcher\"}");
    assertThat(written.losses())
        .containsExactly(
            "export-loss portrait.consentement 1",
            "export-loss portrait.consentement_expire 1",
            "export-loss portrait.consentement_le 1",
            "export-loss portrait.consentement_portee 3",
            "export-loss portrait.consentement_preuve 1",
            "export-loss portrait.mineur 1",
            "export-loss portrait.pseudonyme 1");
  }

  @Test
  void an_address_to_write_to_is_written_only_when_the_record_says_so() throws IOException {
    InitiativeBuilder garden = Initiative.named("a", "Aaa").contactEmail("nous@exemple.org");
    JsonLdWriting unsaid = JsonLdWriting.of(garden.build());
    JsonLdWriting closed = JsonLdWriting.of(garden.contactEmailPublic(false).build());
    JsonLdWriting open = JsonLdWriting.of(garden.contactEmailPublic(true).build());
    assertThat(unsaid.text()).doesNotContain("nous@");
    assertThat(unsaid.losses()).containsExactly("export-loss initiative.courriel 1");
    assertThat(closed.text()).doesNotContain("nous@");
    assertThat(open.member("email")).hasToString("\"nous@exemple.org\"");
    assertThat(open.losses()).containsExactly("export-loss initiative.courriel_public 1");
  }

  @Test
  void columns_the_format_does_not_know_are_counted_by_name() throws IOException {
    Entry entry =
        Initiative.named("a", "Aaa")
            .sheet(SheetBuilder.builder().extensions(Map.of("couleur", "vert")).build())
            .build();
    JsonLdWriting written = JsonLdWriting.of(entry, entry);
    assertThat(written.text()).doesNotContain("vert");
    assertThat(written.losses()).containsExactly("export-loss initiative.couleur 2");
  }

  @Test
  void the_bytes_are_the_same_in_another_locale_and_time_zone() throws IOException {
    Entry entry =
        Initiative.named("a", "Aaa")
            .locations(List.of(org.collporterre.model.Place.at(48.5, -4.25)))
            .sheet(SheetBuilder.builder().createdOn(LocalDate.of(2012, 7, 5)).build())
            .build();
    String here = JsonLdWriting.of(entry).text();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(JsonLdWriting.of(entry).text()).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void text_cannot_leave_the_script_element_of_a_page() throws IOException {
    JsonLdWriting written =
        JsonLdWriting.of(
            Initiative.named("a", "</script><script>alert('&')").website("javascript:x()").build());
    assertThat(written.text()).doesNotContain("<", ">", "&");
    assertThat(written.member("name")).hasToString("\"</script><script>alert('&')\"");
    assertThat(written.node(0)).doesNotContainKey("url");
    assertThat(written.member("cpt:website")).hasToString("\"javascript:x()\"");
  }

  @Test
  void a_file_appears_whole_or_not_at_all(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("donnees.jsonld");
    Files.writeString(file, "avant");
    List<Finding> findings = new ArrayList<>();
    try (EntryWriter<Initiative> out =
        JsonLdExporter.create().open(file, Initiative.class, findings::add)) {
      out.write(Initiative.named("a", "Aaa").build());
    }
    assertThat(dir).isDirectoryContaining(path -> path.equals(file));
    assertThat(file).hasContent("avant");
    try (EntryWriter<Initiative> out =
        JsonLdExporter.create().open(file, Initiative.class, findings::add)) {
      out.write(Initiative.named("a", "Aaa").contactEmail("x@exemple.org").build());
      out.commit();
    }
    assertThat(Files.readString(file)).startsWith(HEAD + "\n{").endsWith("}\n]}\n");
    assertThat(findings).extracting(f -> f.location().file()).containsExactly(file.toString());
  }

  @Test
  void many_records_are_passed_on_as_they_come() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryWriter<Initiative> out =
        JsonLdExporter.create().open(bytes, Initiative.class, finding -> {})) {
      for (int i = 0; i < 1_000; i++) {
        out.write(Initiative.named("i" + i, "Initiative " + i).build());
      }
      assertThat(bytes.size()).isGreaterThan(100_000);
      out.commit();
    }
    assertThat(JsonLdWriting.json(bytes.toString(StandardCharsets.UTF_8)).getJsonArray("@graph"))
        .hasSize(2_000);
  }
}
