package org.collporterre.cms.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Severity;
import org.collporterre.tests.support.MediaWikiServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published on a real MediaWiki. */
class MediaWikiTest {
  @TempDir static Path folder = Path.of("");
  @AutoClose private static @Nullable MediaWikiServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = MediaWikiServer.start(folder.resolve("wiki"), "ParserFunctions");
  }

  private static MediaWikiServer server() {
    return java.util.Objects.requireNonNull(server);
  }

  private static MediaWiki site() throws SiteException {
    return site(MediaWikiServer.PASSWORD);
  }

  private static MediaWiki site(String password) throws SiteException {
    return MediaWiki.at(
            SiteAddress.of(server().address(), false),
            new Credentials(MediaWikiServer.USER, password))
        .withPatience(Patience.standard().withAttempts(2).withSleeper(time -> {}));
  }

  private static String page(String title) throws IOException, InterruptedException {
    String address =
        server().address() + "/index.php?" + Http.form(Map.of("title", title, "action", "raw"));
    return get(address);
  }

  private static String html(String title) throws IOException, InterruptedException {
    return get(server().address() + "/index.php?" + Http.form(Map.of("title", title)));
  }

  static String get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Edits a page as a person would. */
  private static void edit(String title, String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("texte"), text);
    // The script reads its input; the shell of maintenance takes it from a file.
    server().maintain("importTextFiles", "--overwrite", "--user=Admin", rename(file, title));
  }

  private static String rename(Path file, String title) throws IOException {
    Path named = file.resolveSibling(title);
    return Files.move(file, named, java.nio.file.StandardCopyOption.REPLACE_EXISTING).toString();
  }

  private static int revisions(String title) throws IOException, InterruptedException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("action", "query");
    query.put("titles", title);
    query.put("prop", "revisions");
    query.put("rvlimit", "50");
    query.put("format", "json");
    query.put("formatversion", "2");
    JsonValue answer =
        Json.createReader(
                new StringReader(get(server().address() + "/api.php?" + Http.form(query))))
            .read();
    List<JsonValue> pages = Members.items(answer, "query", "pages");
    return Members.items(pages.get(0), "revisions").size();
  }

  @Test
  void a_record_is_a_page_with_a_template_and_the_second_run_changes_nothing()
      throws IOException, InterruptedException {
    Initiative garden = Samples.garden();
    assertThat(Samples.told(Samples.publish(Publisher.to(site()), garden)))
        .contains("jardin-partage created");
    assertThat(page("Jardin partagé de Kerlouan")).as("a dry run").isEmpty();

    Outcome first = Samples.apply(site(), garden);
    assertThat(Samples.told(first)).contains("jardin-partage created");
    assertThat(first.steps().get(0).address())
        .startsWith(server().address() + "/index.php/Jardin_partag%C3%A9");
    assertThat(page("Jardin partagé de Kerlouan"))
        .startsWith("{{Initiative\n| id = jardin-partage\n| titre = Jardin partagé de Kerlouan\n")
        .contains("[[Catégorie:Initiatives]]", "[[Catégorie:Alimentation")
        .doesNotContain("secret@");
    assertThat(html("Jardin partagé de Kerlouan"))
        .contains("<caption>Jardin partagé de Kerlouan", "Un potager", "Catégorie:Initiatives");

    Outcome second = Samples.apply(site(), garden);
    assertThat(Samples.told(second)).contains("jardin-partage unchanged");
    assertThat(revisions("Jardin partagé de Kerlouan")).isEqualTo(1);
  }

  @Test
  void what_people_write_around_the_call_stays_when_the_record_changes()
      throws IOException, InterruptedException {
    Samples.apply(site(), Samples.cafe());
    edit("Repair Café", "Avant.\n" + page("Repair Café") + "\n== Souvenirs ==\n{{Autre|x}}");
    Initiative changed = Samples.initiative("repair-cafe", "Le Repair Café", "Autrement.").build();

    assertThat(Samples.told(Samples.apply(site(), changed))).contains("repair-cafe updated");
    assertThat(page("Repair Café"))
        .startsWith("Avant.\n{{Initiative\n| id = repair-cafe\n| titre = Le Repair Café\n")
        .contains("| resume = Autrement.\n")
        .endsWith("\n== Souvenirs ==\n{{Autre|x}}");
    assertThat(Samples.told(Samples.apply(site(), changed))).contains("repair-cafe unchanged");
  }

  @Test
  void what_somebody_changed_in_the_call_is_kept_and_told()
      throws IOException, InterruptedException {
    Initiative before = Samples.initiative("four", "Four à pain", "Pain du samedi.").build();
    Initiative after = Samples.initiative("four", "Four à pain", "Pain du dimanche.").build();
    Samples.apply(site(), before);
    edit("Four à pain", page("Four à pain").replace("du samedi", "du jeudi, dit Yann"));

    assertThat(Samples.told(Samples.apply(site(), before))).contains("four edited");
    Outcome outcome = Samples.apply(site(), after);
    assertThat(Samples.told(outcome)).contains("four conflicting edited");
    assertThat(outcome.isConflicting()).isTrue();
    assertThat(page("Four à pain")).contains("du jeudi, dit Yann");

    Publisher forced = Publisher.to(site()).applying().overwriting(Set.of("four"));
    assertThat(Samples.told(Samples.publish(forced, after))).contains("four updated");
    assertThat(page("Four à pain")).contains("du dimanche");
  }

  @Test
  void a_page_that_somebody_deleted_or_emptied_does_not_come_back()
      throws IOException, InterruptedException {
    Initiative lavoir = Samples.initiative("lavoir", "Lavoir", "Restauré.").build();
    Initiative moulin = Samples.initiative("moulin", "Moulin", "Restauré.").build();
    Samples.apply(site(), lavoir, moulin);
    Path list = Files.writeString(folder.resolve("liste"), "Lavoir\n");
    server().maintain("deleteBatch", list.toString());
    edit("Moulin", "Cette page parle d’un autre moulin.");

    assertThat(Samples.told(Samples.apply(site(), lavoir, moulin)))
        .contains("lavoir conflicting removed", "moulin conflicting removed");
    assertThat(page("Lavoir")).isEmpty();
    assertThat(page("Moulin")).startsWith("Cette page");
    assertThat(page("Moulin (moulin)")).isEmpty();
  }

  @Test
  void records_of_one_title_and_pages_of_others_keep_apart()
      throws IOException, InterruptedException {
    edit("Compost", "Une page qui était là avant.");
    Initiative one = Samples.initiative("compost-a", "Compost", "À Brest.").build();
    Initiative two = Samples.initiative("compost-b", "Compost", "À Quimper.").build();

    assertThat(Samples.told(Samples.apply(site(), one, two)))
        .contains("compost-a created", "compost-b created");
    assertThat(page("Compost")).isEqualTo("Une page qui était là avant.");
    assertThat(page("Compost (compost-a)")).contains("À Brest.");
    assertThat(page("Compost (compost-b)")).contains("À Quimper.");
    assertThat(Samples.told(Samples.apply(site(), one, two)))
        .contains("compost-a unchanged", "compost-b unchanged");
  }

  @Test
  void markup_in_a_record_is_text_on_the_wiki_and_comes_back_as_it_was()
      throws IOException, InterruptedException {
    Initiative hostile = Samples.hostile();
    assertThat(Samples.told(Samples.apply(site(), hostile))).contains("hostile created");
    String title = Wikitext.title(hostile.title().text());
    assertThat(title).isEqualTo("Café ((Supprimer)) ((lien)) (b)gras(/b)");
    String html = html(title);
    assertThat(html)
        .doesNotContain("<script>alert", "<i>gras</i>", "<li>pas une liste", "Modèle:Supprimer");
    assertThat(Wikitext.plain(html))
        .contains("<script>alert(1)", "[[Catégorie:Faux]]", "''gras''", "~~~~", "{| table", "----");
    assertThat(Samples.told(Samples.apply(site(), hostile))).contains("hostile unchanged");

    Entry back = pulled("hostile");
    assertThat(back).isEqualTo(hostile);
  }

  private static Entry pulled(String id) throws IOException {
    List<Finding> findings = new ArrayList<>();
    MediaWiki anonymous = MediaWiki.at(SiteAddress.of(server().address(), false), null);
    List<Located<? extends Entry>> records = Puller.create().read(anonymous.open(), findings::add);
    assertThat(findings).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    return records.stream()
        .map(Located::value)
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_comes_back_is_what_the_public_may_know() throws IOException {
    Initiative garden = Samples.initiative("verger", "Verger", "Des pommes.").build();
    Initiative secret =
        Samples.initiative("verger", "Verger", "Des pommes.").contactEmail("a@b.example").build();
    Samples.apply(site(), secret);
    assertThat(pulled("verger")).isEqualTo(garden);
  }

  @Test
  void a_record_that_must_go_is_taken_off_when_asked() throws IOException, InterruptedException {
    Initiative ferme = Samples.initiative("ferme", "Ferme", "À la ferme.").build();
    Samples.apply(site(), ferme);
    RecordKey key = new RecordKey("initiative", "ferme");
    Map<RecordKey, String> withheld = Map.of(key, "record-not-published");
    Set<String> types = Set.of("initiative");

    Outcome kept = Publisher.to(site()).applying().publish(List.of(), withheld, types);
    assertThat(Samples.told(kept)).contains("ferme missing record-not-published");
    assertThat(page("Ferme")).contains("À la ferme.");

    Publisher withdrawing = Publisher.to(site()).applying().withdrawing(false);
    assertThat(Samples.told(withdrawing.publish(List.of(), withheld, types)))
        .contains("ferme withdrawn record-not-published");
    assertThat(page("Ferme")).startsWith("{{Fiche retirée\n").doesNotContain("À la ferme.");
    assertThat(Samples.told(withdrawing.publish(List.of(), withheld, types)))
        .contains("ferme withheld record-not-published");

    assertThat(Samples.told(Samples.apply(site(), ferme))).contains("ferme updated not-public");
    assertThat(page("Ferme")).contains("À la ferme.");
    assertThat(Samples.told(Samples.apply(site(), ferme))).contains("ferme unchanged");
  }

  @Test
  void a_wrong_password_stops_before_anything_and_is_not_repeated() throws SiteException {
    MediaWiki wrong = site("mauvais-mot-de-passe-0123456789ab");
    assertThatThrownBy(() -> Samples.apply(wrong, Samples.garden()))
        .isInstanceOf(SiteException.class)
        .hasMessageStartingWith("unauthorised")
        .hasMessageNotContaining("mauvais");
  }

  @Test
  void a_run_that_the_server_leaves_in_the_middle_is_gone_on_with()
      throws IOException, InterruptedException {
    Entry[] twenty = new Entry[20];
    for (int i = 0; i < twenty.length; i++) {
      twenty[i] = Samples.initiative("suite-" + i, "Suite " + i, "Numéro " + i + ".").build();
    }
    List<String> done = new ArrayList<>();
    Publisher first =
        Publisher.to(site())
            .applying()
            .withPatience(Patience.standard().withAttempts(2).withSleeper(time -> {}))
            .telling(
                step -> {
                  done.add(step.key().id());
                  if (done.size() == 7) {
                    server().close();
                  }
                });
    Outcome stopped = Samples.publish(first, twenty);
    assertThat(stopped.stopped()).isInstanceOf(SiteException.class);
    assertThat(stopped.steps()).hasSize(7);

    server().restart();
    Outcome second = Samples.apply(site(), twenty);
    assertThat(second.stopped()).isNull();
    assertThat(second.counts())
        .containsEntry(Step.Kind.UNCHANGED, 7)
        .containsEntry(Step.Kind.CREATED, 13);
    assertThat(revisions("Suite 6")).isEqualTo(1);
  }
}
