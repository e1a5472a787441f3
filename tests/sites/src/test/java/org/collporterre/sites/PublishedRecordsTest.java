package org.collporterre.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.cli.Command;
import org.collporterre.tests.support.MediaWikiServer;
import org.collporterre.tests.support.WordPressServer;
import org.collporterre.tests.support.WordPressServer.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands publish and pull on real sites. */
class PublishedRecordsTest {
  private static final String TABLE =
      """
      id,titre,resume,commune,latitude,longitude,champs_action,licence,courriel,statut_fiche
      jardin,Jardin partagé,Un potager que tout le village cultive.,Brest,48.4,-4.5,innovation-sociale,CC-BY-SA-4.0,secret@jardin.example,
      four,Four à pain,On y cuit ensemble.,,,,,,,brouillon
      cafe,Repair café,Réparer ensemble.,,,,,,,
      """;

  @TempDir Path folder = Path.of("");

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("initiatives.csv"), text);
  }

  @Test
  void records_go_to_a_wiki_once_and_come_back() throws IOException, InterruptedException {
    try (MediaWikiServer wiki = MediaWikiServer.start(folder.resolve("wiki"))) {
      follow("mediawiki", wiki.address(), MediaWikiServer.USER, MediaWikiServer.PASSWORD);
    }
  }

  @Test
  void records_go_to_a_wordpress_once_and_come_back() throws IOException, InterruptedException {
    try (WordPressServer press = WordPressServer.create()) {
      follow("wordpress", press.url(), User.AUTHOR.login(), press.applicationPassword(User.AUTHOR));
    }
  }

  private void follow(String program, String url, String user, String password) throws IOException {
    Object[] publish = {"publish", table(TABLE), "--to", program, url, "--user", user};
    List<Object> words = new ArrayList<>(List.of(publish));
    words.add("--apply");
    Object[] apply = words.toArray();

    Command.Result dry = Commands.signed(folder, password, publish);
    assertThat(dry.out())
        .startsWith("2 new, 0 updated, 1 not published\n+ jardin \"Jardin partagé\"\n")
        .contains("? four (record-not-published)");
    assertThat(dry.err()).contains("--apply");
    assertThat(dry.code()).isZero();
    Command.Result first = Commands.signed(folder, password, apply);
    assertThat(first.out()).startsWith("2 new").contains("\"Jardin partagé\" " + url);
    assertThat(first.code()).isZero();
    assertThat(Commands.signed(folder, password, apply).out())
        .startsWith("0 new, 0 updated, 2 unchanged");

    table(TABLE.replace("Un potager", "Le potager"));
    assertThat(Commands.signed(folder, password, apply).out())
        .startsWith("0 new, 1 updated, 1 unchanged");
    table(
        TABLE
            .replace("Un potager", "Le potager")
            .replace("café,Réparer ensemble.,,,,,,,", "café,Réparer ensemble.,,,,,,,archive"));
    Command.Result gone = Commands.signed(folder, password, apply);
    assertThat(gone.out()).contains("1 to withdraw").contains("? cafe");
    words.add("--withdraw");
    assertThat(Commands.signed(folder, password, words.toArray()).out())
        .contains("1 withdrawn", "- cafe");

    words.addAll(List.of("--format", "json"));
    assertThat(Commands.signed(folder, password, words.toArray()).out())
        .contains("\"applied\": true", "\"unchanged\": 1", "\"kind\": \"unchanged\"")
        .doesNotContain(password);

    Path out = folder.resolve(program + ".csv");
    Command.Result pulled = Commands.run("pull", "--from", program, url, "-o", out);
    assertThat(pulled.code()).as(pulled.err()).isZero();
    assertThat(Files.readString(out))
        .contains("jardin,,Jardin partagé,,Le potager que tout le village cultive.")
        .contains("48.4,-4.5")
        .doesNotContain("cafe", "secret@");

    Command.Result wrong =
        Commands.signed(folder, "ceci n’est pas le mot de passe 0123456789", apply);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("refuses this user or password").doesNotContain("ceci");
    assertThat(wrong.out()).isEmpty();
  }
}
