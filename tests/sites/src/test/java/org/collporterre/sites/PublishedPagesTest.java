package org.collporterre.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.cli.Command;
import org.collporterre.cms.connect.PublicRow;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.MediaWikiServer;
import org.collporterre.tests.support.WordPressServer;
import org.collporterre.tests.support.WordPressServer.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example dataset on real sites, as people see it. */
class PublishedPagesTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path DATASET = ROOT.resolve("examples/datasets/initiatives-inspirantes");

  @TempDir Path folder = Path.of("");

  private Command.Result publish(String program, String url, String user, String password)
      throws IOException {
    return Commands.signed(
        folder, password, "publish", DATASET, "--to", program, url, "--user", user, "--apply");
  }

  /** Returns the address that a report names behind a record. */
  private static String address(Command.Result call, String id) {
    List<String> lines = call.out().lines().filter(line -> line.startsWith("+ " + id)).toList();
    assertThat(lines).as(call.out() + call.err()).hasSize(1);
    return lines.get(0).substring(lines.get(0).lastIndexOf(' ') + 1);
  }

  /** Looks at a page of a record, and keeps its picture when pictures are to be made. */
  private static void look(String address, String picture) throws IOException {
    try (Browser browser = Browser.start()) {
      browser.screen(1000, 760);
      browser.look("light");
      browser.open(address);
      assertThat(browser.texts("return [document.body.innerText]").get(0))
          .contains("Réseau BRUDED", "Depuis 2005, des élus de communes de Bretagne");
      assertThat(browser.hasDialog()).isFalse();
      if (Boolean.getBoolean("collporterre.update")) {
        Path file = ROOT.resolve("docs/cms/images/" + picture);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, browser.clip(0, 0, 985, 600));
      }
    }
  }

  /** Returns what the public may know of the records of a dataset, a field each. */
  private static Set<String> rows(Path dataset, boolean published) throws IOException {
    Set<String> rows = new TreeSet<>();
    try (EntryReader<Entry> in =
        Importers.detect(dataset).open(dataset, Entry.class, finding -> {})) {
      for (Located<Entry> row : in) {
        // The consent to a portrait is confidential, and so does not come back.
        if (published || row.value().withheld(LocalDate.of(2026, 11, 22)).isEmpty()) {
          PublicRow one = PublicRow.of(row.value());
          one.columns().forEach((key, text) -> rows.add(one.key() + " " + key + " = " + text));
        }
      }
    }
    return rows;
  }

  @Test
  void the_example_is_on_a_wiki() throws IOException, InterruptedException {
    try (MediaWikiServer wiki = MediaWikiServer.start(folder.resolve("wiki"), "ParserFunctions")) {
      Command.Result call =
          publish("mediawiki", wiki.address(), MediaWikiServer.USER, MediaWikiServer.PASSWORD);
      assertThat(call.code()).as(call.err()).isZero();
      look(address(call, "bruded "), "mediawiki.png");
      Path out = folder.resolve("pull.json");
      Command.Result pulled =
          Commands.run("pull", "--from", "mediawiki", wiki.address(), "-o", out);
      assertThat(pulled.code()).as(pulled.err()).isZero();
      assertThat(rows(out, true)).containsExactlyElementsOf(rows(DATASET, false));
      Command.Result again =
          publish("mediawiki", wiki.address(), MediaWikiServer.USER, MediaWikiServer.PASSWORD);
      assertThat(again.out()).startsWith("0 new, 0 updated");
    }
  }

  @Test
  void the_example_is_on_a_wordpress_by_an_author_who_writes_each_post_once()
      throws IOException, InterruptedException {
    try (WordPressServer press = WordPressServer.create()) {
      String password = press.applicationPassword(User.AUTHOR);
      Command.Result call = publish("wordpress", press.url(), User.AUTHOR.login(), password);
      assertThat(call.code()).as(call.err()).isZero();
      look(address(call, "bruded "), "wordpress-post.png");
      Path out = folder.resolve("pull.json");
      Command.Result pulled = Commands.run("pull", "--from", "wordpress", press.url(), "-o", out);
      assertThat(pulled.code()).as(pulled.err()).isZero();
      assertThat(rows(out, true)).containsExactlyElementsOf(rows(DATASET, false));
      Command.Result again = publish("wordpress", press.url(), User.AUTHOR.login(), password);
      assertThat(again.out()).startsWith("0 new, 0 updated");
      assertThat(
              press.run(
                  "$most = 0; foreach (get_posts(array('numberposts' => -1)) as $post) {"
                      + " $most = max($most, count(wp_get_post_revisions($post->ID))); }"
                      + " echo $most;"))
          .isEqualTo("1");
    }
  }
}
