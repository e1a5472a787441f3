package org.collporterre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.tests.support.Browser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** The HTML report as someone meets it who opens it in a browser. */
class HtmlReportTest {
  /** One record without remark, one with an error, one with a warning. */
  private static final String THREE =
      """
      id,titre,latitude,longitude,champs_action,licence,date_maj,site_web
      jardin,Jardin partagé,48.4,-4.48,innovation-sociale,CC0-1.0,2024-05-01,https://exemple.org/jardin
      cafe,Café réparation,-4.249,48.451,innovation-sociale,CC0-1.0,2024-05-01,
      four,Four à pain,48.1,-4.1,innovation-sociale,CC0-1.0,2024-05-01,www.exemple.org
      """;

  @AutoClose private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @BeforeEach
  void reset() {
    browser.look("light");
    browser.screen(1280, 900);
  }

  private void open(CheckOutcome outcome) throws IOException {
    browser.open(CheckedTable.page(outcome, folder));
  }

  @Test
  void a_report_asks_nobody_for_anything_and_complains_of_nothing() throws Exception {
    open(CheckedTable.of(Path.of("../../examples/datasets/a-corriger.csv"), Locale.FRENCH));
    browser.await("document.querySelector('.leaflet-container canvas')");
    openAll();

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.run("return document.title")).isEqualTo("Vérification : a-corriger.csv");
    assertThat(browser.element(".verdict").getText())
        .isEqualTo("À corriger avant l’échange : 14 erreurs dans 13 fiches.");
  }

  @ParameterizedTest
  @CsvSource({"fr,light,1280", "en,dark,1280", "en,light,380", "fr,dark,380"})
  void a_report_is_accessible(String language, String look, int width) throws Exception {
    browser.look(look);
    browser.screen(width, 800);
    open(
        CheckedTable.of(
            Path.of("../../examples/datasets/a-corriger.csv"), Locale.forLanguageTag(language)));
    browser.run("document.querySelectorAll('details').forEach((d, i) => d.open = i % 4 === 0)");

    assertThat(browser.violations()).isEmpty();
    assertThat(browser.number("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
  }

  @Test
  void a_clean_report_says_so_and_is_accessible() throws Exception {
    open(
        CheckedTable.of(THREE.lines().limit(2).reduce("", (a, b) -> a + b + "\n"), Locale.ENGLISH));

    assertThat(browser.element(".verdict").getText())
        .isEqualTo("Nothing to correct: 1 record checked.");
    assertThat(browser.elements(".group")).isEmpty();
    assertThat(browser.violations()).isEmpty();
  }

  @Test
  void findings_are_filtered_by_severity_and_rule_and_found_by_words() throws Exception {
    open(CheckedTable.of(THREE, Locale.FRENCH));
    assertThat(shown()).isEqualTo(2);

    browser.element("input[value=error]").click();
    assertThat(shown()).isEqualTo(1);
    assertThat(browser.element("#matches").getText()).isEqualTo("Constats affichés : 1 sur 2");
    assertThat(browser.element("#r0").isDisplayed()).isFalse();
    assertThat(browser.element("#r1").isDisplayed()).isTrue();

    browser.element("button[type=reset]").click();
    browser.await("!document.querySelector('#r0').hidden");
    browser.element("select[name=rule] option[value=url-malformed]").click();
    assertThat(browser.element("#r0").isDisplayed()).isFalse();

    browser.element("button[type=reset]").click();
    browser.element("#search").sendKeys("INVERSEES cafe");
    browser.await("document.querySelector('#r1').hidden");
    assertThat(shown()).isEqualTo(1);
    assertThat(browser.element("#r0").getDomAttribute("open")).isNotNull();
    assertThat(browser.element("[data-count=warning]").getText()).isEqualTo("0");

    browser.element("#search").sendKeys(" nulle part");
    browser.await("!document.querySelector('.nothing').hidden");
    assertThat(browser.element("#rules .nothing").getText())
        .isEqualTo("Aucun constat ne correspond à la recherche.");
  }

  @Test
  void the_language_is_changed_everywhere() throws Exception {
    open(CheckedTable.of(THREE, Locale.FRENCH));
    browser.element("button[lang=en]").click();

    assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");
    assertThat(browser.run("return document.title")).isEqualTo("Check: initiatives.csv");
    assertThat(browser.element(".verdict").getText())
        .isEqualTo("To correct before exchange: 1 error in 1 record.");
    assertThat(browser.element("#matches").getText()).isEqualTo("Findings shown: 2 of 2");
    assertThat(browser.element("#search").getDomAttribute("placeholder"))
        .isEqualTo("Search the findings");
    assertThat(browser.element("select option").getText()).isEqualTo("All rules");
    assertThat(browser.element(".leaflet-control-zoom-in").getDomAttribute("aria-label"))
        .isEqualTo("Zoom in");
    assertThat(browser.element("main").getText())
        .contains("Latitude and longitude are swapped")
        .doesNotContain("inversées");
  }

  @Test
  void cells_that_a_correction_changes_are_marked_with_what_is_wrong_beside_the_first()
      throws Exception {
    open(CheckedTable.of(THREE, Locale.FRENCH));
    browser.element("#r0 summary").click();

    assertThat(browser.elements("#r0 tr.wrong th"))
        .extracting(WebElement::getText)
        .containsExactly("Latitude", "Longitude");
    assertThat(browser.element("#r0 tr.wrong td").getText())
        .contains("-4.249", "La latitude et la longitude sont inversées", "correction à relire");
    assertThat(browser.elements("#r0 tr")).hasSize(7);
  }

  @Test
  void a_link_to_a_record_opens_it() throws Exception {
    open(CheckedTable.of(THREE, Locale.FRENCH));
    browser.element(".finding a[href='#r0']").click();
    browser.await("document.querySelector('#r0').open");

    assertThat(browser.element("#r0 table").isDisplayed()).isTrue();
  }

  @Test
  void the_map_has_a_mark_for_each_record_by_how_bad_it_is() throws Exception {
    open(CheckedTable.of(THREE, Locale.FRENCH));

    for (String look : new String[] {"good", "warning", "error"}) {
      assertThat(browser.element("[data-count=" + look + "]").getText()).as(look).isEqualTo("1");
    }
    assertThat(painted("--land")).isPositive();
    assertThat(painted("--warning")).isPositive();
    // Where its coordinates are swapped it lies off Somalia.
    assertThat(painted("--error")).isZero();
    browser.element("button[data-key='map.wrong']").click();
    assertThat(painted("--error")).isPositive();
  }

  /** Returns how many pixels of the map's canvases have a colour of the page's. */
  private static long painted(String colour) throws InterruptedException {
    Thread.sleep(300);
    return browser.number(
        """
        const hex = getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim();
        const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
        let count = 0;
        for (const canvas of document.querySelectorAll('#canvas canvas')) {
          const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          for (let i = 0; i < data.length; i += 4) {
            count += data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255;
          }
        }
        return count;
        """,
        colour);
  }

  @Test
  void records_without_position_have_no_map() throws Exception {
    open(CheckedTable.of("id,titre,site_web\nfour,Four à pain,www.exemple.org\n", Locale.FRENCH));

    assertThat(browser.elements("#map")).isEmpty();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void without_scripts_everything_can_be_read_in_the_first_language() throws Exception {
    Path page = CheckedTable.page(CheckedTable.of(THREE, Locale.ENGLISH), folder);
    browser.scripts(false);
    try {
      browser.open(page);
      assertThat(browser.element("#filters").isDisplayed()).isFalse();
      assertThat(browser.element("#map").isDisplayed()).isFalse();
      assertThat(browser.element(".finding").getText()).contains("swapped");
      browser.element("#r0 summary").click();
      assertThat(browser.element("#r0 table").isDisplayed()).isTrue();
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void on_paper_nothing_is_closed() throws Exception {
    open(CheckedTable.of(Path.of("../../examples/datasets/a-corriger.csv"), Locale.FRENCH));
    long asPrinted = pages(browser.print());
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    long allOpen = pages(browser.print());

    assertThat(allOpen).isGreaterThan(3);
    assertThat(asPrinted).isEqualTo(allOpen);
  }

  private static long pages(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF");
    return text.split("/Type /Page\\b", -1).length - 1L;
  }

  @Test
  void a_million_errors_make_a_page_that_opens() throws Exception {
    Path page = CheckedTable.page(HostileOutcome.ofErrors(1_000_000), folder);
    assertThat(Files.size(page)).isBetween(1_000_000L, 6_000_000L);
    browser.open(page);

    assertThat(browser.element(".tile.error b").getText()).isEqualTo("1,000,000");
    assertThat(browser.element("#rules > .muted").getText())
        .isEqualTo("3,000 findings of 1,000,000 shown; all are counted.");
    assertThat(shown()).isEqualTo(3_000);
    long began = System.nanoTime();
    browser.element("#search").sendKeys("record-17 ");
    browser.await("document.querySelectorAll('[data-f]:not([hidden])').length < 3000");
    assertThat(shown()).isBetween(1L, 200L);
    assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    assertThat(browser.console()).isEmpty();
  }

  private static long shown() {
    return browser.number("return document.querySelectorAll('[data-f]:not([hidden])').length");
  }

  private static void openAll() {
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
  }
}
