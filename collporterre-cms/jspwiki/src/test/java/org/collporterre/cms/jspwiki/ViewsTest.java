package org.collporterre.cms.jspwiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.Incidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What readers of a wiki see and do, in a browser. */
@ExtendWith(Stage.Given.class)
class ViewsTest {
  private static final String SOURCE = " source='initiatives-inspirantes' ";
  private static final Path PICTURES = Path.of("../../docs/cms/images");

  private final Stage stage;

  ViewsTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void a_map_shows_the_initiatives_that_have_a_position() throws Exception {
    Browser browser =
        stage.open(
            "InitiativesInspirantes",
            """
            !!! Initiatives inspirantes

            Des initiatives locales dont on peut s'inspirer. Cliquez sur un point pour en savoir plus.

            [{Collporterre vue='carte' source='initiatives-inspirantes' langue='fr'}]

            [{Collporterre source='initiatives-inspirantes' filtre='odd=2' titre='Bien manger'}]
            """);
    // Of 14 initiatives 8 have a position, of the three about hunger (2) two do.
    assertThat(browser.texts(located(0))).hasSize(8);
    assertThat(browser.texts(located(1))).hasSize(2);
    // What lies far from all others, in Québec, is shown by a button.
    assertThat(marked(browser, 0)).isEqualTo(7);
    picture(browser, "jspwiki-carte.png");
    browser.element(".collp-tout button").click();
    browser.await("document.querySelector('.collp-cadre .collp-point[aria-label^=Saint-Camille]')");
    assertThat(marked(browser, 0)).isEqualTo(8);
    assertThat(marked(browser, 1)).isEqualTo(2);
    assertThat(browser.element("h2[dir=auto]").getText()).isEqualTo("Bien manger");
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  @Test
  void a_map_is_used_with_the_keyboard() throws Exception {
    Browser browser = stage.open("Clavier", "[{Collporterre" + SOURCE + "filtre='odd=2'}]");
    WebElement point = browser.element(".collp-point");
    assertThat(point.getDomAttribute("tabindex")).isEqualTo("0");
    point.sendKeys(Keys.ENTER);
    browser.await("document.querySelector('.leaflet-popup .collp-nom')");
    String title = browser.element(".leaflet-popup .collp-nom").getText();
    assertThat(title).isEqualTo(point.getDomAttribute("aria-label")).isNotEmpty();

    browser.run("document.activeElement.blur()");
    browser.element(".leaflet-popup-close-button").sendKeys(Keys.ESCAPE);
    browser.await("!document.querySelector('.leaflet-popup')");
    assertThat(browser.elements(".leaflet-popup")).isEmpty();
  }

  @Test
  void a_list_is_filtered_by_its_readers() throws Exception {
    Browser browser = stage.open("Liste", "[{Collporterre vue='liste' langue='fr'" + SOURCE + "}]");
    browser.await("document.querySelector('[data-collp-liste=prete]')");
    int all = visible(browser);
    assertThat(all).isGreaterThanOrEqualTo(14);
    browser.element("select[name=odd] option[value='2']").click();
    assertThat(visible(browser)).isEqualTo(3);
    browser.element("input[name=texte]").sendKeys("valeriscle");
    browser.await(
        "[...document.querySelectorAll('.collp-fiche')].filter(i => !i.hidden).length === 1");
    assertThat(visible(browser)).isEqualTo(1);
    browser.element("button[type=reset]").click();
    browser.await("[...document.querySelectorAll('.collp-fiche[hidden]')].length === 0");
    assertThat(visible(browser)).isEqualTo(all);
    picture(browser, "jspwiki-liste.png");
  }

  @Test
  void a_list_only_has_what_its_author_wants() throws Exception {
    Browser browser =
        stage.open(
            "Filtre", "[{Collporterre vue='liste'" + SOURCE + "filtre='odd=2;type=initiative'}]");
    assertThat(browser.elements(".collp-fiche")).hasSize(3);
  }

  @Test
  void a_sheet_shows_one_record() throws Exception {
    Browser browser =
        stage.open(
            "Fiche", "[{Collporterre" + SOURCE + "fiche='saint-priest-ligoure-lien-social'}]");
    assertThat(browser.element(".collporterre").getText()).contains("Saint-Priest-Ligoure");
    assertThat(browser.elements("script[type='application/ld+json']")).isNotEmpty();
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  @Test
  void statistics_count_the_records() throws Exception {
    Browser browser = stage.open("Chiffres", "[{Collporterre vue='chiffres'" + SOURCE + "}]");
    assertThat(browser.element(".collporterre").getText()).contains("14");
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  @Test
  void a_reload_shows_what_has_changed() throws Exception {
    Path file = stage.wiki().data().resolve("change.csv");
    Files.writeString(file, point("Première version", 48.39));
    Browser browser = stage.open("Change", "[{Collporterre source='change.csv'}]");
    assertThat(browser.element(".collp-point").getDomAttribute("aria-label"))
        .isEqualTo("Première version");
    Files.writeString(file, point("Deuxième version", 48.4));
    stage.open("Change");
    assertThat(browser.element(".collp-point").getDomAttribute("aria-label"))
        .isEqualTo("Deuxième version");
  }

  @Test
  void what_is_ours_is_accessible() throws Exception {
    Browser browser =
        stage.open(
            "Accessible",
            "[{Collporterre vue='exploration'%s}]\n\n[{Collporterre vue='chiffres'%s}]\n\n[{Collporterre fiche='bruded'%s}]\n\n[{Collporterre vue='carto'}]"
                .replace("%s", SOURCE));
    for (String scheme : List.of("light", "dark")) {
      browser.look(scheme);
      // The wiki's own page around it is not ours to judge.
      assertThat(browser.violations(".collporterre")).isEmpty();
    }
  }

  private static String located(int map) {
    return "return [...document.querySelectorAll('.collporterre[data-collp=carte]')["
        + map
        + "].querySelectorAll('[data-lat] .collp-nom')].map(e => e.textContent)";
  }

  /** Counts the places that a map shows, those in groups too. */
  private static long marked(Browser browser, int map) {
    return browser.number(
        "const map = document.querySelectorAll('.collporterre[data-collp=carte]')["
            + map
            + "];"
            + "const groups = [...map.querySelectorAll('.collp-groupe')].map(g => Number(g.textContent));"
            + "return map.querySelectorAll('.collp-point').length + groups.reduce((a, b) => a + b, 0);");
  }

  private static int visible(Browser browser) {
    return (int) browser.elements(".collp-fiche").stream().filter(WebElement::isDisplayed).count();
  }

  private static String point(String title, double latitude) {
    return "id,titre,latitude,longitude,champs_action,territoires,statut_fiche,licence\n"
        + "une-action,"
        + title
        + ","
        + latitude
        + ",-4.49,collaboration-ouverte,dep:29,publie,CC-BY-SA-4.0\n";
  }

  private static void picture(Browser browser, String name) throws IOException {
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name), browser.clip(0, 0, 1280, 800));
    }
  }
}
