package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Initiative;
import org.collporterre.reports.statistics.StatisticsOutcome;
import org.collporterre.reports.statistics.StatisticsRenderer;
import org.collporterre.statistics.Survey;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics in each form. */
class StatisticsReportsTest {
  private static final String HOSTILE = "<img src=x onerror=pwned()>|`@all`\u202E\u001B[31m";

  private static String render(String form, Locale locale, String kind) throws IOException {
    Survey survey = Survey.start(LocalDate.of(2026, 11, 22), Gazetteer.none());
    survey.add(
        Initiative.named("a", "Titre")
            .kind(kind)
            .fieldsOfAction(List.of(FieldOfAction.values()))
            .build());
    survey.add(Initiative.named("b", "Titre").build());
    StatisticsOutcome outcome =
        new StatisticsOutcome(
            "Jeu " + kind, survey.statistics(), Vocabularies.standard(), "", locale, "0.1.0");
    StatisticsRenderer renderer =
        StatisticsRenderer.all().stream()
            .filter(one -> one.name().equals(form))
            .findFirst()
            .orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(outcome, out);
    return out.toString(UTF_8);
  }

  @Test
  void text_has_a_line_per_number_with_its_share() throws IOException {
    assertThat(render("text", Locale.FRENCH, "association").lines())
        .startsWith("Statistiques : Jeu association", "", "En bref")
        .contains("Initiatives : Nature")
        .anyMatch(line -> line.matches("  Association +1 +50 %  ██████████"))
        .anyMatch(line -> line.matches("  \\(rien\\) +1 +50 %  ██████████"));
    assertThat(render("text", Locale.ENGLISH, "association").lines())
        .startsWith("Statistics: Jeu association", "", "In short")
        .noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void markdown_is_tables() throws IOException {
    assertThat(render("markdown", Locale.ENGLISH, "association").lines())
        .contains(
            "## Initiatives: Kind", "| What | How many |", "| Non-profit association | 1 (50 %) |");
  }

  @Test
  void json_holds_the_numbers_as_they_are() throws IOException {
    assertThat(render("json", Locale.ENGLISH, "association").replaceAll("\\s+", ""))
        .contains(
            "\"located\":{\"count\":0,",
            "\"today\":\"2026-11-22\"",
            "{\"code\":\"association\",\"records\":1}");
  }

  @Test
  void the_page_is_in_both_languages_and_loads_nothing() throws IOException {
    assertThat(render("html", Locale.FRENCH, "association"))
        .contains(
            "<html lang=\"fr\">",
            ">Initiatives : Nature</span>",
            ">Initiatives: Kind</span>",
            "default-src &#39;none&#39;")
        .doesNotContain("http://", "src=\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown", "html"})
  void hostile_codes_stay_text(String form) throws IOException {
    String page = render(form, Locale.FRENCH, HOSTILE);

    if (form.equals("markdown") || form.equals("html")) {
      assertThat(page).doesNotContain("<img");
    }
    if (form.equals("markdown")) {
      assertThat(page).doesNotContain("|`", "@all");
    }
    if (!form.equals("json")) {
      assertThat(page).doesNotContain("\u202E", "\u001B");
    }
    assertThat(page).doesNotContain("\u001B[31m");
  }
}
