package org.collporterre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.collporterre.cli.Command;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.HostileTexts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that the command makes beside reports: statistics and lineage. */
class CommandPagesTest {
  private static final String EXAMPLE = "../../examples/datasets/initiatives-inspirantes";

  @AutoClose private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  private void open(String command, String data, String language) throws IOException {
    Path page = folder.resolve(command + ".html");
    Command.Result result =
        Command.run(List.of(command, data, "-o", page.toString(), "--lang", language));
    assertThat(result.code()).as(result.err()).isZero();
    browser.open(page);
  }

  @ParameterizedTest
  @CsvSource({
    "stats,fr,light,1280",
    "stats,en,dark,380",
    "lineage,fr,light,1280",
    "lineage,en,dark,380"
  })
  void a_page_is_accessible_asks_nobody_for_anything_and_complains_of_nothing(
      String command, String language, String look, int width) throws Exception {
    browser.look(look);
    browser.screen(width, 800);
    open(command, EXAMPLE, language);

    assertThat(browser.violations()).isEmpty();
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "lineage"})
  void texts_made_to_break_pages_run_nothing(String command) throws Exception {
    Path data = hostile();

    open(command, data.toString(), "fr");

    assertThat(browser.hasDialog()).isFalse();
    assertThat(browser.run("return window.pwned")).isNull();
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.elements("img, iframe, object, embed, base")).isEmpty();
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('a')].map(a => a.getAttribute('href') ?? '')"))
        .noneMatch(address -> address.strip().toLowerCase(Locale.ROOT).startsWith("j"));
  }

  private Path hostile() throws IOException {
    Path data = Files.createDirectory(folder.resolve("données"));
    StringBuilder initiatives = new StringBuilder("id,titre,nature,themes,site_web,applique\n");
    StringBuilder methodologies = new StringBuilder("id,titre,version,derive_de,url_document\n");
    int number = 0;
    for (String text : HostileTexts.breakers()) {
      // What UTF-8 or a cell cannot hold is for readers to refuse, not for pages.
      String cell =
          "\""
              + text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFF\\uFDD0]", "").replace("\"", "\"\"")
              + "\"";
      String row = String.join(",", "i" + number, cell, cell, cell, cell, "m" + number);
      initiatives.append(row).append('\n');
      String parent = number == 0 ? "" : "m" + (number - 1);
      methodologies.append(String.join(",", "m" + number, cell, "1.0", parent, cell)).append('\n');
      number++;
    }
    Files.writeString(data.resolve("initiatives.csv"), initiatives);
    Files.writeString(data.resolve("methodologies.csv"), methodologies);
    return data;
  }

  @Test
  void the_language_of_statistics_is_changed_by_a_button() throws Exception {
    browser.screen(1280, 800);
    open("stats", EXAMPLE, "fr");
    browser.element("button[data-language=en]").click();

    assertThat(browser.element("h1").getText()).isEqualTo("Statistics: Initiatives inspirantes");
  }
}
