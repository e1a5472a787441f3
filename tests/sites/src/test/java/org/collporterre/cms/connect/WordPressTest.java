package org.collporterre.cms.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Severity;
import org.collporterre.tests.support.WordPressServer;
import org.collporterre.tests.support.WordPressServer.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is published on a real WordPress without the plugin. */
class WordPressTest {
  @AutoClose private static @Nullable WordPressServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = WordPressServer.create();
  }

  private static WordPressServer server() {
    return Objects.requireNonNull(server);
  }

  private static WordPress site(User user) throws SiteException {
    return site(new Credentials(user.login(), server().applicationPassword(user)));
  }

  private static WordPress site(@Nullable Credentials who) throws SiteException {
    return WordPress.at(SiteAddress.of(server().url(), false), who, Samples::html)
        .withPatience(Patience.standard().withAttempts(2).withSleeper(time -> {}));
  }

  /** Returns a member of the post of a record, as the database has it. */
  private static String stored(String id, String member) throws IOException, InterruptedException {
    return server()
        .run(
            "$found = get_posts(array('name' => 'collporterre-initiative-%s', 'post_status' => 'any'));"
                    .formatted(id)
                + " echo count($found) === 1 ? $found[0]->"
                + member
                + " : 'not one: ' . count($found);");
  }

  /** Changes a member of the post of a record as somebody would in the editor. */
  private static void edit(String id, String member, String from, String to)
      throws IOException, InterruptedException {
    server()
        .run(
            """
            $found = get_posts(array('name' => 'collporterre-initiative-%s'));
            $text = $found[0]->%s;
            wp_update_post(wp_slash(array('ID' => $found[0]->ID, '%s' => str_replace('%s', '%s', $text))));
            """
                .formatted(id, member, member, from, to));
  }

  private static int revisions(String id) throws IOException, InterruptedException {
    String number = stored(id, "ID");
    return Integer.parseInt(
        server().run("echo count(wp_get_post_revisions(%s));".formatted(number)));
  }

  @ParameterizedTest
  @EnumSource(
      value = User.class,
      names = {"ADMIN", "AUTHOR"})
  void a_record_is_a_post_that_is_written_once_and_found_again(User user)
      throws IOException, InterruptedException {
    String id = "jardin-" + user.login();
    Initiative garden = Samples.initiative(id, "Jardin d’été & Cie", "Un potager.").build();
    assertThat(Samples.told(Samples.publish(Publisher.to(site(user)), garden)))
        .contains(id + " created");
    assertThat(stored(id, "ID")).as("a dry run").isEqualTo("not one: 0");

    Outcome first = Samples.apply(site(user), garden);
    assertThat(Samples.told(first)).contains(id + " created");
    assertThat(first.steps().get(0).address())
        .isEqualTo(server().url() + "/collporterre-initiative-" + id + "/");
    assertThat(stored(id, "post_title")).isEqualTo("Jardin d’été &amp; Cie");
    assertThat(stored(id, "post_status")).isEqualTo("publish");
    assertThat(revisions(id)).as("one writing was enough").isLessThanOrEqualTo(1);

    String modified = stored(id, "post_modified");
    assertThat(Samples.told(Samples.apply(site(user), garden))).contains(id + " unchanged");
    assertThat(stored(id, "post_modified")).isEqualTo(modified);
    assertThat(revisions(id)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = User.class,
      names = {"ADMIN", "AUTHOR"})
  void markup_in_a_record_is_text_on_the_site_and_comes_back_as_it_was(User user)
      throws IOException, InterruptedException {
    String id = "hostile-" + user.login();
    Initiative hostile =
        Samples.initiative(id, "<b>Café</b> & [gallery]", Samples.HOSTILE + " \\n \uD83D\uDE00")
            .trigger("https://www.youtube.com/watch?v=x\n<!-- wp:latest-posts /-->\n\\\"")
            .build();
    assertThat(Samples.told(Samples.apply(site(user), hostile))).contains(id + " created");
    assertThat(Samples.told(Samples.apply(site(user), hostile))).contains(id + " unchanged");

    String page = MediaWikiTest.get(server().url() + "/collporterre-initiative-" + id + "/");
    assertThat(page)
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "<b>Café", "<iframe", "wp-block-latest-posts");
    assertThat(pulled(id)).isEqualTo(hostile);
  }

  private static Entry pulled(String id) throws IOException {
    List<Finding> findings = new ArrayList<>();
    @Nullable Credentials nobody = null;
    List<Located<? extends Entry>> records =
        Puller.create().read(site(nobody).open(), findings::add);
    assertThat(findings).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    return records.stream()
        .map(Located::value)
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_people_add_around_the_block_and_write_as_title_stays()
      throws IOException, InterruptedException {
    Initiative before = Samples.initiative("four", "Four à pain", "Pain du samedi.").build();
    Initiative after = Samples.initiative("four", "Le four à pain", "Pain du dimanche.").build();
    Samples.apply(site(User.AUTHOR), before);
    edit("four", "post_content", "<!-- wp:html -->", "<p>Avant.</p><!-- wp:html -->");
    edit("four", "post_content", "<!-- /wp:html -->", "<!-- /wp:html --><p>Apr\u00E8s.</p>");
    edit("four", "post_title", "Four", "Notre four");

    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), after))).contains("four updated");
    assertThat(stored("four", "post_content"))
        .startsWith("<p>Avant.</p>")
        .contains("Pain du dimanche.")
        .doesNotContain("samedi")
        .endsWith("<p>Après.</p>");
    assertThat(stored("four", "post_title")).isEqualTo("Notre four à pain");
    assertThat(stored("four", "post_excerpt")).isEqualTo("Pain du dimanche.");
    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), after))).contains("four unchanged");
  }

  @Test
  void what_somebody_changed_in_the_block_is_kept_and_told()
      throws IOException, InterruptedException {
    Initiative before = Samples.initiative("puits", "Puits", "Eau claire.").build();
    Initiative after = Samples.initiative("puits", "Puits", "Eau trouble.").build();
    Samples.apply(site(User.AUTHOR), before);
    edit("puits", "post_content", "<p>Eau claire.", "<p>Eau <em>très</em> claire.");

    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), before))).contains("puits edited");
    Outcome outcome = Samples.apply(site(User.AUTHOR), after);
    assertThat(Samples.told(outcome)).contains("puits conflicting edited");
    assertThat(outcome.isConflicting()).isTrue();
    assertThat(stored("puits", "post_content")).contains("<em>très</em>");

    Publisher forced = Publisher.to(site(User.AUTHOR)).applying().overwriting(Set.of("puits"));
    assertThat(Samples.told(Samples.publish(forced, after))).contains("puits updated");
    assertThat(stored("puits", "post_content")).contains("Eau trouble").doesNotContain("<em>");
  }

  @Test
  void a_post_with_another_address_is_found_and_one_in_the_trash_stays_there()
      throws IOException, InterruptedException {
    Initiative lavoir = Samples.initiative("lavoir", "Lavoir", "Restauré.").build();
    Initiative moulin = Samples.initiative("moulin", "Moulin", "Restauré.").build();
    Samples.apply(site(User.AUTHOR), lavoir, moulin);
    edit("lavoir", "post_name", "collporterre-initiative-lavoir", "le-lavoir");
    server().run("wp_trash_post(%s);".formatted(stored("moulin", "ID")));

    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), lavoir, moulin)))
        .contains("lavoir unchanged", "moulin conflicting removed");
  }

  @Test
  void a_post_of_somebody_else_is_neither_changed_nor_doubled()
      throws IOException, InterruptedException {
    Initiative digue = Samples.initiative("digue", "Digue", "Contre la mer.").build();
    Samples.apply(site(User.OTHER), digue);
    Initiative other = Samples.initiative("digue", "Digue", "Pour la mer.").build();

    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), other)))
        .contains("digue failed refused");
    assertThat(stored("digue", "post_content")).contains("Contre la mer.");
    assertThat(stored("digue-2", "ID")).isEqualTo("not one: 0");
    assertThat(Samples.told(Samples.apply(site(User.EDITOR), other))).contains("digue updated");
  }

  @Test
  void a_record_that_must_go_is_a_draft_when_asked_and_comes_back()
      throws IOException, InterruptedException {
    Initiative ferme = Samples.initiative("ferme", "Ferme", "À la ferme.").build();
    Samples.apply(site(User.AUTHOR), ferme);
    Map<RecordKey, String> withheld =
        Map.of(new RecordKey("initiative", "ferme"), "record-not-published");
    Set<String> types = Set.of("initiative");
    Publisher usual = Publisher.to(site(User.AUTHOR)).applying();
    assertThat(Samples.told(usual.publish(List.of(), withheld, types)))
        .contains("ferme missing record-not-published");
    Publisher asked = Publisher.to(site(User.AUTHOR)).applying().withdrawing(false);
    assertThat(Samples.told(asked.publish(List.of(), withheld, types)))
        .contains("ferme withdrawn record-not-published");
    assertThat(stored("ferme", "post_status")).isEqualTo("draft");
    assertThat(Samples.told(asked.publish(List.of(), withheld, types)))
        .contains("ferme withheld record-not-published");

    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), ferme)))
        .contains("ferme updated not-public");
    assertThat(stored("ferme", "post_status")).isEqualTo("publish");
    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), ferme))).contains("ferme unchanged");
  }

  @Test
  void a_wrong_password_stops_before_anything_and_is_not_repeated() throws SiteException {
    WordPress wrong = site(new Credentials("author", "mauvais mot de passe"));
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
        Publisher.to(site(User.AUTHOR))
            .applying()
            .withPatience(Patience.standard().withAttempts(2).withSleeper(time -> {}))
            .telling(
                step -> {
                  done.add(step.key().id());
                  if (done.size() == 7) {
                    server().stop();
                  }
                });
    Outcome stopped = Samples.publish(first, twenty);
    assertThat(stopped.stopped()).isInstanceOf(SiteException.class);
    assertThat(stopped.steps()).hasSize(7);

    server().start();
    Outcome second = Samples.apply(site(User.AUTHOR), twenty);
    assertThat(second.stopped()).isNull();
    assertThat(second.counts())
        .containsEntry(Step.Kind.UNCHANGED, 7)
        .containsEntry(Step.Kind.CREATED, 13);
    assertThat(stored("suite-6-2", "ID")).isEqualTo("not one: 0");
  }
}
