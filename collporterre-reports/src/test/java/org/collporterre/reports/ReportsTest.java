package org.collporterre.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.collporterre.report.Fingerprints;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {
  @Test
  void forms_are_found_by_their_names_and_by_endings() {
    for (ReportRenderer form : Reports.all()) {
      assertThat(Reports.named(form.name())).containsSame(form);
      assertThat(Reports.forFile("dossier/Rapport" + form.ending().toUpperCase(Locale.ROOT)))
          .containsSame(form);
    }
    assertThat(Reports.named("SARIF")).isEmpty();
    assertThat(Reports.forFile("rapport.pdf")).isEmpty();
    assertThat(Reports.forFile("a.sarif").orElseThrow().name()).isEqualTo("sarif");
    assertThat(Reports.forFile("a.xml").orElseThrow().name()).isEqualTo("junit");
    assertThat(Reports.forFile("a.md").orElseThrow().name()).isEqualTo("markdown");
    assertThat(Reports.forFile("a.json").orElseThrow().name()).isEqualTo("json");
  }

  @Test
  void the_same_outcome_gives_the_same_bytes() {
    for (ReportRenderer form : Reports.all()) {
      assertThat(Outcomes.render(form, Outcomes.of(Outcomes.SWAPPED, Outcomes.IN_JSON)))
          .isEqualTo(Outcomes.render(form, Outcomes.of(Outcomes.SWAPPED, Outcomes.IN_JSON)))
          .endsWith("\n");
    }
  }

  @Test
  void text_has_a_line_for_each_finding_and_a_summary() {
    assertThat(Outcomes.render(TextReport.create(), Outcomes.of(Outcomes.BLANK, Outcomes.SWAPPED)))
        .isEqualTo(
            """
            %s
            %s

            1 error, 0 warnings, 1 note (profile echange)
              error  coordinates-swapped  1
              info   blank-row            1
            Records: 1 initiative (initiatives located: 0, not located: 1)
            """
                .formatted(
                    Outcomes.of().messages().line(Outcomes.SWAPPED),
                    Outcomes.of().messages().line(Outcomes.BLANK)));
  }

  @Test
  void colours_are_around_the_severity_only() {
    TextReport text = TextReport.create().withColours();
    String plain = Outcomes.of().messages().line(Outcomes.SWAPPED);
    assertThat(text.line(Outcomes.SWAPPED, Outcomes.of().messages()))
        .isEqualTo(plain.replace(": error ", ": \033[1;31merror\033[0m "));
  }

  @Test
  void a_text_cannot_command_the_terminal() {
    String text =
        Outcomes.render(
            TextReport.create(),
            Outcomes.of(Outcomes.hostile("\u001b]0;x\u0007\n\u202Ex\r\u009b")));
    assertThat(text.lines().filter(line -> line.contains("html-in-text"))).hasSize(2);
    assertThat(text.chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c) && c != '\u202E' && c != '\u2028');
  }

  @Test
  void what_is_accepted_no_more_met_or_not_shown_is_told() {
    Report report = Report.keeping(0);
    report.report(Outcomes.SWAPPED);
    CheckOutcome outcome =
        Outcomes.of("t", report, Locale.FRENCH, Map.of(Fingerprints.of(Outcomes.BLANK), 3), 2);
    assertThat(Outcomes.render(TextReport.create(), outcome))
        .endsWith(
            """
              erreur  coordinates-swapped  1 (dont 0 affichés)
            Fiches : 1 initiative (initiatives situées : 0, non situées : 1)
            Constats acceptés : 3
            Liste des constats acceptés : 2 lignes ne correspondent plus à rien et peuvent être retirées (--update-baseline)
            Compté mais pas montré : 1 constat
            """);
  }

  @Test
  void json_has_the_fingerprint_and_the_number_accepted() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(Outcomes.render(new JsonReport(), Outcomes.of(Outcomes.SWAPPED)));
    assertThat(json.at("/findings/0/fingerprint").asText())
        .isEqualTo("df37ae7c20c5beffe03ad52416d15a0a");
    assertThat(json.at("/summary/accepted").asInt(-1)).isZero();
    assertThat(json.at("/findings/0/fix/cells/latitude").asText()).isEqualTo("48.4");
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv, a.csv",
    "./a.csv, a.csv",
    "d/./e/../a b.csv, d/a%20b.csv",
    "données\\é.csv, donn%C3%A9es/%C3%A9.csv",
    "/etc/a.csv, a.csv",
    "../../a.csv, a.csv",
    "C:\\d\\a.csv, a.csv",
    "d/a:b?c#d%e.csv, d/a%3Ab%3Fc%23d%25e.csv",
    "'', ''"
  })
  void files_are_named_by_relative_references(String file, String uri) {
    assertThat(ReportPath.uri(file)).isEqualTo(uri);
  }

  @Test
  void both_languages_have_the_same_phrases() throws IOException {
    assertThat(phrases("fr").keySet()).isEqualTo(phrases("en").keySet());
  }

  private static Properties phrases(String language) throws IOException {
    Properties phrases = new Properties();
    try (InputStream in =
        Phrases.class.getResourceAsStream("reports_" + language + ".properties")) {
      phrases.load(in);
    }
    return phrases;
  }
}
