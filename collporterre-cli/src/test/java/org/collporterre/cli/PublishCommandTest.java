package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.tests.support.MediaWikiServer;
import org.collporterre.tests.support.WordPressServer;
import org.collporterre.tests.support.WordPressServer.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands publish and pull, on real sites and misused. */
class PublishCommandTest {
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

  private static Call call(String password, Object... words) {
    return Call.in(Map.of("LANG", "en_GB.UTF-8", "COLLPORTERRE_PASSWORD", password), words);
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

    Call dry = call(password, publish);
    assertThat(dry.out())
        .startsWith("2 new, 0 updated, 1 not published\n+ jardin \"Jardin partagé\"\n")
        .contains("? four (record-not-published)");
    assertThat(dry.err()).contains("--apply");
    assertThat(dry.code()).isZero();
    Call first = call(password, apply);
    assertThat(first.out()).startsWith("2 new").contains("\"Jardin partagé\" " + url);
    assertThat(first.code()).isZero();
    assertThat(call(password, apply).out()).startsWith("0 new, 0 updated, 2 unchanged");

    table(TABLE.replace("Un potager", "Le potager"));
    assertThat(call(password, apply).out()).startsWith("0 new, 1 updated, 1 unchanged");
    table(
        TABLE
            .replace("Un potager", "Le potager")
            .replace("café,Réparer ensemble.,,,,,,,", "café,Réparer ensemble.,,,,,,,archive"));
    Call gone = call(password, apply);
    assertThat(gone.out()).contains("1 to withdraw").contains("? cafe");
    words.add("--withdraw");
    assertThat(call(password, words.toArray()).out()).contains("1 withdrawn", "- cafe");

    words.addAll(List.of("--format", "json"));
    assertThat(call(password, words.toArray()).out())
        .contains("\"applied\": true", "\"unchanged\": 1", "\"kind\": \"unchanged\"")
        .doesNotContain(password);

    Path out = folder.resolve(program + ".csv");
    Call pulled = Call.of("pull", "--from", program, url, "-o", out);
    assertThat(pulled.code()).as(pulled.err()).isZero();
    assertThat(Files.readString(out))
        .contains("jardin,,Jardin partagé,,Le potager que tout le village cultive.")
        .contains("48.4,-4.5")
        .doesNotContain("cafe", "secret@");

    Call wrong = call("ceci n’est pas le mot de passe 0123456789", apply);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("refuses this user or password").doesNotContain("ceci");
    assertThat(wrong.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://exemple.org/", "http://127.0.0.1.exemple.org"})
  void a_password_does_not_go_unprotected(String url) throws IOException {
    Call call = call("secret", "publish", table(TABLE), "--to", "wordpress", url, "--user", "anne");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("--allow-http").doesNotContain("secret\n");
  }

  @Test
  void a_password_is_taken_only_from_where_others_do_not_see_it() throws IOException {
    Path file = table(TABLE);
    String url = "https://exemple.invalid";
    Object[] publish = {"publish", file, "--to", "wordpress", url, "--user", "anne"};
    assertThat(Call.of(publish).err()).contains("COLLPORTERRE_PASSWORD");
    assertThat(Call.of("publish", file, "--to", "wordpress", url).err()).contains("--user");
    assertThat(Call.of("publish", file, "--to", "wordpress", "https://a:secret@b.example").err())
        .doesNotContain("secret");

    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path password = Files.writeString(folder.resolve("passe"), "un secret\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    List<Object> words = new ArrayList<>(List.of(publish));
    words.addAll(List.of("--password-file", password));
    Call readable = Call.of(words.toArray());
    assertThat(readable.err()).contains("chmod 600").doesNotContain("un secret");
    assertThat(readable.code()).isEqualTo(2);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    words.set(4, "http://exemple.org");
    assertThat(Call.of(words.toArray()).err()).contains("--allow-http");
  }

  @Test
  void options_that_do_not_go_together_are_refused() throws IOException {
    Path file = table(TABLE);
    String url = "https://exemple.invalid";
    assertThat(call("x", "publish", file, "--to", "mediawiki", url, "--complete").err())
        .contains("--withdraw");
    assertThat(call("x", "publish", file, "--to", "mediawiki", url, "--kind", "pages").err())
        .contains("WordPress");
    assertThat(call("x", "publish", file, "--to", "drupal", url).err())
        .contains("wordpress, mediawiki");
    assertThat(call("x", "pull", "--from", "wordpress", url).err()).contains("--output");
  }
}
