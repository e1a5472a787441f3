package org.collporterre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.HostileTexts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the data holds, a page shows it and does nothing of it. */
class HostileReportTest {
  @AutoClose private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
    browser.look("light");
    browser.screen(1280, 900);
  }

  @Test
  void texts_made_to_break_pages_are_shown_and_run_nothing() throws Exception {
    requireHarmless(HostileOutcome.of(HostileTexts.breakers()));
  }

  @Test
  void the_big_list_of_naughty_strings_is_shown_and_runs_nothing() throws Exception {
    requireHarmless(HostileOutcome.of(HostileTexts.all()));
  }

  private void requireHarmless(CheckOutcome outcome) throws Exception {
    browser.open(CheckedTable.page(outcome, folder));
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    browser.element("button[lang=fr]").click();
    browser.element("#search").sendKeys("script");
    Thread.sleep(500);

    assertThat(browser.hasDialog()).isFalse();
    assertThat(browser.run("return window.pwned")).isNull();
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.number("return document.querySelectorAll('script').length")).isEqualTo(6);
    assertThat(browser.elements("img, iframe, object, embed, base, body style")).isEmpty();
    assertThat(browser.elements("meta[http-equiv]")).hasSize(1);
    assertThat(browser.texts(HANDLERS)).isEmpty();
    assertThat(browser.texts(LINKS)).allMatch(HostileReportTest::isHarmless);
    assertThat(browser.run(HIDDEN)).as("hidden characters").isNull();
  }

  private static final String LINKS =
      "return [...document.querySelectorAll('a')].map(a => a.getAttribute('href') ?? '')";

  private static final String HIDDEN =
      "return document.documentElement.textContent.match("
          + "/[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]/)";

  private static boolean isHarmless(String address) {
    return address.isEmpty()
        || address.startsWith("#")
        || address.startsWith("http://")
        || address.startsWith("https://");
  }

  private static final String HANDLERS =
      """
      return [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
          .map(a => a.name).filter(n => n.startsWith('on'))
      """;

  @Test
  void a_title_in_a_popup_is_text() throws Exception {
    browser.open(
        CheckedTable.page(HostileOutcome.of(HostileTexts.breakers().subList(2, 3)), folder));
    browser.element("#canvas").click();
    browser.await("document.querySelector('.leaflet-popup strong')");

    assertThat(browser.element(".leaflet-popup strong").getText())
        .isEqualTo("\"><img src=x onerror=\"window.pwned = 1\">");
    browser.element(".leaflet-popup-content a").click();
    browser.await("document.querySelector('#r0').open");
    assertThat(browser.element("#r0").getDomAttribute("open")).isNotNull();
  }

  /** Were a text not escaped one day, the policy of the page would still keep it from running. */
  @Test
  void the_policy_refuses_scripts_and_addresses_that_are_not_the_pages_own() throws Exception {
    browser.open(
        CheckedTable.page(HostileOutcome.of(HostileTexts.breakers().subList(0, 1)), folder));
    browser.run(
        """
        document.body.insertAdjacentHTML('beforeend',
            '<img src="data:x" onerror="window.pwned = 1"><img src="http://127.0.0.1:9/x.png">');
        const script = document.createElement('script');
        script.textContent = 'window.pwned = 2';
        document.body.append(script);
        """);
    Thread.sleep(300);

    assertThat(browser.run("return window.pwned")).isNull();
    assertThat(browser.console())
        .anyMatch(message -> message.contains("script-src"))
        .anyMatch(message -> message.contains("img-src"))
        .hasSizeGreaterThanOrEqualTo(3);
  }
}
