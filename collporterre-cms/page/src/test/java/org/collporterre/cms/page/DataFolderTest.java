package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
  @TempDir Path temporary;
  private Path root;
  private DataFolder folder;

  @BeforeEach
  void write() throws IOException {
    root = Files.createDirectories(temporary.toRealPath().resolve("donnees"));
    Files.writeString(temporary.resolve("secret.csv"), "id,titre\n");
    Files.createDirectories(temporary.resolve("donnees-secretes"));
    Files.writeString(temporary.resolve("donnees-secretes/secret.csv"), "id,titre\n");
    Files.writeString(root.resolve("jardins partagés.csv"), "id,titre\n");
    Files.createDirectories(root.resolve("brest/rennes"));
    Files.writeString(root.resolve("brest/initiatives.csv"), "id,titre\n");
    Files.writeString(root.resolve(".htpasswd"), "id,titre\n");
    folder = DataFolder.of(root);
  }

  @Test
  void files_and_folders_below_are_found() throws Exception {
    assertThat(folder.file("jardins partagés.csv")).isEqualTo(root.resolve("jardins partagés.csv"));
    assertThat(folder.file("brest/initiatives.csv"))
        .isEqualTo(root.resolve("brest/initiatives.csv"));
    assertThat(folder.file("brest")).isEqualTo(root.resolve("brest"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../secret.csv",
        "brest/../../secret.csv",
        "brest/../jardins partagés.csv",
        "../donnees-secretes/secret.csv",
        "/etc/passwd",
        "//etc/passwd",
        "brest//initiatives.csv",
        "brest/",
        "./brest",
        ".htpasswd",
        "brest/.htpasswd",
        "..\\secret.csv",
        "brest\\initiatives.csv",
        "C:\\Windows\\win.ini",
        "C:secret.csv",
        "C:/Windows/win.ini",
        "\\\\server\\share\\secret.csv",
        "\\\\?\\C:\\secret.csv",
        "brest/initiatives.csv::$DATA",
        "brest/initiatives.csv.",
        "brest/initiatives.csv ",
        ".. /secret.csv",
        ".../secret.csv",
        "brest/initiatives.csv\0.png",
        "brest\n/initiatives.csv",
        "file:///etc/passwd",
        "http://example.org/initiatives.csv",
        "\uD800.csv",
        " ",
        "~/.ssh/id_rsa"
      })
  void what_may_lead_outside_is_refused(String name) {
    assertRefused(name, "source-refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "absent.csv", "brest/absent.csv", "jardins partagés.csv/x", "~root"})
  void what_is_not_there_is_missing(String name) {
    assertRefused(name, "source-missing");
  }

  @Test
  void a_name_that_is_too_long_is_missing() {
    assertRefused("a".repeat(5_000), "source-missing");
  }

  @Test
  void a_folder_that_is_not_there_yet_has_no_files() {
    DataFolder none = DataFolder.of(root.resolve("plus-tard"));
    assertThatThrownBy(() -> none.file("initiatives.csv"))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.code()).isEqualTo("source-missing"));
  }

  @Test
  void links_that_stay_within_lead_where_they_point() throws Exception {
    link("lien.csv", root.resolve("brest/initiatives.csv"));
    assertThat(folder.file("lien.csv")).isEqualTo(root.resolve("brest/initiatives.csv"));
  }

  @Test
  void links_that_lead_outside_are_refused() throws Exception {
    link("lien.csv", temporary.resolve("secret.csv"));
    link("lien", temporary);
    link("brest/rennes/lien.csv", temporary.resolve("secret.csv"));
    assertRefused("lien.csv", "source-refused");
    assertRefused("lien", "source-refused");
    assertRefused("lien/secret.csv", "source-refused");
    assertRefused("brest", "source-refused");
    assertRefused("brest/rennes/lien.csv", "source-refused");
  }

  @Test
  void links_in_a_circle_lead_nowhere() throws Exception {
    link("a", root.resolve("b"));
    link("b", root.resolve("a"));
    assertRefused("a", "source-missing");
  }

  @Test
  void the_folder_itself_may_be_a_link() throws Exception {
    Path other = Files.createSymbolicLink(temporary.resolve("lien"), root);
    assertThat(DataFolder.of(other).file("brest/initiatives.csv"))
        .isEqualTo(root.resolve("brest/initiatives.csv"));
  }

  private void link(String name, Path target) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.createSymbolicLink(root.resolve(name), target);
  }

  private void assertRefused(String name, String code) {
    assertThatThrownBy(() -> folder.file(name))
        .isInstanceOfSatisfying(RequestException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
