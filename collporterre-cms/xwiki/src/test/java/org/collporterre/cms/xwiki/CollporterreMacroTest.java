package org.collporterre.cms.xwiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.collporterre.cms.page.RequestException;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.HostileTexts;
import org.collporterre.tests.support.Incidents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.configuration.ConfigurationSource;
import org.xwiki.configuration.internal.MemoryConfigurationSource;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.macro.descriptor.ParameterDescriptor;

class CollporterreMacroTest {
  private static final Path EXAMPLES = Path.of("../../examples/datasets");

  private final Engine engine = new Engine();

  @TempDir Path folder;

  @BeforeEach
  void settings() {
    System.setProperty(Settings.FOLDER, EXAMPLES.toString());
  }

  @AfterEach
  void noSettings() {
    System.clearProperty(Settings.FOLDER);
    System.clearProperty(Settings.ASSETS);
    System.clearProperty(Settings.LANGUAGE);
  }

  @Test
  void a_page_shows_each_view_of_a_dataset() throws Exception {
    assertThat(html("vue=\"liste\""))
        .contains("class=\"collporterre collp-liste\"")
        .contains("Réseau BRUDED");
    assertThat(html("vue=\"carte\"")).contains("data-lat=\"48.391\"");
    assertThat(html("vue=\"chiffres\"")).contains("collporterre");
    assertThat(html("fiche=\"bruded\" titre=\"Un réseau d’élus\""))
        .contains("Un réseau d’élus")
        .contains("Depuis 2005, des élus de communes de Bretagne");
  }

  @Test
  void parameters_are_described_to_page_authors() throws Exception {
    Macro<?> macro = engine.components().getInstance(Macro.class, "collporterre");
    Map<String, ParameterDescriptor> parameters = macro.getDescriptor().getParameterDescriptorMap();
    assertThat(parameters.keySet())
        .containsExactlyInAnyOrder(
            "vue",
            "source",
            "filtre",
            "fiche",
            "titre",
            "hauteur",
            "langue",
            "fond",
            "attribution");
    assertThat(parameters.values()).noneMatch(one -> one.getDescription().isBlank());
  }

  @Test
  void scripts_and_styles_lie_in_the_page_once() throws Exception {
    String html =
        engine.html(
            "{{collporterre source=\"initiatives-inspirantes\"/}}\n\n"
                + "{{collporterre vue=\"exploration\" source=\"initiatives-inspirantes\"/}}");
    assertThat(html.split("collporterreMaps = ", -1)).hasSize(2);
    assertThat(html).doesNotContain("<link", "<script defer");
  }

  @Test
  void scripts_and_styles_are_asked_for_where_an_administrator_serves_them() throws Exception {
    System.setProperty(Settings.ASSETS, "/xwiki/collporterre");
    assertThat(html(""))
        .contains("href=\"/xwiki/collporterre/collporterre.css\"")
        .contains("src=\"/xwiki/collporterre/carte.js\"")
        .doesNotContain("collporterreMaps = ");
  }

  @Test
  void properties_of_the_wiki_come_first() throws Exception {
    System.setProperty(Settings.FOLDER, folder.toString());
    MemoryConfigurationSource wiki = new MemoryConfigurationSource();
    wiki.setProperty(Settings.FOLDER, EXAMPLES.toString());
    wiki.setProperty(Settings.LANGUAGE, "en");
    DefaultComponentDescriptor<ConfigurationSource> role = new DefaultComponentDescriptor<>();
    role.setRoleType(ConfigurationSource.class);
    role.setRoleHint("xwikiproperties");
    engine.components().registerComponent(role, wiki);
    assertThat(html("vue=\"liste\"")).contains("Réseau BRUDED", "lang=\"en\"");
  }

  @Test
  void an_application_may_find_datasets_elsewhere() throws Exception {
    DefaultComponentDescriptor<SourceResolver> role = new DefaultComponentDescriptor<>();
    role.setRoleType(SourceResolver.class);
    SourceResolver attachments =
        source -> {
          if (!source.equals("Main.WebHome@actions.zip")) {
            throw new RequestException("source-missing", source);
          }
          return EXAMPLES.resolve("initiatives-inspirantes");
        };
    engine.components().registerComponent(role, attachments);
    assertThat(engine.html("{{collporterre source=\"Main.WebHome@actions.zip\"/}}"))
        .contains("data-lat=\"48.391\"");
    assertThat(engine.html("{{collporterre source=\"initiatives-inspirantes\"/}}"))
        .contains("est introuvable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.csv", "/etc/passwd", "C:\\secret.csv", "..\\secret.csv", "lien.csv"})
  void no_path_leads_outside_of_the_folder(String source) throws Exception {
    Path data = Files.createDirectories(folder.resolve("donnees"));
    Files.writeString(folder.resolve("secret.csv"), "id,titre\nx,Fiche secrète\n");
    Files.createSymbolicLink(data.resolve("lien.csv"), folder.resolve("secret.csv"));
    System.setProperty(Settings.FOLDER, data.toString());
    assertThat(engine.html("{{collporterre source=\"" + source + "\"/}}"))
        .contains("pas autorisée ici")
        .doesNotContain("Fiche secrète");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vue=\"carto\"", "filtre=\"odd=18\"", "fiche=\"absente\"", "hauteur=\"9\""})
  void what_is_wrong_is_said_in_the_page(String parameters) throws Exception {
    assertThat(html(parameters))
        .contains("collp-avis")
        .doesNotContain("Exception", "xwikirendering");
  }

  @Test
  void a_file_that_is_no_dataset_is_said_to_be_unreadable() throws Exception {
    System.setProperty(Settings.FOLDER, folder.toString());
    Files.write(folder.resolve("vide.csv"), new byte[0]);
    assertThat(engine.html("{{collporterre source=\"vide.csv\"/}}"))
        .contains("« vide.csv » est illisible");
  }

  @Test
  void maps_and_lists_work_in_a_browser_and_hostile_records_run_nothing() throws Exception {
    byte[] table =
        HostileTexts.initiatives(HostileTexts.breakers()).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("hostile.csv"), table);
    System.setProperty(Settings.FOLDER, folder.toString());
    String html =
        engine.html(
            """
            {{collporterre vue="exploration" source="hostile.csv" titre="~<script>window.pwned=1~</script>"/}}

            {{collporterre source="hostile.csv" fiche="hostile-2"/}}

            {{collporterre source="~"~>~<script~>window.pwned=1~</script>"/}}
            """);
    Path page = folder.resolve("page.html");
    Files.writeString(
        page, "<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>XWiki</title>" + html);
    try (Browser browser = Browser.start()) {
      browser.screen(1280, 1000);
      browser.open(page);
      browser.await("document.querySelector('[data-collp-etat=prete]')");
      assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
      assertThat(browser.elements(".collp-point, .collp-groupe")).isNotEmpty();
      assertThat(browser.elements(".collporterre")).hasSizeGreaterThanOrEqualTo(3);
      assertThat(Incidents.of(browser, ".collporterre")).isEmpty();
      assertThat(browser.violations(".collporterre")).isEmpty();
    }
  }

  private String html(String parameters) throws Exception {
    return engine.html("{{collporterre source=\"initiatives-inspirantes\" " + parameters + "/}}");
  }
}
