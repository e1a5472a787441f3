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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands publish and pull, misused; on sites they are tried in tests/sites. */
class PublishCommandTest {
  private static final String TABLE =
      """
      id,titre
      jardin,Jardin partagé
      """;

  @TempDir Path folder = Path.of("");

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("initiatives.csv"), text);
  }

  private static Call call(String password, Object... words) {
    return Call.in(Map.of("LANG", "en_GB.UTF-8", "COLLPORTERRE_PASSWORD", password), words);
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
