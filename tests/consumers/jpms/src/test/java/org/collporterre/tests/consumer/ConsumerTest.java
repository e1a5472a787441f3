package org.collporterre.tests.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerTest {
  /** What the build puts beside the application for its tests alone. */
  private static final Pattern FOR_TESTS =
      Pattern.compile(
          ".*(test-classes|junit|opentest4j|apiguardian|assertj|byte-buddy|surefire).*");

  private static final String CSV =
      """
      id,titre,latitude,longitude,code_insee,licence,date_maj
      repair-cafe,Café réparation,48.451,-4.249,29103,CC-BY-SA-4.0,2026-01-02
      jardin,Jardin partagé,48.412,-4.487,29019,CC-BY-SA-4.0,2026-01-02
      loin,Café lointain,148.412,-4.487,29019,CC-BY-SA-4.0,2026-01-02
      """;

  @TempDir Path folder;

  @Test
  void a_named_module_reads_checks_and_writes_on_the_module_path() throws Exception {
    run("--module-path", path(), "-m", "org.collporterre.tests.consumer/" + name());
  }

  @Test
  void the_same_application_runs_on_the_class_path() throws Exception {
    run("-cp", path(), name());
  }

  private void run(String... how) throws IOException, InterruptedException {
    Path csv = Files.writeString(folder.resolve("jeu.csv"), CSV);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Dfile.encoding=UTF-8"));
    command.addAll(Arrays.asList(how));
    command.addAll(List.of(csv.toString(), folder.toString()));
    Path said = folder.resolve("said.json");
    Path log = folder.resolve("log.txt");
    Process java =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(java.waitFor()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(said)).contains("\"coordinates-out-of-range\"", "\"line\": 4");
    assertThat(Files.readString(folder.resolve("jeu.geojson")))
        .contains("\"Café réparation\"", "[-4.487,48.412]")
        .doesNotContain("148.412");
    assertThat(Files.readString(folder.resolve("jeu.jsonld"), StandardCharsets.UTF_8))
        .contains("schema.org", "Jardin partagé")
        .doesNotContain("148.412");
    assertThat(Files.readString(folder.resolve("jeu.html")))
        .contains("Jardin partagé", "collp-liste");
  }

  private static String name() {
    return Consumer.class.getName();
  }

  private static String path() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(one -> !FOR_TESTS.matcher(one).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
