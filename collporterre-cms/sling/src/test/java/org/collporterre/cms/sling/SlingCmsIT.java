package org.collporterre.cms.sling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.cms.page.Assets;
import org.collporterre.export.DatasetWriter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.tests.support.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundle in a real Sling CMS, which the build has started. */
class SlingCmsIT {
  private static final Path EXAMPLE =
      Path.of("../../examples/datasets/initiatives-inspirantes").toAbsolutePath();
  private static final String ZIP = "application/zip";
  private static final String CSV = "text/csv; charset=UTF-8";
  private static SlingCms cms;
  private static String page;

  @BeforeAll
  static void installs_the_bundle_and_creates_a_page() throws Exception {
    cms = SlingCms.started();
    cms.install(Path.of(System.getProperty("collporterre.sling.bundle")));
    cms.await("/static/clientlibs/collporterre/" + Assets.STYLE, "text/css");
    cms.await("/apps/collporterre/components/initiatives/edit.json", "application/json");
    page = page("initiatives", "Initiatives inspirantes", "carte");
    cms.await(dataset(page) + ".geojson", "application/geo+json");
    assertThat(imported(page, "?confidentiel=true", ZIP, packaged(EXAMPLE)).getInt("created"))
        .isEqualTo(18);
  }

  private static String page(String name, String title, String view) throws Exception {
    String dataset = cms.site() + "/" + name + "/jcr:content/container/donnees";
    return cms.page(
        name,
        title,
        """
        "initiatives":{"jcr:primaryType":"nt:unstructured","vue":"%s","source":"%s",
        "titre":"Près de chez nous","sling:resourceType":"collporterre/components/initiatives"},
        "donnees":{"jcr:primaryType":"nt:unstructured",
        "sling:resourceType":"collporterre/components/dataset"}
        """
            .formatted(view, dataset));
  }

  private static String dataset(String of) {
    return of + "/_jcr_content/container/donnees";
  }

  private static String component(String of) {
    return of + "/_jcr_content/container/initiatives";
  }

  private static JsonObject imported(String of, String query, String type, byte[] bytes)
      throws Exception {
    HttpResponse<byte[]> done =
        cms.send(dataset(of) + ".import.json" + query, SlingCms.ADMIN, bytes, type);
    assertThat(done.statusCode()).as(cms.text(done)).isEqualTo(200);
    return json(done);
  }

  private static JsonObject json(HttpResponse<byte[]> response) {
    return Json.createReader(new ByteArrayInputStream(response.body())).readObject();
  }

  private static byte[] packaged(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DatasetWriter<Entry> out =
        PackageExporter.create().asZip().open(bytes, Entry.class, finding -> {})) {
      for (Entry entry : entries(folder)) {
        out.write(entry);
      }
      out.commit();
    }
    return bytes.toByteArray();
  }

  private static List<Entry> entries(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Report report = Report.create();
    try (EntryReader<Entry> in = PackageImporter.create().open(file, Entry.class, report)) {
      for (Located<Entry> row : in) {
        entries.add(row.value());
      }
    }
    assertThat(report.findings()).isEmpty();
    return entries;
  }

  @Test
  void a_page_created_over_http_shows_the_initiatives() throws Exception {
    HttpResponse<byte[]> shown = cms.get(page + ".html");
    assertThat(shown.statusCode()).isEqualTo(200);
    // The serializer of Sling CMS writes é as an entity.
    assertThat(cms.text(shown).replace("&eacute;", "é").replace("&egrave;", "è"))
        .contains("<h2 dir=\"auto\">Près de chez nous</h2>", "lang=\"fr\"")
        .contains("Cartographie participative", "data-lat=\"48.434\"")
        .contains("/static/clientlibs/collporterre/collporterre.css")
        .doesNotContain("collp-avis");
  }

  @Test
  void assets_are_those_of_the_module_of_pages() throws Exception {
    for (String name : Assets.names()) {
      HttpResponse<byte[]> got = cms.get("/static/clientlibs/collporterre/" + name);
      assertThat(got.statusCode()).as(name).isEqualTo(200);
      assertThat(got.body()).as(name).isEqualTo(Assets.open(name).readAllBytes());
    }
  }

  @Test
  void geojson_and_json_ld_have_their_media_types_and_the_public_records() throws Exception {
    HttpResponse<byte[]> map = cms.get(component(page) + ".geojson");
    assertThat(map.statusCode()).isEqualTo(200);
    assertThat(map.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(json(map).getString("type")).isEqualTo("FeatureCollection");
    assertThat(json(map).getJsonArray("features")).isNotEmpty();
    HttpResponse<byte[]> linked = cms.get(dataset(page) + ".jsonld");
    assertThat(linked.statusCode()).isEqualTo(200);
    assertThat(linked.headers().firstValue("Content-Type")).hasValue("application/ld+json");
    assertThat(cms.text(linked)).contains("https://schema.org", "\"Réseau BRUDED\"");
  }

  @Test
  void a_package_comes_back_with_the_same_records_and_twice_changes_nothing() throws Exception {
    JsonObject again = imported(page, "?confidentiel=true", ZIP, packaged(EXAMPLE));
    assertThat(again.getInt("unchanged")).isEqualTo(18);
    assertThat(again.getInt("created") + again.getInt("changed") + again.getInt("deleted"))
        .isZero();
    HttpResponse<byte[]> back = cms.get(dataset(page) + ".zip", SlingCms.ADMIN);
    assertThat(back.headers().firstValue("Content-Type")).hasValue(ZIP);
    Path zip = Files.write(Files.createTempFile("collporterre-", ".zip"), back.body());
    assertThat(entries(zip)).containsExactlyElementsOf(entries(EXAMPLE));
    Files.delete(zip);
  }

  @Test
  void findings_have_line_and_column_and_good_records_are_taken() throws Exception {
    String own = page("fautes", "Fautes", "liste");
    byte[] csv =
        "id,titre,latitude,longitude\nbon,Café réparation,48.451,-4.249\nloin,Au loin,148.4,-4.2\n"
            .getBytes(StandardCharsets.UTF_8);
    JsonObject answer = imported(own, "", CSV, csv);
    assertThat(answer.getInt("created")).isEqualTo(2);
    assertThat(answer.getJsonObject("report").getJsonArray("findings").toString())
        .contains("\"code\":\"coordinates-out-of-range\"", "\"line\":3,\"column\":14")
        .doesNotContain("/tmp/");
    HttpResponse<byte[]> report = cms.send(dataset(own) + ".import.html", SlingCms.ADMIN, csv, CSV);
    assertThat(cms.text(report)).contains("coordinates-out-of-range", "</html>");
  }

  @Test
  void a_changed_record_is_changed_and_one_that_is_gone_is_removed_if_asked() throws Exception {
    String own = page("suite", "Suite", "liste");
    imported(own, "", CSV, bytes("id,titre\nun,Un\ndeux,Deux\n"));
    JsonObject next = imported(own, "?remplacer=true", CSV, bytes("id,titre\nun,Un autre\n"));
    assertThat(next.getInt("changed")).isEqualTo(1);
    assertThat(next.getInt("deleted")).isEqualTo(1);
    Thread.sleep(2_000);
    assertThat(cms.text(cms.get(own + ".html"))).contains("Un autre").doesNotContain("Deux");
  }

  @Test
  void what_must_not_be_public_stays_out_of_the_repository() throws Exception {
    String own = page("vie-privee", "Vie privée", "liste");
    byte[] csv = bytes("id,titre,courriel\ncafe,Café,marie@exemple.org\n");
    imported(own, "", CSV, csv);
    assertThat(cms.text(cms.get(dataset(own) + ".infinity.json")))
        .contains("Café")
        .doesNotContain("marie@");
    imported(own, "?confidentiel=true", CSV, csv);
    assertThat(cms.text(cms.get(dataset(own) + ".infinity.json", SlingCms.ADMIN)))
        .contains("marie@");
    assertThat(cms.text(cms.get(own + ".html"))).doesNotContain("marie@");
    assertThat(cms.text(cms.get(dataset(own) + ".jsonld"))).doesNotContain("marie@");
  }

  @Test
  void who_may_not_write_there_imports_nothing() throws Exception {
    cms.post(
        "/system/userManager/user.create.json",
        SlingCms.ADMIN,
        Map.of(":name", "lectrice", "pwd", "lectrice", "pwdConfirm", "lectrice"));
    byte[] csv = bytes("id,titre\nintrus,Intrus\n");
    for (@Nullable String who : new @Nullable String[] {null, "lectrice:lectrice"}) {
      HttpResponse<byte[]> answer = cms.send(dataset(page) + ".import.json", who, csv, CSV);
      assertThat(answer.statusCode()).as(String.valueOf(who)).isEqualTo(403);
    }
    assertThat(cms.get(dataset(page) + "/initiative/intrus.json").statusCode()).isEqualTo(404);
  }

  @Test
  void hostile_records_and_parameters_run_nothing() throws Exception {
    String own = page("hostile", "Hostile", "exploration");
    byte[] csv =
        bytes(
            "id,titre,resume,site_web,latitude,longitude,sling:resourceType,jcr:primaryType,../x\n"
                + "a,<script>alert(1)</script>,\"\"\"><img src=x onerror=alert(2)>\","
                + "javascript:alert(3),48.4,-4.2,collporterre/components/dataset,rep:ACL,y\n");
    assertThat(imported(own, "", CSV, csv).getInt("created")).isEqualTo(1);
    JsonObject node = json(cms.get(dataset(own) + "/initiative/a.infinity.json"));
    assertThat(node.getString("jcr:primaryType")).isEqualTo("nt:unstructured");
    assertThat(node.keySet()).doesNotContain("sling:resourceType");
    assertThat(node.getJsonObject("extensions").keySet())
        .contains("sling%3AresourceType", "jcr%3AprimaryType");
    cms.change(
        component(own), Map.of("titre", "\"><script>alert(4)</script>", "_charset_", "utf-8"));
    assertThat(cms.text(cms.get(own + ".html"))).doesNotContain("<script>alert");
    try (Browser browser = Browser.start()) {
      browser.open(cms.address(own + ".html"));
      Thread.sleep(1_000);
      assertThat(browser.hasDialog()).isFalse();
      assertThat(browser.elements("img[onerror], a[href^='javascript']")).isEmpty();
    }
  }

  @Test
  void programs_and_settings_are_no_datasets() throws Exception {
    String own = page("refus", "Refus", "liste");
    for (String source : List.of("/apps/collporterre", "/content/../apps", "/content/nulle-part")) {
      cms.change(component(own), Map.of("source", source));
      assertThat(cms.text(cms.get(own + ".html"))).as(source).contains("collp-avis");
      assertThat(cms.get(component(own) + ".geojson").statusCode()).as(source).isEqualTo(404);
    }
  }

  @Test
  void visitors_see_a_map_and_editors_change_it_in_the_page() throws Exception {
    try (Browser browser = Browser.start()) {
      browser.screen(1000, 700);
      browser.open(cms.address(page + ".html"));
      browser.await("document.querySelectorAll('.leaflet-marker-icon').length > 0");
      assertThat(browser.elements(".leaflet-marker-icon")).isNotEmpty();
      keep(browser, "sling-page.png");
      log_in(browser);
      browser.open(cms.address("/cms/page/edit.html" + page));
      String pencil = found("a[href*='container/initiatives?editor=']");
      browser.await(pencil + ".length == 1");
      assertThat(browser.number("return " + pencil + ".length")).isEqualTo(1);
      browser.run(pencil + "[0].scrollIntoView()");
      keep(browser, "sling-editor.png");
      browser.run(pencil + "[0].click()");
      browser.await(found("form select[name=vue]") + ".length == 1");
      for (String field : List.of("titre", "source", "filtre", "hauteur", "fond", "attribution")) {
        assertThat(browser.number("return " + found("form [name=" + field + "]") + ".length"))
            .as(field)
            .isEqualTo(1);
      }
      keep(browser, "sling-dialog.png");
      browser.run(
          """
          const view = %s[0];
          view.value = 'liste';
          view.form.querySelector('button[type=submit]').click();
          """
              .formatted(found("form select[name=vue]")));
      Thread.sleep(3_000);
    }
    assertThat(cms.text(cms.get(page + ".html")))
        .contains("data-collp=\"liste\"")
        .doesNotContain("data-collp=\"carte\"");
    cms.change(component(page), Map.of("vue", "carte"));
  }

  /** A script for the elements that a selector finds in the page and in all frames in it. */
  private static String found(String selector) {
    return "(function seek(d){return !d ? [] : [...d.querySelectorAll(\""
        + selector
        + "\"), ...[...d.querySelectorAll('iframe')].flatMap(f => seek(f.contentDocument))]})"
        + "(document)";
  }

  private static void log_in(Browser browser) throws InterruptedException {
    browser.open(cms.address("/system/sling/form/login"));
    browser.run(
        """
        const form = document.querySelector('form');
        form.querySelector('[name=j_username]').value = 'admin';
        form.querySelector('[name=j_password]').value = 'admin';
        form.submit();
        """);
    Thread.sleep(2_000);
  }

  private static void keep(Browser browser, String name) throws IOException {
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(Path.of("../../docs/cms/images"));
      Files.write(Path.of("../../docs/cms/images", name), browser.clip(0, 0, 1000, 700));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
