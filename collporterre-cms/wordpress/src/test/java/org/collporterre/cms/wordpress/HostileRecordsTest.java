package org.collporterre.cms.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.cms.page.Publication;
import org.collporterre.cms.page.Publications;
import org.collporterre.model.Entry;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.HostileTexts;
import org.collporterre.tests.support.Incidents;
import org.collporterre.tests.support.WordPressServer.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever records hold and page authors write, the site shows it and does nothing of it. */
class HostileRecordsTest {
  /** Writes records as the author by the route, many in one go. */
  private static final String WRITE =
      """
      wp_set_current_user( get_user_by( 'login', 'author' )->ID );
      foreach ( json_decode( file_get_contents( '%s' ), true ) as $body ) {
        $request = new WP_REST_Request( 'PUT', '/collporterre/v1/records/' . $body['id'] );
        $request->set_header( 'content-type', 'application/json' );
        $request->set_body( json_encode( $body ) );
        $answer = rest_do_request( $request );
        if ( $answer->get_status() !== 201 ) { echo $body['id'], json_encode( $answer->get_data() ), "\\n"; }
      }
      """;

  private static Site site;
  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    browser.screen(1280, 900);
    site = Site.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (site != null) {
      site.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private void write(List<JsonObject> records) throws Exception {
    JsonArrayBuilder all = Json.createArrayBuilder();
    records.forEach(all::add);
    Path file = Files.writeString(folder.resolve("records.json"), all.build().toString());
    assertThat(site.server().run(WRITE.formatted(file))).isEmpty();
  }

  /** What UTF-16 can hold and JSON can't: half a character. */
  private static String whole(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "?");
  }

  private static JsonObject everywhere(String id, String given, String html) {
    String text = whole(given);
    String title = text.matches("(?s).*[\\p{L}\\p{N}\\p{P}\\p{S}].*") ? text : "rien";
    String term =
        text.substring(
            0, text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, text.length()))));
    JsonArrayBuilder terms = Json.createArrayBuilder().add(term);
    JsonArrayBuilder coded =
        Json.createArrayBuilder()
            .add(Json.createObjectBuilder().add("code", term).add("nom", term));
    return SampleRecords.record(id, title.substring(0, Math.min(300, title.length())))
        .add("html", html)
        .add("resume", text)
        .add("empreinte", term)
        .add("jsonld", Json.createObjectBuilder().add("@type", text).add(text, text))
        .add("themes", terms)
        .add("champs_action", coded)
        .add("odd", coded)
        .add("territoires", coded)
        .add("latitude", 48.1)
        .add("longitude", -4.5)
        .build();
  }

  private static String escaped(String text) {
    return whole(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void open(String content) throws Exception {
    browser.open(site.page(User.AUTHOR, "Essai", content));
    browser.run("document.querySelectorAll('.collporterre details').forEach(d => d.open = true)");
  }

  private static void requireHarmless(String root) throws Exception {
    Thread.sleep(200);
    assertThat(Incidents.of(browser, root)).isEmpty();
  }

  @Test
  void hostile_records_run_nothing_in_lists_maps_and_popups() throws Exception {
    List<JsonObject> records = new ArrayList<>();
    List<String> texts = new ArrayList<>(HostileTexts.breakers());
    List<String> naughty = HostileTexts.all().subList(texts.size(), HostileTexts.all().size());
    // A few in one: a post for each would take WordPress minutes.
    for (int i = 0; i < naughty.size(); i += 4) {
      texts.add(String.join(" ", naughty.subList(i, Math.min(i + 4, naughty.size()))));
    }
    for (int i = 0; i < texts.size(); i++) {
      String html = "<p data-x=\"" + escaped(texts.get(i)) + "\">" + escaped(texts.get(i)) + "</p>";
      records.add(everywhere("liste-" + i, texts.get(i), html));
    }
    write(records);

    open("[collporterre vue=\"exploration\"]");
    assertThat(browser.elements(".collp-fiche").size()).isGreaterThanOrEqualTo(texts.size());
    assertThat(browser.texts(SCRIPTS)).isEmpty();
    browser.element(".collp-filtres [name=texte]").sendKeys("script");
    Editing.await(browser, "document.querySelector('.collp-groupe')");
    // The filter closes what it finds open.
    Editing.await(
        browser,
        "document.querySelectorAll('.collp-fiche[hidden]').length > 0"
            + " && document.querySelectorAll('.collp-fiche:not([hidden])').length > 1");
    browser.run("document.querySelector('.collp-groupe').click()");
    Editing.await(browser, "document.querySelector('.leaflet-popup .collp-nom')");
    assertThat(browser.elements(".leaflet-popup .collp-nom").size()).isGreaterThan(1);
    requireHarmless(".collporterre");
    assertThat(browser.run(HIDDEN)).as("hidden characters").isNull();

    // The block, whose output goes through WordPress's filters of content once more.
    open("<!-- wp:collporterre/vue {\"vue\":\"liste\"} /-->");
    assertThat(browser.elements(".collp-fiche").size()).isGreaterThanOrEqualTo(texts.size());
    assertThat(browser.texts(SCRIPTS)).isEmpty();
    requireHarmless(".collporterre");
  }

  private static final String SCRIPTS =
      "return [...document.querySelectorAll('.collporterre script, .entry-content script')].map(s => s.outerHTML)";

  private static final String HIDDEN =
      "return document.querySelector('.collp-fiches').textContent.match("
          + "/[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]/)";

  @Test
  void pages_of_hostile_records_run_nothing_and_say_what_was_sent() throws Exception {
    List<String> texts = HostileTexts.breakers();
    List<JsonObject> records = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      records.add(everywhere("page-" + i, texts.get(i), "<p>" + escaped(texts.get(i)) + "</p>"));
    }
    write(records);
    for (int i = 0; i < texts.size(); i++) {
      browser.open(site.url() + "/initiatives/page-" + i + "/");
      assertThat(
              browser.number(
                  "return document.querySelectorAll('script[type=\"application/ld+json\"]').length"))
          .isEqualTo(1);
      assertThat(browser.run(LINKED)).as(texts.get(i)).isEqualTo(ascii(whole(texts.get(i))));
      requireHarmless("main");
    }
    browser.open(site.url() + "/initiatives/");
    requireHarmless("main");
  }

  private static final String LINKED =
      """
      return JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)['@type']
          .replace(/[^ -~]/g, c => '{' + c.charCodeAt(0) + '}')
      """;

  /** The driver of the browser can't hand over every character. */
  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c >= ' ' && c <= '~') {
                ascii.append((char) c);
              } else {
                ascii.append('{').append(c).append('}');
              }
            });
    return ascii.toString();
  }

  /** A renderer that forgets to escape does no harm either; it may only name pictures and links. */
  @Test
  void html_that_is_not_escaped_runs_nothing() throws Exception {
    List<String> texts = HostileTexts.all();
    List<JsonObject> records = new ArrayList<>();
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < texts.size(); i += 20) {
      String html = whole(String.join("\n\n", texts.subList(i, Math.min(i + 20, texts.size()))));
      records.add(SampleRecords.record("brut-" + i, "Brut " + i).add("html", html).build());
      page.append("[collporterre fiche=\"brut-").append(i).append("\"]\n\n");
    }
    write(records);
    open(page.toString());
    assertThat(browser.elements(".collp-sheet")).hasSize(records.size());
    Thread.sleep(500);
    assertThat(browser.hasDialog()).isFalse();
    assertThat(browser.run("return window.pwned")).isNull();
    assertThat(browser.texts(SCRIPTS)).isEmpty();
    assertThat(browser.texts(ACTIVE)).isEmpty();
  }

  private static final String ACTIVE =
      """
      return [...document.querySelectorAll('.collp-sheet *')].flatMap(e =>
          [...e.attributes].filter(a => a.name.startsWith('on') || a.name === 'srcdoc'
              || /^(href|src|action|formaction|data|xlink:href)$/.test(a.name) && /^\\s*(javascript|data|vbscript):/i.test(a.value))
          .map(a => e.outerHTML.slice(0, 200)))
          .concat([...document.querySelectorAll('.collp-sheet :is(iframe, object, embed, base, meta, style, form, link)')].map(e => e.outerHTML))
      """;

  @Test
  void what_means_something_to_wordpress_means_nothing_in_a_record() throws Exception {
    String text =
        "[gallery] [embed]https://example.org/[/embed] [collporterre vue=liste]"
            + " <!-- wp:collporterre/vue {\"vue\":\"liste\"} /-->";
    write(
        List.of(
            everywhere(
                "codes",
                text,
                "<p>"
                    + text
                    + "</p>\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n<p>https://example.org/</p>")));
    for (String view : List.of("fiche=\"codes\"", "vue=\"liste\" texte=\"gallery\"")) {
      open("[collporterre " + view + "]");
      assertThat(browser.element(".collporterre").getText()).contains("[gallery] [embed]");
      assertThat(browser.elements(".collporterre .collporterre, .gallery, .wp-block-embed"))
          .isEmpty();
      requireHarmless(".collporterre");
    }
    browser.open(site.url() + "/initiatives/codes/");
    assertThat(browser.element("main").getText())
        .contains("[gallery] [embed]", "https://www.youtube.com/watch");
    assertThat(browser.elements("main .collporterre, main .gallery, main iframe")).isEmpty();
  }

  @Test
  void sheets_that_the_library_renders_keep_their_form_and_run_nothing() throws Exception {
    List<String> texts = HostileTexts.breakers();
    Path csv =
        Files.writeString(folder.resolve("hostile.csv"), whole(HostileTexts.initiatives(texts)));
    Publication publication = Publications.create().get(csv);
    List<JsonObject> records = new ArrayList<>();
    StringBuilder page = new StringBuilder();
    for (Entry entry : publication.entries()) {
      records.add(Sent.of(publication, entry));
      page.append("[collporterre fiche=\"").append(entry.id()).append("\"]\n\n");
    }
    assertThat(records).hasSizeGreaterThan(10);
    write(records);
    open(page.toString());
    assertThat(browser.elements(".collp-titre")).hasSize(records.size());
    assertThat(browser.texts(SCRIPTS)).isEmpty();
    requireHarmless(".collporterre");
  }

  @Test
  void huge_texts_are_shown() throws Exception {
    String huge = "<script>window.pwned=1</script>";
    JsonObject record = everywhere("enorme", huge, "<p>" + escaped(huge.repeat(16_000)) + "</p>");
    write(List.of(Json.createObjectBuilder(record).add("resume", huge.repeat(160)).build()));
    open("[collporterre vue=\"liste\" texte=\"pwned\"][collporterre fiche=\"enorme\"]");
    requireHarmless(".collporterre");
  }

  @Test
  void hostile_parameters_run_nothing() throws Exception {
    StringBuilder page = new StringBuilder();
    List<String> names =
        List.of(
            "vue",
            "type",
            "champ",
            "theme",
            "odd",
            "territoire",
            "texte",
            "hauteur",
            "fiche",
            "autre");
    for (String text : HostileTexts.breakers()) {
      for (String name : names) {
        page.append("[collporterre ")
            .append(name)
            .append("='")
            .append(escaped(text).replace("'", "&#39;"))
            .append("']\n\n");
        String attributes =
            Json.createObjectBuilder()
                .add("vue", name.equals("fiche") ? "fiche" : "liste")
                .add(name, whole(text))
                .build()
                .toString();
        page.append("<!-- wp:collporterre/vue ")
            .append(
                attributes
                    .replace("--", "\\u002d\\u002d")
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026"))
            .append(" /-->\n\n");
      }
    }
    open(page.toString());
    assertThat(browser.elements(".collp-avis").size()).isGreaterThan(30);
    requireHarmless(".collporterre");
  }

  /** What is stored is shown to administrators too. */
  @Test
  void hostile_records_run_nothing_in_the_administration() throws Exception {
    List<String> texts = HostileTexts.breakers();
    List<JsonObject> records = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      records.add(
          everywhere(
              "admin-" + i, texts.get(i), "<p>" + texts.get(2) + "</p>".replace('\u0000', ' ')));
    }
    write(records);
    Editing.signIn(browser, site, User.ADMIN);
    for (String page :
        List.of(
            "edit.php?post_type=collp_record",
            "edit.php?post_type=collp_record&mode=excerpt",
            "options-general.php?page=collporterre")) {
      browser.open(site.url() + "/wp-admin/" + page);
      assertThat(browser.hasDialog()).isFalse();
      assertThat(browser.run("return window.pwned")).isNull();
      assertThat(
              browser.elements("#wpbody img[src='x'], #wpbody iframe, #wpbody script[src*='evil']"))
          .isEmpty();
    }
    Editing.signOut(browser);
  }
}
