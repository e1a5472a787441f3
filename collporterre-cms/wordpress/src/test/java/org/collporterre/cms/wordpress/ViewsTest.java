package org.collporterre.cms.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.WordPressServer.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records in pages, as visitors see them. */
class ViewsTest {
  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    browser.screen(1280, 900);
    browser.look("light");
    site = Site.start();
    site.put(User.AUTHOR, SampleRecords.jardin());
    site.put(User.AUTHOR, SampleRecords.bruded());
    site.put(User.AUTHOR, SampleRecords.artisans());
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void php_has_nothing_to_complain_of() throws Exception {
    assertThat(site.server().complaints()).isEmpty();
  }

  private static void open(String title, String content) throws Exception {
    browser.open(site.page(User.AUTHOR, title, content));
  }

  private static List<String> shown() {
    return browser.texts(
        "return [...document.querySelectorAll('.collp-fiches > li')].filter(e => !e.hidden)"
            + ".map(e => e.querySelector('.collp-nom').textContent)");
  }

  @Test
  void map_and_list_show_records_and_filter_together() throws Exception {
    open("Démarches de Bretagne", "[collporterre vue=\"exploration\" hauteur=\"petite\"]");
    Editing.await(browser, "document.querySelectorAll('.collp-point').length === 2");
    assertThat(shown())
        .containsExactly(
            "Jardin partagé de Kerédern", "Les Artisans du changement", "Réseau BRUDED");
    assertThat(browser.element(".collp-compte").getText()).isEqualTo("3 fiches");
    assertThat(browser.violations(".collporterre")).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(browser.console()).isEmpty();
    Pictures.keep(browser, "wordpress-exploration.png", ".collporterre", 760);

    browser.run(
        "const one = document.querySelector('select[name=champs]'); one.value = 'innovation-sociale';"
            + "one.dispatchEvent(new Event('change', {bubbles: true}))");
    Editing.await(browser, "document.querySelectorAll('.collp-point').length === 1");
    assertThat(shown()).containsExactly("Jardin partagé de Kerédern");
    browser.element(".collp-point").click();
    Editing.await(browser, "document.querySelector('.leaflet-popup .collp-nom')");
    assertThat(browser.element(".leaflet-popup .collp-nom").getText())
        .isEqualTo("Jardin partagé de Kerédern");
    browser.element(".leaflet-popup .collp-nom").click();
    Editing.await(browser, "location.pathname === '/initiatives/jardin-de-keredern/'");
  }

  @Test
  void a_map_without_scripts_is_a_list() throws Exception {
    browser.scripts(false);
    try {
      open("Sans script", "[collporterre]");
      assertThat(browser.element(".collp-secours").getText())
          .contains("Jardin partagé de Kerédern", "Brest", "Réseau BRUDED")
          .doesNotContain("Artisans");
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void parameters_choose_records() throws Exception {
    requireShown("vue=\"liste\" champ=\"Innovation sociale\"", "Jardin partagé de Kerédern");
    requireShown(
        "vue=\"liste\" champ=\"innovation-sociale, collaboration-ouverte\"",
        "Jardin partagé de Kerédern",
        "Réseau BRUDED");
    requireShown(
        "vue=\"liste\" theme=\"environnement\"", "Les Artisans du changement", "Réseau BRUDED");
    requireShown(
        "vue=\"liste\" theme=\"environnement\" type=\"portrait\"", "Les Artisans du changement");
    requireShown("vue=\"liste\" odd=\"2\"", "Jardin partagé de Kerédern");
    requireShown("vue=\"liste\" territoire=\"reg:53\"", "Réseau BRUDED");
    requireShown("vue=\"liste\" texte=\"communes\"", "Réseau BRUDED");
    requireShown("vue=\"carte\" theme=\"alimentation\"", "Jardin partagé de Kerédern");
    requireShown("vue=\"liste\" theme=\"rien\"");
  }

  private static void requireShown(String parameters, String... titles) throws Exception {
    String html =
        site.ask(
                "GET",
                null,
                path(site.page(User.AUTHOR, "Choix", "[collporterre " + parameters + "]")),
                null)
            .body();
    java.util.regex.Matcher names =
        java.util.regex.Pattern.compile("class=\"collp-nom collp-lien\"[^>]*>([^<]*)<")
            .matcher(html);
    assertThat(names.results().map(one -> one.group(1)).toList())
        .as(parameters)
        .containsExactly(titles);
  }

  private static String path(String address) {
    return address.substring(site.url().length());
  }

  @Test
  void one_record_is_shown_whole_and_a_draft_is_not() throws Exception {
    open("Une fiche", "[collporterre fiche=\"initiative/bruded\"]");
    assertThat(browser.element(".collp-sheet").getText()).contains("Réseau BRUDED", "bruded");
    assertThat(browser.violations(".collporterre")).isEmpty();

    Site.Answer made =
        site.put(User.AUTHOR, SampleRecords.record("brouillon", "Brouillon").build());
    site.ask(
        "POST",
        User.AUTHOR,
        "/wp-json/wp/v2/collp_record/" + made.json().getInt("post"),
        "{\"status\": \"private\"}");
    open(
        "Brouillon",
        "[collporterre fiche=\"brouillon\"][collporterre vue=\"liste\"][collporterre vue=\"fiche\"]");
    assertThat(browser.element(".collp-avis").getText())
        .isEqualTo("Aucune fiche publiée ne porte l’identifiant « brouillon ».");
    assertThat(shown()).doesNotContain("Brouillon");
    assertThat(browser.elements(".collp-avis")).as("one for no record, too").hasSize(2);
  }

  @Test
  void a_record_that_shows_itself_is_shown_once() throws Exception {
    Site.Answer made = site.put(User.AUTHOR, SampleRecords.record("miroir", "Miroir").build());
    site.ask(
        "POST",
        User.AUTHOR,
        "/wp-json/wp/v2/collp_record/" + made.json().getInt("post"),
        "{\"content\": \"<!-- wp:collporterre/vue {\\\"vue\\\":\\\"fiche\\\",\\\"fiche\\\":\\\"miroir\\\"} /-->\"}");
    open("Miroir", "[collporterre fiche=\"miroir\"]");
    assertThat(browser.elements(".collp-sheet")).hasSize(1);
    assertThat(browser.elements(".collp-avis")).hasSize(1);
    site.ask(
        "DELETE", User.AUTHOR, "/wp-json/wp/v2/collp_record/" + made.json().getInt("post"), null);
  }

  @Test
  void what_is_not_understood_is_said() throws Exception {
    open("Fautes", "[collporterre vue=\"tableau\"][collporterre hauteur=\"300px\"]");
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('.collp-avis')].map(e => e.textContent)"))
        .containsExactly(
            "Vue inconnue. Vues possibles : carte, liste, exploration, fiche.",
            "Hauteur inconnue. Valeurs possibles : petite, moyenne, grande.");
    assertThat(browser.violations(".collporterre")).isEmpty();
  }

  @Test
  void the_page_of_a_record_has_no_fault_of_ours() throws Exception {
    browser.open(site.url() + "/initiatives/bruded/");
    assertThat(browser.element("h1").getText()).isEqualTo("Réseau BRUDED");
    assertThat(browser.requests()).isEmpty();
    browser.open(site.url() + "/initiatives/");
    assertThat(browser.element("main").getText())
        .contains("Réseau BRUDED", "Jardin partagé de Kerédern");
  }

  /** WordPress has browsers that lack a sign fetch its picture from another site. */
  @Test
  void emoji_are_not_fetched_from_elsewhere() throws Exception {
    String signs = "1\uFE0F\u20E3 \uD83E\uDDD1\u200D\uD83E\uDDD1\u200D\uD83E\uDDD2";
    site.put(
        User.AUTHOR,
        SampleRecords.record("signes", "Signes " + signs)
            .add("html", "<p>" + signs + "</p>")
            .build());
    String page = site.page(User.AUTHOR, "Liste", "[collporterre vue=\"liste\" texte=\"Signes\"]");
    for (String address : List.of(page, site.url() + "/initiatives/signes/")) {
      browser.open(address);
      Thread.sleep(500);
      assertThat(browser.element("main").getText()).contains("1\uFE0F\u20E3");
      assertThat(browser.requests()).as(address).isEmpty();
    }
    site.ask("DELETE", User.AUTHOR, Site.route("signes"), null);
  }

  @Test
  void an_english_site_speaks_english() throws Exception {
    String page = path(site.page(User.AUTHOR, "English", "[collporterre vue=\"exploration\"]"));
    site.server().run("update_option( 'WPLANG', '' );");
    try {
      assertThat(site.ask("GET", null, page, null).body())
          .contains("Show all", "{0} records", "Map of 2 records", "lang=\"en-US\"");
      assertThat(site.put(null, SampleRecords.jardin()).text("message"))
          .isEqualTo("This account may not write records.");
    } finally {
      site.server().run("update_option( 'WPLANG', 'fr_FR' );");
    }
    assertThat(site.ask("GET", null, page, null).body())
        .contains("Tout afficher", "Carte de 2 fiches");
  }

  @Test
  void tiles_are_asked_for_only_where_an_administrator_has_set_them() throws Exception {
    String page = site.page(User.AUTHOR, "Fond", "[collporterre]");
    String set =
        "update_option( 'collporterre', Collporterre\\clean_settings( array( 'tuiles' => '%s', 'attribution' => '%s', 'slug' => '' ) ) ); echo Collporterre\\setting( 'tuiles' );";
    assertThat(site.server().run(set.formatted("http://tuiles.example/{z}/{x}/{y}.png", "A")))
        .isEmpty();
    assertThat(site.server().run(set.formatted("https://tuiles.example/{z}/{x}.png", "A")))
        .isEmpty();
    assertThat(site.server().run(set.formatted("https://tuiles.example/{z}/{x}/{y}.png", " ")))
        .isEmpty();
    assertThat(site.server().run(set.formatted("https://x.example/\"><script>{z}{x}{y}", "A")))
        .isEmpty();
    browser.open(page);
    Editing.await(browser, "document.querySelector('.collp-point')");
    assertThat(browser.requests()).isEmpty();

    assertThat(
            site.server()
                .run(set.formatted("https://tuiles.example/{z}/{x}/{y}.png", "© <b>Cartes</b>")))
        .isEqualTo("https://tuiles.example/{z}/{x}/{y}.png");
    try {
      browser.open(page);
      Editing.await(browser, "document.querySelector('img.leaflet-tile')");
      assertThat(browser.element(".leaflet-control-attribution").getText())
          .isEqualTo("© <b>Cartes</b>");
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(one -> one.startsWith("https://tuiles.example/"));
    } finally {
      site.server().run("delete_option( 'collporterre' );");
    }
  }

  @Test
  void the_beginning_of_addresses_is_a_setting() throws Exception {
    site.server()
        .run(
            "update_option( 'collporterre', Collporterre\\clean_settings( array( 'slug' => 'Démarches locales' ) ) );");
    assertThat(site.ask("GET", null, "/demarches-locales/bruded/", null).status()).isEqualTo(200);
    site.server().run("delete_option( 'collporterre' ); Collporterre\\forget_addresses();");
    assertThat(site.ask("GET", null, "/initiatives/bruded/", null).status()).isEqualTo(200);
  }

  @Test
  void deleting_the_plugin_forgets_settings_and_keeps_records() throws Exception {
    String said =
        site.server()
            .run(
                """
                update_option( 'collporterre', array( 'slug' => 'x' ) );
                define( 'WP_UNINSTALL_PLUGIN', true );
                require WP_PLUGIN_DIR . '/collporterre/uninstall.php';
                echo get_option( 'collporterre', 'oubliée' ), ' ', count( Collporterre\\find_posts( 'bruded' ) );
                """);
    assertThat(said).isEqualTo("oubliée 1");
    site.server().run("Collporterre\\forget_addresses();");
  }
}
