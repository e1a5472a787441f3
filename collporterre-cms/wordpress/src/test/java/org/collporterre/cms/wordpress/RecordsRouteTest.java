package org.collporterre.cms.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.collporterre.cms.wordpress.Site.Answer;
import org.collporterre.tests.support.WordPressServer.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs write records; what people do on the site comes first. */
class RecordsRouteTest {
  @AutoClose private static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.start();
  }

  @AfterEach
  void php_has_nothing_to_complain_of() throws Exception {
    assertThat(site.server().complaints()).isEmpty();
  }

  private static JsonObject record(String id) {
    return SampleRecords.with(SampleRecords.jardin(), "id", id);
  }

  private static Answer get(String id) throws IOException, InterruptedException {
    return site.ask("GET", User.AUTHOR, Site.route(id), null);
  }

  private static Answer delete(User user, String id) throws IOException, InterruptedException {
    return site.ask("DELETE", user, Site.route(id), null);
  }

  /** Changes a record as the editor does. */
  private static Answer edit(User user, Answer record, String content) throws Exception {
    return site.ask(
        "POST",
        user,
        "/wp-json/wp/v2/collp_record/" + record.json().getInt("post"),
        Json.createObjectBuilder().add("content", content).build().toString());
  }

  @Test
  void an_author_creates_a_record_and_brings_it_up_to_date() throws Exception {
    Answer created = site.put(User.AUTHOR, record("cree"));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("resultat")).isEqualTo("creee");
    assertThat(created.text("empreinte")).isEqualTo("v1");
    assertThat(created.text("adresse")).isEqualTo(site.url() + "/initiatives/cree/");

    Answer again = site.put(User.AUTHOR, record("cree"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("resultat")).isEqualTo("inchangee");

    JsonObject other = SampleRecords.with(record("cree"), "titre", "Jardin de tous");
    Answer updated = site.put(User.AUTHOR, other);
    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.text("resultat")).isEqualTo("mise-a-jour");
    assertThat(updated.json().getInt("post")).isEqualTo(created.json().getInt("post"));
    assertThat(updated.header("ETag")).isNotEqualTo(created.header("ETag"));
    assertThat(site.ask("GET", null, "/initiatives/cree/", null).body()).contains("Jardin de tous");
  }

  @Test
  void nobody_writes_over_what_is_anothers_but_an_editor_may() throws Exception {
    site.put(User.AUTHOR, record("a-moi"));
    JsonObject mine = SampleRecords.with(record("a-moi"), "titre", "À moi");

    assertThat(site.put(User.OTHER, mine).status()).isEqualTo(403);
    assertThat(delete(User.OTHER, "a-moi").status()).isEqualTo(403);
    assertThat(get("a-moi").text("statut")).isEqualTo("publish");
    assertThat(site.put(User.EDITOR, mine).text("resultat")).isEqualTo("mise-a-jour");
    assertThat(site.put(User.ADMIN, mine).text("resultat")).isEqualTo("inchangee");
    // Whoever brings it up to date, it stays the first author's.
    assertThat(site.put(User.AUTHOR, record("a-moi")).text("resultat")).isEqualTo("mise-a-jour");
  }

  @Test
  void who_does_not_sign_in_reads_and_writes_nothing() throws Exception {
    assertThat(site.put(null, record("personne")).status()).isEqualTo(401);
    assertThat(site.ask("GET", null, Site.route("personne"), null).status()).isEqualTo(401);
    assertThat(site.ask("DELETE", null, Site.route("personne"), null).status()).isEqualTo(401);
    assertThat(site.ask("GET", null, "/wp-json/collporterre/v1/records", null).status())
        .isEqualTo(401);
    assertThat(get("personne").status()).isEqualTo(404);
  }

  @Test
  void who_may_not_publish_creates_nothing() throws Exception {
    site.server()
        .run(
            "wp_insert_user( array( 'user_login' => 'stagiaire', 'user_pass' => 'x', 'role' => 'contributor' ) );");
    String password =
        site.server()
            .run(
                "echo WP_Application_Passwords::create_new_application_password( get_user_by( 'login', 'stagiaire' )->ID, array( 'name' => 'x' ) )[0];");
    String pair = "stagiaire:" + password;
    String header =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    Answer answer =
        site.ask(
            "PUT",
            null,
            Site.route("stage"),
            record("stage").toString(),
            Map.of("Authorization", header));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("message")).isEqualTo("Ce compte ne peut pas publier.");
  }

  @Test
  void what_a_person_has_changed_is_kept() throws Exception {
    Answer created = site.put(User.AUTHOR, record("relue"));
    assertThat(edit(User.AUTHOR, created, "<p>Relu par une voisine.</p>").status()).isEqualTo(200);

    Answer refused = site.put(User.AUTHOR, SampleRecords.with(record("relue"), "titre", "Neuf"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("collporterre_modifiee");
    assertThat(refused.text("message")).contains("Une personne a modifié cette fiche");
    assertThat(refused.json().getJsonObject("data").getBoolean("modifiee")).isTrue();
    assertThat(delete(User.AUTHOR, "relue").status()).isEqualTo(409);
    assertThat(site.ask("GET", null, "/initiatives/relue/", null).body())
        .contains("Relu par une voisine.")
        .doesNotContain("Neuf");

    // The same as before is no reason to write over it either.
    assertThat(site.put(User.AUTHOR, record("relue")).status()).isEqualTo(409);
  }

  @Test
  void who_names_the_state_it_writes_over_may() throws Exception {
    Answer created = site.put(User.AUTHOR, record("forcee"));
    edit(User.AUTHOR, created, "<p>Relu.</p>");
    String state = get("forcee").header("ETag");
    String body = record("forcee").toString();

    Answer stale =
        site.ask(
            "PUT",
            User.AUTHOR,
            Site.route("forcee"),
            body,
            Map.of("If-Match", created.header("ETag")));
    assertThat(stale.status()).isEqualTo(409);
    Answer named =
        site.ask("PUT", User.AUTHOR, Site.route("forcee"), body, Map.of("If-Match", state));
    assertThat(named.status()).isEqualTo(200);
    assertThat(named.json().getBoolean("modifiee")).isFalse();
    assertThat(site.ask("GET", null, "/initiatives/forcee/", null).body()).doesNotContain("Relu.");
  }

  @Test
  void a_save_in_the_editor_that_changes_nothing_is_no_change() throws Exception {
    Answer created = site.put(User.AUTHOR, record("ouverte"));
    String path = "/wp-json/wp/v2/collp_record/" + created.json().getInt("post") + "?context=edit";
    String raw =
        site.ask("GET", User.AUTHOR, path, null).json().getJsonObject("content").getString("raw");
    assertThat(edit(User.AUTHOR, created, raw).status()).isEqualTo(200);

    assertThat(get("ouverte").json().getBoolean("modifiee")).isFalse();
  }

  @Test
  void what_was_withdrawn_comes_back_but_not_what_a_person_threw_away() throws Exception {
    site.put(User.AUTHOR, record("revient"));
    assertThat(delete(User.AUTHOR, "revient").text("resultat")).isEqualTo("retiree");
    assertThat(site.ask("GET", null, "/initiatives/revient/", null).status()).isEqualTo(404);
    assertThat(delete(User.AUTHOR, "revient").status()).isEqualTo(404);
    assertThat(get("revient").json().getBoolean("retiree")).isTrue();
    assertThat(site.ask("GET", User.AUTHOR, "/wp-json/collporterre/v1/records", null).body())
        .contains("\"id\":\"revient\"");
    Answer back = site.put(User.AUTHOR, record("revient"));
    assertThat(back.text("statut")).isEqualTo("publish");
    assertThat(back.text("adresse")).isEqualTo(site.url() + "/initiatives/revient/");

    Answer thrown = site.put(User.AUTHOR, record("jetee"));
    String post = "/wp-json/wp/v2/collp_record/" + thrown.json().getInt("post");
    assertThat(site.ask("DELETE", User.AUTHOR, post, null).status()).isEqualTo(200);
    assertThat(site.put(User.AUTHOR, record("jetee")).status()).isEqualTo(409);
    assertThat(get("jetee").text("statut")).isEqualTo("trash");
    assertThat(get("jetee").json().getBoolean("retiree")).isFalse();
    assertThat(site.ask("GET", null, "/initiatives/jetee/", null).status()).isEqualTo(404);
  }

  @Test
  void a_record_that_a_person_took_offline_stays_offline() throws Exception {
    Answer created = site.put(User.AUTHOR, record("brouillon"));
    site.ask(
        "POST",
        User.AUTHOR,
        "/wp-json/wp/v2/collp_record/" + created.json().getInt("post"),
        "{\"status\": \"draft\"}");
    Answer updated =
        site.put(User.AUTHOR, SampleRecords.with(record("brouillon"), "titre", "Autre"));

    assertThat(updated.text("resultat")).isEqualTo("mise-a-jour");
    assertThat(updated.text("statut")).isEqualTo("draft");
    assertThat(site.ask("GET", null, "/initiatives/brouillon/", null).status()).isEqualTo(404);
  }

  @Test
  void many_at_once_make_one_post() throws Exception {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String body = SampleRecords.with(record("ensemble"), "titre", "Version " + i % 2).toString();
      answers.add(site.later("PUT", User.AUTHOR, Site.route("ensemble"), body));
    }
    List<Integer> statuses = new ArrayList<>();
    List<Integer> posts = new ArrayList<>();
    for (CompletableFuture<Answer> answer : answers) {
      statuses.add(answer.get().status());
      posts.add(answer.get().json().getInt("post", -1));
    }
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    assertThat(posts).doesNotContain(-1).containsOnly(posts.get(0));
  }

  @Test
  void the_same_identifier_is_another_record_in_another_type() throws Exception {
    JsonObject portrait = SampleRecords.with(record("double"), "type", "portrait");
    int first = site.put(User.AUTHOR, record("double")).json().getInt("post");
    Answer second = site.put(User.AUTHOR, portrait);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json().getInt("post")).isNotEqualTo(first);
    assertThat(get("double").status()).isEqualTo(400);
    assertThat(get("double?type=initiative").json().getInt("post")).isEqualTo(first);
    assertThat(get("double?type=portrait").text("type")).isEqualTo("portrait");
  }

  @Test
  void the_list_says_what_there_is_a_page_at_a_time() throws Exception {
    site.put(User.AUTHOR, record("liste-1"));
    site.put(User.AUTHOR, record("liste-2"));
    Answer one =
        site.ask("GET", User.AUTHOR, "/wp-json/collporterre/v1/records?per_page=1&page=2", null);

    assertThat(one.array()).hasSize(1);
    assertThat(Integer.parseInt(one.header("X-WP-Total"))).isGreaterThanOrEqualTo(2);
    assertThat(one.header("X-WP-TotalPages")).isEqualTo(one.header("X-WP-Total"));
    assertThat(one.array().getJsonObject(0).keySet())
        .contains("id", "type", "empreinte", "adresse", "etat", "modifiee");
  }

  @Test
  void linked_data_in_the_head_is_what_was_sent() throws Exception {
    site.put(User.AUTHOR, record("liee"));
    String page = site.ask("GET", null, "/initiatives/liee/", null).body();
    String head = page.substring(0, page.indexOf("</head>"));
    String start = "<script type=\"application/ld+json\">";
    int from = head.indexOf(start) + start.length();
    String json = head.substring(from, head.indexOf("</script>", from));

    assertThat(Json.createReader(new StringReader(json)).read()).isEqualTo(SampleRecords.linked());
    assertThat(json).doesNotContain("<", ">", "&");
    assertThat(site.ask("GET", null, "/", null).body()).doesNotContain("application/ld+json");
  }

  @Test
  void the_page_of_a_record_that_was_taken_over_names_the_original() throws Exception {
    site.put(
        User.AUTHOR, SampleRecords.with(record("reprise"), "lien", "https://example.org/fiche/1"));
    assertThat(site.ask("GET", null, "/initiatives/reprise/", null).body())
        .contains("<link rel=\"canonical\" href=\"https://example.org/fiche/1\" />");
  }

  @Test
  void what_is_no_record_is_refused_in_words() throws Exception {
    refused("{}", "id");
    refused("[]", "corps");
    refused("{\"id\": \"autre\", \"type\": \"initiative\", \"titre\": \"x\"}", "id");
    refused(with("\"type\": \"lieu\""), "type");
    refused(with("\"type\": [\"initiative\"]"), "type");
    refused(with("\"titre\": \"  \\u0000\\u202e \""), "titre");
    refused(with("\"titre\": {\"a\": 1}"), "titre");
    refused(with("\"titre\": \"" + "x".repeat(301) + "\""), "titre");
    refused(with("\"html\": 1"), "html");
    refused(with("\"resume\": \"" + "x".repeat(5001) + "\""), "resume");
    refused(with("\"lien\": \"javascript:alert(1)\""), "lien");
    refused(with("\"lien\": \"https://x.org/\\\" onclick=\\\"x\""), "lien");
    refused(with("\"latitude\": 91, \"longitude\": 0"), "latitude");
    refused(with("\"latitude\": \"48\", \"longitude\": 0"), "latitude");
    refused(with("\"latitude\": 48, \"longitude\": -180.5"), "longitude");
    refused(with("\"latitude\": 48"), "longitude");
    refused(with("\"themes\": \"x\""), "themes");
    refused(with("\"themes\": [1]"), "themes");
    refused(with("\"themes\": [{\"nom\": \"x\"}]"), "themes");
    refused(with("\"odd\": [" + "\"x\",".repeat(50) + "\"y\"]"), "odd");
    refused(with("\"jsonld\": \"{\""), "jsonld");
    refused(with("\"jsonld\": 5"), "jsonld");
  }

  private static String with(String field) {
    return "{\"id\": \"refus\", \"type\": \"initiative\", \"titre\": \"x\", " + field + "}";
  }

  private static void refused(String body, String field) throws Exception {
    Answer answer = site.ask("PUT", User.AUTHOR, Site.route("refus"), body);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.json().getJsonObject("data").getString("champ")).as(body).isEqualTo(field);
    assertThat(answer.text("message")).startsWith(field + " : ");
    assertThat(get("refus").status()).isEqualTo(404);
  }

  @Test
  void identifiers_of_other_forms_and_bodies_that_are_no_json_are_refused() throws Exception {
    for (String id : List.of("Jardin", "jardin_", "-jardin", "jardin.php", "x".repeat(81))) {
      JsonObject body = record(id);
      assertThat(site.ask("PUT", User.AUTHOR, Site.route(id), body.toString()).status())
          .as(id)
          .isEqualTo(400);
    }
    assertThat(site.ask("PUT", User.AUTHOR, Site.route("refus"), "{").status()).isEqualTo(400);
    String lone = with("\"resume\": \"\\ud800\"");
    assertThat(site.ask("PUT", User.AUTHOR, Site.route("refus"), lone).status()).isEqualTo(400);
  }

  @Test
  void a_record_that_is_too_large_is_refused() throws Exception {
    JsonObject large =
        SampleRecords.with(record("enorme"), "html", "<p>" + "x".repeat(2_100_000) + "</p>");
    assertThat(site.put(User.AUTHOR, large).status()).isEqualTo(413);
    JsonObject most =
        SampleRecords.with(record("enorme"), "html", "<p>" + "x".repeat(1_000_000) + "</p>");
    assertThat(site.put(User.AUTHOR, most).status()).isEqualTo(201);
  }
}
