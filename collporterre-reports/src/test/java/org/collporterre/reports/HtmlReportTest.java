package org.collporterre.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.reports.CheckOutcome.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page is made of; how it looks and what it does is tested in a browser. */
class HtmlReportTest {
  private static Finding finding(
      String code, Severity severity, int line, @Nullable String type, @Nullable String id) {
    Location place = new Location("a.csv", line, 9);
    return new Finding(code, severity, Profile.ECHANGE, place, type, id, "titre", "x", null, null);
  }

  private static Finding error(String code, int number) {
    return finding(code, Severity.ERROR, number + 2, "initiative", "i" + number);
  }

  private static CheckOutcome outcome(Map<Location, Row> rows, List<Finding> findings) {
    Report report = Report.create();
    findings.forEach(report::report);
    CheckOutcome plain = Outcomes.of(report, Locale.FRENCH);
    return new CheckOutcome(
        plain.title(),
        plain.files(),
        report,
        plain.census(),
        plain.profile(),
        plain.messages(),
        plain.version(),
        0,
        rows,
        List.of());
  }

  @Test
  void both_languages_say_the_same_things() {
    assertThat(Phrases.of("html", Locale.FRENCH, getClass()::getResourceAsStream).bundle().keySet())
        .isEqualTo(
            Phrases.of("html", Locale.ENGLISH, getClass()::getResourceAsStream).bundle().keySet());
  }

  @Test
  void the_verdict_counts_errors_and_the_records_they_are_in() {
    String html =
        Outcomes.render(
            new HtmlReport(),
            outcome(Map.of(), List.of(error("title-missing", 1), error("date-invalid", 1))));

    assertThat(html)
        .contains("À corriger avant l’échange : 2 erreurs dans 1 fiche.")
        .contains("To correct before exchange: 2 errors in 1 record.");
  }

  /** Ten of one rule are all shown; three times a thousand share what is left of 3,000. */
  @Test
  void the_page_shows_rules_as_evenly_as_their_numbers_allow() {
    List<Finding> findings =
        Stream.of("date-invalid", "code-unknown", "id-missing", "title-missing")
            .flatMap(
                code ->
                    Stream.iterate(0, i -> i + 1)
                        .limit(code.equals("id-missing") ? 10 : 1_000)
                        .map(i -> error(code, i)))
            .toList();
    PageContent content = PageContent.of(outcome(Map.of(), findings));

    assertThat(content.total()).isEqualTo(3_010);
    assertThat(content.kept()).isEqualTo(10 + 3 * 996);
    assertThat(content.rules())
        .extracting(rule -> rule.shown().size())
        .containsExactly(996, 996, 996, 10);
  }

  @Test
  void of_many_records_the_worst_are_shown_in_file_order() {
    List<Finding> findings =
        Stream.iterate(0, i -> i + 1)
            .limit(800)
            .map(
                i -> {
                  Severity severity = i % 2 == 0 ? Severity.WARNING : Severity.ERROR;
                  return finding("url-malformed", severity, i + 2, "initiative", "i" + i);
                })
            .toList();
    PageContent content = PageContent.of(outcome(Map.of(), findings));

    assertThat(content.all()).hasSize(800);
    assertThat(content.records()).hasSize(500);
    assertThat(content.records()).filteredOn(one -> one.worst() == Severity.ERROR).hasSize(400);
    assertThat(content.records()).extracting(one -> one.start().line()).isSorted();
  }

  @Test
  void findings_go_to_the_record_they_are_about() {
    Map<Location, Row> rows = new LinkedHashMap<>();
    rows.put(new Location("a.csv", 2, 1), new Row("initiative", "jardin", "Jardin", Map.of()));
    rows.put(new Location("a.csv", 3, 1), new Row("initiative", "jardin", "Encore", Map.of()));
    rows.put(new Location("a.csv", 4, 1), new Row("initiative", null, "Sans nom", Map.of()));
    PageRecords records = new PageRecords(rows);

    assertThat(titleOf(records, finding("x", Severity.ERROR, 2, "initiative", "jardin")))
        .isEqualTo("Jardin");
    assertThat(titleOf(records, finding("x", Severity.ERROR, 3, "initiative", "jardin")))
        .isEqualTo("Encore");
    assertThat(titleOf(records, finding("x", Severity.ERROR, 5, "initiative", null)))
        .as("in a row of several lines")
        .isEqualTo("Sans nom");
    assertThat(titleOf(records, finding("x", Severity.ERROR, 4, null, null))).isEqualTo("Sans nom");
    assertThat(records.of(finding("x", Severity.INFO, 1, "initiative", null)).isFile()).isTrue();
    assertThat(titleOf(records, finding("x", Severity.ERROR, 3, "portrait", "jardin"))).isNull();
  }

  @Test
  void every_cell_that_a_correction_changes_is_marked() {
    Map<String, String> swapped = new LinkedHashMap<>();
    swapped.put("latitude", "48.4");
    swapped.put("longitude", "-4.5");
    Location place = new Location("a.csv", 2, 1);
    Finding finding =
        new Finding(
            "coordinates-swapped",
            Severity.ERROR,
            Profile.ECHANGE,
            place,
            "initiative",
            "jardin",
            "latitude",
            "-4.5",
            null,
            new Fix(false, swapped));
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("titre", "Jardin");
    cells.put("latitude", "-4.5");
    cells.put("longitude", "48.4");
    Row row = new Row("initiative", "jardin", "Jardin", cells);

    String html = Outcomes.render(new HtmlReport(), outcome(Map.of(place, row), List.of(finding)));

    assertThat(html.split("<tr class=\"wrong error\">", -1)).hasSize(3);
    assertThat(html.split("<tr>", -1)).hasSize(2);
  }

  private static @Nullable String titleOf(PageRecords records, Finding finding) {
    return records.of(finding).title();
  }

  @Test
  void lines_of_several_sheets_are_not_taken_for_one_another() {
    Location first = new Location("a.xlsx", 2, 1, "Nord!A2");
    Location second = new Location("a.xlsx", 2, 1, "Sud!A2");
    Map<Location, Row> rows = new LinkedHashMap<>();
    rows.put(first, new Row("initiative", null, "Du nord", Map.of()));
    rows.put(second, new Row("initiative", null, "Du sud", Map.of()));
    PageRecords records = new PageRecords(rows);
    Location cell = new Location("a.xlsx", 2, 3, "Sud!C2");

    Finding inSecond =
        new Finding(
            "x", Severity.ERROR, Profile.ECHANGE, cell, null, null, "titre", null, null, null);
    assertThat(titleOf(records, inSecond)).isEqualTo("Du sud");
  }

  @Test
  void a_correction_is_shown_with_what_it_replaces() {
    String html = Outcomes.render(new HtmlReport(), Outcomes.of(Outcomes.SWAPPED));

    assertThat(html)
        .contains("<del><bdi>-4.5</bdi></del>")
        .contains("<ins><bdi>48.4</bdi></ins>")
        .contains("collporterre fix");
  }

  @Test
  void the_same_outcome_gives_the_same_bytes() {
    CheckOutcome outcome = Outcomes.of(Outcomes.SWAPPED, Outcomes.BLANK, Outcomes.IN_JSON);

    assertThat(Outcomes.render(new HtmlReport(), outcome))
        .isEqualTo(Outcomes.render(new HtmlReport(), outcome));
  }
}
