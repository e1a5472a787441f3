package org.collporterre.cms.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed out is whole, and nothing else is in it. */
class PluginFilesTest {
  private static final Path SOURCE = Path.of("src/main/plugin/collporterre");
  private static final Path TRANSLATION = SOURCE.resolve("languages/collporterre-en_US.po");

  private static String text(String name) throws IOException {
    try (InputStream in = WordPressPlugin.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WordPressPlugin.zip(out);
    return out.toByteArray();
  }

  @Test
  void the_zip_has_exactly_these_files() throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        assertThat(in.readAllBytes()).as(entry.getName()).isNotEmpty();
      }
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "collporterre/assets/carte.js",
            "collporterre/assets/collporterre.css",
            "collporterre/assets/contours.json",
            "collporterre/assets/leaflet/LICENSE",
            "collporterre/assets/leaflet/leaflet.css",
            "collporterre/assets/leaflet/leaflet.js",
            "collporterre/assets/liste.js",
            "collporterre/collporterre.php",
            "collporterre/languages/collporterre-en_US.mo",
            "collporterre/languages/collporterre-en_US.po",
            "collporterre/readme.txt",
            "collporterre/records.php",
            "collporterre/settings.php",
            "collporterre/uninstall.php",
            "collporterre/views.php",
            "collporterre/vue/block.json",
            "collporterre/vue/editeur.asset.php",
            "collporterre/vue/editeur.js");
    assertThat(zip()).as("the same bytes every time").isEqualTo(zip());
  }

  @Test
  void every_file_that_is_written_is_handed_out_with_the_version_in_it() throws Exception {
    TreeSet<String> written = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCE)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> written.add(SOURCE.relativize(file).toString().replace('\\', '/')));
    }
    assertThat(WordPressPlugin.names()).containsAll(written);
    for (String name : written) {
      assertThat(text(name)).as(name).doesNotContain("@project.version@");
    }
    assertThat(text("collporterre.php"))
        .containsPattern("Version: +\\d+\\.\\d+\\.\\d+")
        .containsPattern("License: +GPL-2.0-or-later\n");
    assertThat(text("readme.txt")).containsPattern("Stable tag: \\d+\\.\\d+\\.\\d+");
  }

  @Test
  void php_understands_every_program(@TempDir Path folder) throws Exception {
    Path written = WordPressPlugin.writeTo(folder);
    for (String name : WordPressPlugin.names()) {
      if (!name.endsWith(".php")) {
        continue;
      }
      Process process;
      try {
        process =
            new ProcessBuilder("php", "-l", written.resolve(name).toString())
                .redirectErrorStream(true)
                .start();
      } catch (IOException e) {
        String message = "Skipped, no PHP (Debian: apt install php-cli)";
        System.out.println(message);
        abort(message);
        throw e;
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
  }

  /** A program that is asked for by its address alone does nothing. */
  @Test
  void every_program_runs_in_wordpress_only() throws Exception {
    for (String name : List.of("collporterre.php", "records.php", "settings.php", "views.php")) {
      assertThat(text(name)).as(name).contains("defined( 'ABSPATH' ) || exit;");
    }
    assertThat(text("uninstall.php")).contains("defined( 'WP_UNINSTALL_PLUGIN' ) || exit;");
  }

  @Test
  void every_text_is_translated_and_no_other() throws Exception {
    Pattern call = Pattern.compile("\\b(?:__|_n)\\( '((?:[^'\\\\]|\\\\.)*)'");
    TreeSet<String> said = new TreeSet<>();
    for (String name : WordPressPlugin.names()) {
      if (name.endsWith(".php")) {
        Matcher matcher = call.matcher(text(name));
        while (matcher.find()) {
          said.add(matcher.group(1));
        }
      }
    }
    Catalogue catalogue = Catalogue.read(Files.readString(TRANSLATION));
    List<String> others = new ArrayList<>(catalogue.keys());
    others.removeAll(said);
    assertThat(catalogue.keys()).containsAll(said);
    // Those of the plugin's head and of the block, which no program says.
    assertThat(others).hasSize(7);
    assertThat(catalogue.values()).doesNotContain("");
  }

  @Test
  void the_translation_that_is_read_is_the_one_that_is_written() throws Exception {
    Path compiled = SOURCE.resolve("languages/collporterre-en_US.mo");
    byte[] bytes = Catalogue.read(Files.readString(TRANSLATION)).bytes();
    if (Boolean.getBoolean("collporterre.update")) {
      Files.write(compiled, bytes);
    }
    assertThat(Files.readAllBytes(compiled))
        .as("stale: -Dcollporterre.update=true writes it anew")
        .isEqualTo(bytes);
  }
}
