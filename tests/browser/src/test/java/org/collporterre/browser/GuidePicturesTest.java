package org.collporterre.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.collporterre.cli.Command;
import org.collporterre.tests.support.Browser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the guide for data stewards: what a reader meets is there to be seen. {@code
 * -Dcollporterre.update=true} makes the pictures anew.
 */
class GuidePicturesTest {
  private static final Path DATASETS = Path.of("../../examples/datasets");
  private static final Path PICTURES = Path.of("../../docs/images");

  /** What the guide writes before the last check. */
  private static final String SETTINGS = "{\"rules\": {\"header-unknown\": \"off\"}}";

  /** Which a page of documentation should not exceed. */
  private static final int MOST_BYTES = 150_000;

  @AutoClose private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
    browser.look("light");
    browser.screen(1000, 12_000); // all of a page, so that nothing is scrolled
  }

  @Test
  void the_report_begins_with_the_verdict() throws Exception {
    report("a-corriger.csv");

    assertThat(browser.element("h1").getText()).isEqualTo("mes-initiatives.csv");
    keep("rapport-verdict", 0, 670);
  }

  @Test
  void a_record_shows_its_wrong_cells_and_their_correction() throws Exception {
    report("a-corriger.csv");
    String record =
        "[...document.querySelectorAll('#records details')]"
            + ".find(d => d.textContent.includes('Café réparation de Landerneau'))";
    browser.run(record + ".open = true; scrollTo(0, 0)");

    String text = String.valueOf(browser.run("return " + record + ".innerText"));
    assertThat(text).contains("-4.249", "48.451");
    int top = (int) browser.number("return " + record + ".getBoundingClientRect().top + scrollY");
    int height = (int) browser.number("return " + record + ".getBoundingClientRect().height");
    keep("rapport-fiche", top - 10, Math.min(height + 20, 620));
  }

  @Test
  void a_report_without_errors_is_green() throws Exception {
    Files.writeString(folder.resolve("collporterre.json"), SETTINGS);
    report("corrige.csv");

    assertThat(browser.elements(".count.error, .count.warning")).isEmpty();
    keep("rapport-vert", 0, 420);
  }

  /** The workbook as an office suite shows it, which makes a page of it. */
  @Test
  void the_template_explains_its_columns() throws Exception {
    Path office = Path.of("/usr/bin/soffice");
    assumeTrue(Files.exists(office), "Skipped, no LibreOffice (Debian: apt install libreoffice)");
    Path workbook = folder.resolve("initiatives.xlsx");
    run("template", workbook.toString());
    Process process =
        new ProcessBuilder(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "html",
                "--outdir",
                folder.toString(),
                workbook.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    browser.open(folder.resolve("initiatives.html"));
    browser.run(
        "const style = document.createElement('style');"
            + "style.textContent = 'td{border:1px solid #c8c8c8;padding:3px 6px}';"
            + "document.head.append(style);"
            + "const tables = [...document.querySelectorAll('table')];"
            + "[...tables[0].rows].slice(8).forEach(row => row.remove());"
            + "document.body.replaceChildren(tables[0], document.createElement('br'), tables[1]);"
            + "scrollTo(0, 0)");
    assertThat(browser.element("table").getText()).startsWith("id");
    keep("modele", 0, 560);
  }

  private void report(String data) throws IOException {
    Path file = Files.copy(DATASETS.resolve(data), folder.resolve("mes-initiatives.csv"));
    Path page = folder.resolve("rapport.html");
    run("check", file.toString(), "-o", page.toString(), "--lang", "fr");
    browser.open(page);
  }

  private static void run(String... words) {
    assertThat(Command.run(List.of(words)).code()).isLessThan(2);
  }

  private static void keep(String name, int top, int height) throws IOException {
    byte[] picture = browser.clip(0, top, 1000, height);
    assertThat(picture.length).isBetween(5_000, MOST_BYTES);
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), picture);
    }
  }
}
