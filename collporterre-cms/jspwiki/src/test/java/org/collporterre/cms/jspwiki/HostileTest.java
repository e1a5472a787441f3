package org.collporterre.cms.jspwiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.HostileTexts;
import org.collporterre.tests.support.Incidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever records hold and page authors write, a page shows it and does nothing of it. */
@ExtendWith(Stage.Given.class)
class HostileTest {
  private final Stage stage;

  HostileTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void hostile_records_run_nothing() throws Exception {
    write("hostile.csv", HostileTexts.all());
    requireHarmless("[{Collporterre vue='exploration' source='hostile.csv'}]", 500);
  }

  @Test
  void maps_and_numbers_of_hostile_records_run_nothing() throws Exception {
    write("hostile-carte.csv", HostileTexts.breakers());
    requireHarmless(
        "[{Collporterre source='hostile-carte.csv'}]\n\n"
            + "[{Collporterre vue='chiffres' source='hostile-carte.csv'}]",
        HostileTexts.breakers().size());
  }

  private void requireHarmless(String plugins, int records) throws Exception {
    Browser browser = stage.open("Hostile", plugins);
    assertThat(browser.elements(".collp-fiche")).hasSizeGreaterThanOrEqualTo(records);
    browser.run("document.querySelectorAll('.collporterre details').forEach(d => d.open = true)");
    browser.run("document.querySelector('.collp-point, .collp-groupe').click()");
    Thread.sleep(200);
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  @Test
  void sheets_of_hostile_records_run_nothing() throws Exception {
    List<String> texts = HostileTexts.breakers();
    write("hostile-fiches.csv", texts);
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      plugin(page, "fiche", "hostile-" + i, "source='hostile-fiches.csv'");
    }
    Browser browser = stage.open("HostileFiches", page.toString());
    assertThat(browser.elements(".collp-titre")).hasSameSizeAs(texts);
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  @Test
  void huge_texts_are_shown() throws Exception {
    String huge = "<script>window.pwned=1</script>".repeat(20_000);
    write("enorme.csv", List.of(huge));
    Browser browser = stage.open("Enorme", "[{Collporterre source='enorme.csv'}]");
    assertThat(browser.elements(".collp-fiche")).hasSize(1);
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  @Test
  void hostile_parameters_run_nothing() throws Exception {
    StringBuilder page = new StringBuilder();
    for (String text : HostileTexts.breakers()) {
      String quoted = text.replace("\\", "\\\\").replace("'", "\\'").replace("}]", "} ]");
      for (String name : List.of("vue", "filtre", "fiche", "hauteur", "fond")) {
        plugin(page, name, quoted, "source='initiatives-inspirantes'");
      }
      for (String name : List.of("titre", "langue", "attribution")) {
        plugin(page, name, quoted, "source='initiatives-inspirantes' fiche='bruded'");
      }
      plugin(page, "source", quoted, "");
    }
    Browser browser = stage.open("Parametres", page.toString());
    assertThat(browser.elements(".collp-avis")).hasSizeGreaterThan(90);
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  private static void plugin(StringBuilder page, String name, String value, String others) {
    page.append("[{Collporterre ").append(others).append(' ');
    page.append(name).append("='").append(value).append("'}]\n\n");
  }

  @Test
  void quotes_in_parameters_are_part_of_the_text() throws Exception {
    Browser browser =
        stage.open(
            "Guillemets",
            "[{Collporterre source='initiatives-inspirantes' fiche='bruded' titre='L\\'été \"ici\" & <là>'}]");
    assertThat(browser.element("h2[dir=auto]").getText()).isEqualTo("L'été \"ici\" & <là>");
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  /** The wiki puts parameters of a request where a page's author wrote a variable. */
  @Test
  void what_readers_put_into_an_address_runs_nothing() throws Exception {
    stage.wiki().page("Variable", "[{Collporterre source='{$qui}' titre='{$qui}'}]");
    Browser browser = stage.browser();
    browser.open(stage.wiki().address("Variable") + "&qui=%3Cscript%3Ewindow.pwned=1%3C/script%3E");
    assertThat(browser.element(".collp-avis").getText()).contains("<script>");
    assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
  }

  private void write(String name, List<String> texts) throws IOException {
    // Halves of characters are no UTF-8: they become question marks.
    byte[] table = HostileTexts.initiatives(texts).getBytes(StandardCharsets.UTF_8);
    Files.write(stage.wiki().data().resolve(name), table);
  }
}
