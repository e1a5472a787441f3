package org.collporterre.cms.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.tests.support.WordPressServer;
import org.collporterre.tests.support.WordPressServer.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is published on a real WordPress with the plugin Collporterre. */
class WordPressPluginTest {
  private static final Path PLUGIN =
      Path.of("../../collporterre-cms/wordpress/src/main/plugin/collporterre");
  @AutoClose private static @Nullable WordPressServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    if (!Files.isDirectory(PLUGIN)) {
      System.out.println("Skipped, no plugin in " + PLUGIN);
      abort("no plugin");
    }
    WordPressServer started = WordPressServer.create();
    server = started;
    started.installPlugin(PLUGIN);
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

  /** Runs a piece of PHP that knows the post of a record as {@code $post}. */
  private static String with(String id, String code) throws IOException, InterruptedException {
    return server()
        .run(
            """
            $found = get_posts(array('post_type' => 'collp_record', 'post_status' => 'any',
                'meta_key' => '_collp_id', 'meta_value' => '%s'));
            $post = $found[0];
            %s
            """
                .formatted(id, code));
  }

  @Test
  void records_are_posts_of_the_plugin_and_the_second_run_changes_nothing()
      throws IOException, InterruptedException {
    Initiative garden = Samples.garden();
    Outcome first = Samples.apply(site(User.AUTHOR), garden);
    assertThat(Samples.told(first)).contains("jardin-partage created");
    assertThat(first.steps().get(0).address()).startsWith(server().url());
    assertThat(with("jardin-partage", "echo $post->post_type, ' ', $post->post_status;"))
        .isEqualTo("collp_record publish");
    assertThat(with("jardin-partage", "echo get_post_meta($post->ID, '_collp_lieu', true);"))
        .isEqualTo("48.64 -4.36");
    assertThat(MediaWikiTest.get(first.steps().get(0).address()))
        .contains("application/ld+json", "Un potager que tout le village cultive.")
        .doesNotContain("secret@");

    String modified = with("jardin-partage", "echo $post->post_modified;");
    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), garden)))
        .contains("jardin-partage unchanged");
    assertThat(with("jardin-partage", "echo $post->post_modified;")).isEqualTo(modified);
  }

  @Test
  void what_somebody_changed_is_kept_and_told() throws IOException, InterruptedException {
    Initiative before = Samples.initiative("puits", "Puits", "Eau claire.").build();
    Initiative after = Samples.initiative("puits", "Puits", "Eau trouble.").build();
    Samples.apply(site(User.AUTHOR), before);
    with(
        "puits",
        "wp_update_post(wp_slash(array('ID' => $post->ID, 'post_content' =>"
            + " str_replace('Eau claire', 'Eau <em>vive</em>', $post->post_content))));");

    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), before))).contains("puits edited");
    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), after)))
        .contains("puits conflicting edited");
    assertThat(with("puits", "echo $post->post_content;")).contains("<em>vive</em>");

    Publisher forced = Publisher.to(site(User.AUTHOR)).applying().overwriting(Set.of("puits"));
    assertThat(Samples.told(Samples.publish(forced, after))).contains("puits updated");
    assertThat(with("puits", "echo $post->post_content;")).contains("Eau trouble.");
  }

  @Test
  void what_must_go_is_in_the_trash_and_comes_back_but_not_what_somebody_threw_away()
      throws IOException, InterruptedException {
    Initiative ferme = Samples.initiative("ferme", "Ferme", "À la ferme.").build();
    Initiative moulin = Samples.initiative("moulin", "Moulin", "Au moulin.").build();
    Samples.apply(site(User.AUTHOR), ferme, moulin);
    Map<RecordKey, String> withheld =
        Map.of(new RecordKey("initiative", "ferme"), "record-not-published");
    Publisher asked = Publisher.to(site(User.AUTHOR)).applying().withdrawing(false);
    assertThat(Samples.told(asked.publish(List.of(), withheld, Set.of("initiative"))))
        .contains("ferme withdrawn record-not-published");
    with("moulin", "wp_trash_post($post->ID);");

    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), ferme, moulin)))
        .contains("ferme updated not-public", "moulin conflicting removed");
    assertThat(with("ferme", "echo $post->post_status;")).isEqualTo("publish");
    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), ferme))).contains("ferme unchanged");
  }

  @Test
  void markup_in_a_record_comes_back_as_it_was() throws IOException {
    Initiative hostile = Samples.hostile();
    Samples.apply(site(User.AUTHOR), hostile);
    assertThat(Samples.told(Samples.apply(site(User.AUTHOR), hostile)))
        .contains("hostile unchanged");
    List<Finding> findings = new ArrayList<>();
    @Nullable Credentials nobody = null;
    List<Located<? extends Entry>> records =
        Puller.create().read(site(nobody).open(), findings::add);
    assertThat(records).extracting(Located::value).extracting(Entry.class::cast).contains(hostile);
  }
}
