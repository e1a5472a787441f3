package org.collporterre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.cli.Command;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.HostileTexts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A site and a page alone, as someone meets them who opens the files. */
class SiteTest {
  private static final String EXAMPLE = "../../examples/datasets/initiatives-inspirantes";
  private static final Path PICTURES = Path.of("../../docs/cms/images");

  @TempDir static Path folder;

  @AutoClose private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start();
    convert(EXAMPLE, "site", "fr");
    convert(EXAMPLE, "carte.html", "fr");
    convert(EXAMPLE, "map.html", "en");
  }

  @BeforeEach
  void usual() {
    browser.scripts(true);
    browser.look("light");
    browser.screen(1280, 900);
  }

  private static Path convert(String data, String name, String language) {
    Path out = folder.resolve(name);
    String format = name.endsWith(".html") ? "html" : "site";
    Command.Result result =
        Command.run(
            List.of(
                "convert",
                data,
                "-o",
                out.toString(),
                "--to",
                format,
                "--lang",
                language,
                "--quiet"));
    assertThat(result.code()).as(result.err()).isLessThan(2);
    assertThat(out).as(result.err()).exists();
    return out;
  }

  private static void open(String page) throws InterruptedException {
    browser.open(folder.resolve(page));
    browser.await(
        "!document.querySelector('[data-collp~=carte]') || marks() > 0".replace("marks()", MARKS));
  }

  private static final String MARKS =
      "document.querySelectorAll('.collp-point, .collp-groupe').length";

  private static final String WITHIN =
      "((one, other) => { const a = document.querySelector(one).getBoundingClientRect(),"
          + " b = document.querySelector(other).getBoundingClientRect();"
          + " return a.top > b.top && a.bottom < b.bottom && a.left > b.left && a.right < b.right })";

  private static long shownInitiatives() {
    return browser.number(
        "return [...document.querySelectorAll('.leaflet-marker-icon')]"
            + ".reduce((sum, one) => sum + Number(one.textContent || 1), 0)");
  }

  @ParameterizedTest
  @CsvSource({
    "site/index.html,light,1280",
    "site/index.html,dark,390",
    "site/index.html,light,820",
    "site/chiffres.html,light,820",
    "site/chiffres.html,dark,390",
    "site/initiatives/bruded.html,light,390",
    "site/initiatives/plouarzel-carte-participative.html,dark,1280",
    "site/portraits/habitants-saint-priest-ligoure.html,light,820",
    "site/methodologies/recensement-participatif.html,light,1280",
    "site/methodologies/recensement-participatif-brest.html,dark,390",
    "carte.html,light,1280",
    "map.html,dark,390"
  })
  void a_page_is_accessible_asks_nobody_for_anything_and_complains_of_nothing(
      String page, String look, int width) throws Exception {
    browser.look(look);
    browser.screen(width, 900);
    open(page);

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.number("return document.documentElement.scrollWidth - innerWidth"))
        .as("nothing to scroll sideways for")
        .isLessThanOrEqualTo(0);
  }

  @Test
  void the_map_shows_every_initiative_with_a_position() throws Exception {
    open("site/index.html");

    browser.element(".collp-tout button").click();
    browser.await(MARKS + " > 0");

    assertThat(shownInitiatives()).isEqualTo(8);
  }

  @Test
  void filters_are_those_of_the_map_and_of_the_list() throws Exception {
    open("site/index.html");
    browser.element(".collp-tout button").click();

    browser.element("select[name=odd] option[value='13']").click();

    assertThat(browser.element(".collp-compte").getText()).isEqualTo("2 fiches");
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('.collp-fiche:not([hidden]) .collp-nom')]"
                    + ".map(one => one.textContent)"))
        .hasSize(2)
        .anyMatch(title -> title.startsWith("Loos-en-Gohelle"));
    assertThat(shownInitiatives()).isLessThanOrEqualTo(2).isPositive();

    browser.element(".collp-filtres button[type=reset]").click();
    browser.await("document.querySelector('.collp-compte').textContent === '18 fiches'");
    assertThat(browser.element(".collp-compte").getText()).isEqualTo("18 fiches");
  }

  @Test
  void searching_does_not_mind_accents_or_capitals() throws Exception {
    open("site/index.html");

    browser.element("input[name=texte]").sendKeys("LEGUMES public");
    browser.await("document.querySelector('.collp-compte').textContent !== '18 fiches'");

    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('.collp-fiche:not([hidden]) .collp-nom')]"
                    + ".map(one => one.textContent)"))
        .contains("Incroyables Comestibles");
  }

  @Test
  void the_map_is_used_by_keyboard() throws Exception {
    open("site/index.html");
    WebElement point = browser.element(".collp-point");
    String name = point.getDomAttribute("aria-label");

    point.sendKeys(Keys.ENTER);
    browser.await("document.querySelector('.leaflet-popup a.collp-nom')");

    browser.await("within('.leaflet-popup a.collp-nom', '.collp-cadre')".replace("within", WITHIN));
    assertThat(browser.element(".leaflet-popup .collp-nom").getText()).isEqualTo(name);
    assertThat(browser.run("return document.activeElement.className")).isEqualTo("collp-nom");
    assertThat(browser.element(".leaflet-popup a.collp-nom").getDomProperty("href"))
        .contains("/site/initiatives/");

    browser.element(".leaflet-popup a.collp-nom").sendKeys(Keys.ESCAPE);
    browser.await("!document.querySelector('.leaflet-popup a.collp-nom')");
    assertThat(browser.run("return document.activeElement.getAttribute('aria-label')"))
        .isEqualTo(name);
  }

  @Test
  void a_group_of_places_is_enlarged_until_it_falls_apart() throws Exception {
    open("site/index.html");
    browser.element(".collp-tout button").click();
    long before = browser.number("return " + MARKS);

    browser.element(".collp-groupe").sendKeys(Keys.ENTER);
    browser.await(MARKS + " !== " + before);

    assertThat(browser.number("return document.querySelectorAll('.collp-point').length"))
        .isPositive();
  }

  @Test
  void without_scripts_everything_is_there_as_lists() throws Exception {
    browser.scripts(false);
    browser.open(folder.resolve("site/index.html"));

    assertThat(browser.elements(".collp-fiche")).hasSize(18).allMatch(WebElement::isDisplayed);
    assertThat(browser.element(".collp-filtres").isDisplayed()).isFalse();
    assertThat(browser.element(".collp-cadre").isDisplayed()).isFalse();
  }

  @Test
  void a_page_alone_leads_to_each_record_within_itself() throws Exception {
    open("carte.html");

    browser.element("a.collp-nom[href='#initiatives-bruded']").click();

    assertThat(browser.run("return location.hash")).isEqualTo("#initiatives-bruded");
    assertThat(browser.element("#initiatives-bruded h2").getText()).isEqualTo("Réseau BRUDED");
  }

  @Test
  void a_page_alone_is_printed_whole() throws Exception {
    open("carte.html");

    assertThat(browser.print().length).isGreaterThan(20_000);
  }

  /** Texts that are data of records, in each field that takes texts. */
  @Test
  void texts_made_to_break_pages_run_nothing() throws Exception {
    Path data = hostile();
    Path site = convert(data.toString(), "hostile-site", "fr");
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site)) {
      files.filter(file -> file.toString().endsWith(".html")).forEach(pages::add);
    }
    pages.add(convert(data.toString(), "hostile.html", "fr"));
    assertThat(pages).hasSizeGreaterThan(20);

    for (Path page : pages) {
      browser.open(page);
      browser.run(
          "for (const one of document.querySelectorAll('.leaflet-marker-icon')) one.click()");
      assertThat(browser.hasDialog()).as(page.toString()).isFalse();
      assertThat(browser.run("return window.pwned")).as(page.toString()).isNull();
      assertThat(browser.console()).as(page.toString()).isEmpty();
      assertThat(browser.requests()).as(page.toString()).isEmpty();
      assertThat(
              browser.elements("iframe, object, embed, base, [onerror], [onclick], [style*=url]"))
          .as(page.toString())
          .isEmpty();
      assertThat(
              browser.texts(
                  "return [...document.querySelectorAll('a[href]')]"
                      + ".map(a => a.getAttribute('href'))"))
          .as(page.toString())
          .noneMatch(address -> address.strip().toLowerCase(Locale.ROOT).startsWith("javascript"))
          .noneMatch(address -> address.strip().toLowerCase(Locale.ROOT).startsWith("data"));
    }
  }

  private static Path hostile() throws IOException {
    Path data = Files.createDirectory(folder.resolve("hostile"));
    StringBuilder initiatives =
        new StringBuilder(
            "id,titre,resume,description,mots_cles,nature,themes,site_web,latitude,longitude,commune,porteurs,singularite\n");
    StringBuilder methodologies =
        new StringBuilder("id,titre,version,derive_de,objectif,outils,modifications\n");
    StringBuilder steps = new StringBuilder("methodologie,position,titre,texte,conseils\n");
    int number = 0;
    for (String text : HostileTexts.breakers()) {
      String cell =
          "\""
              + text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFF\\uFDD0]", "").replace("\"", "\"\"")
              + "\"";
      String place = 48 + number * 0.01 + "," + -4;
      initiatives
          .append(
              String.join(
                  ",", "i" + number, cell, cell, cell, cell, cell, cell, cell, place, cell, cell))
          .append(',')
          .append(cell)
          .append('\n');
      String parent = number == 0 ? "" : "m" + (number - 1);
      methodologies
          .append(String.join(",", "m" + number, cell, "1.0", parent, cell, cell, cell))
          .append('\n');
      steps.append(String.join(",", "m" + number, "1", cell, cell, cell)).append('\n');
      number++;
    }
    Files.writeString(data.resolve("initiatives.csv"), initiatives);
    Files.writeString(data.resolve("methodologies.csv"), methodologies);
    Files.writeString(data.resolve("etapes.csv"), steps);
    return data;
  }

  /** Makes the pictures of the documentation, when it is asked for. */
  @ParameterizedTest
  @CsvSource({
    "site/index.html,1280,1000,light,site-accueil",
    "site/index.html,390,844,dark,site-telephone",
    "site/methodologies/recensement-participatif.html,1100,1000,light,site-methodologie",
    "site/chiffres.html,1100,900,light,site-chiffres"
  })
  void pictures_show_what_there_is(String page, int width, int height, String look, String name)
      throws Exception {
    browser.look(look);
    browser.screen(width, height);
    open(page);
    Thread.sleep(300);

    // Smaller than on the screen: a picture in a guide is not to be heavy.
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 0.6);
    Object data =
        browser
            .command("Page.captureScreenshot", Map.of("format", "png", "clip", clip))
            .get("data");
    byte[] picture = Base64.getDecoder().decode(String.valueOf(data));

    assertThat(picture.length).isGreaterThan(10_000);
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), picture);
    }
  }
}
