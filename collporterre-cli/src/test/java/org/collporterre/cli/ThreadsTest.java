package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --threads} changes: nothing that one sees. */
class ThreadsTest {
  @TempDir Path folder;

  /** A file that is large enough for more than one thread, with mistakes all over. */
  private Path large() throws IOException {
    Path csv = folder.resolve("initiatives.csv");
    String description = "Un jardin partagé, « ouvert » à tous.\n".repeat(150);
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("id,titre,resume,description,latitude,longitude,replique_de\n");
      for (int i = 0; i < 2500; i++) {
        out.write(i % 50 == 7 ? "" : "jardin-" + (i % 400 == 9 ? i - 1 : i));
        out.write(",Jardin " + i + ",Un jardin.,\"" + description + "\",48.4,");
        out.write(i % 30 == 3 ? "4x5" : "\"-4,5\"");
        out.write(i % 90 == 5 ? ",absent-" + i + "\n" : ",\n");
      }
    }
    assertThat(Files.size(csv)).isGreaterThan(14_000_000);
    return csv;
  }

  @Test
  void a_check_says_the_same_with_any_number_of_threads() throws IOException {
    Path csv = large();
    Call alone = Call.of("check", csv, "--threads", "1", "--format", "json");
    assertThat(alone.out()).contains("id-duplicate", "ref-unresolved", "number-invalid");
    for (String threads : new String[] {"2", "8"}) {
      Call several = Call.of("check", csv, "--threads", threads, "--format", "json");
      assertThat(several.out()).isEqualTo(alone.out());
      assertThat(several.code()).isEqualTo(alone.code()).isEqualTo(1);
    }
  }

  @Test
  void a_conversion_writes_the_same_with_any_number_of_threads() throws IOException {
    Path csv = large();
    Path alone = Files.createDirectory(folder.resolve("alone")).resolve("jeu.geojson");
    Path several = Files.createDirectory(folder.resolve("several")).resolve("jeu.geojson");
    Call one = Call.of("convert", csv, "-o", alone, "--threads", "1", "--verbose");
    Call three = Call.of("convert", csv, "-o", several, "--threads", "3", "--verbose");
    assertThat(one.err()).contains("id-generated");
    assertThat(three.err().replace("several", "alone")).isEqualTo(one.err());
    assertThat(several).hasSameBinaryContentAs(alone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65", "-1", "two", "1.5", ""})
  void other_numbers_are_refused(String threads) throws IOException {
    Path csv = Files.writeString(folder.resolve("initiatives.csv"), "id,titre\na,A\n");
    Call call = Call.of("check", csv, "--threads=" + threads);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("--threads").contains("1–64");
  }
}
