package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell launcher in a checkout of its own, with a Java and a Maven that only take notes. */
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      archive=
      for argument; do
        case $argument in
          -Xshare:on) exit "${UNFIT:-0}" ;;
          -version) echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit 0 ;;
          -XX:DumpLoadedClassList=*) : >"${argument#*=}"; exit 0 ;;
          -Xshare:dump) echo archive >>"$NOTES"; archive=made ;;
          -XX:SharedArchiveFile=*) if [ "$archive" ]; then : >"${argument#*=}"; exit 0; fi ;;
        esac
      done
      for argument; do printf '<%s>\\n' "$argument"; done
      exit 7
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo build >>"$NOTES"
      if [ -n "$BROKEN" ]; then echo '[ERROR] broken'; exit 1; fi
      while [ "$1" != -f ]; do shift; done
      lib=${2%/pom.xml}/collporterre-cli/target/dist/lib
      mkdir -p "$lib"
      sleep 0.3
      : >"$lib/picocli.jar"
      : >"$lib/collporterre-model.jar"
      : >"$lib/collporterre-cli.jar"
      """;

  @TempDir Path folder;
  private Path checkout = Path.of("");
  private Path launcher = Path.of("");
  private Path tools = Path.of("");
  private Path notes = Path.of("");

  @BeforeEach
  void make_a_checkout() throws IOException {
    assumeThat(Path.of("/bin/sh")).as("a POSIX shell").exists();
    checkout = folder.resolve("a check out");
    tools = Files.createDirectories(folder.resolve("tools"));
    notes = folder.resolve("notes");
    launcher = checkout.resolve("bin/collporterre");
    Files.createDirectories(launcher.getParent());
    Files.copy(Path.of("../bin/collporterre"), launcher);
    Files.copy(Path.of("../bin/checkout.sh"), launcher.resolveSibling("checkout.sh"));
    Path sources = checkout.resolve("collporterre-cli/src/main");
    Files.createDirectories(sources);
    Files.createFile(checkout.resolve("pom.xml"));
    Files.createFile(checkout.resolve("collporterre-cli/pom.xml"));
    Files.createFile(sources.resolve("Main.java"));
    for (Path old : List.of(checkout.resolve("pom.xml"), sources.resolve("Main.java"))) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    tool("java", JAVA);
    tool("mvn", MAVEN);
  }

  private void tool(String name, String script) throws IOException {
    Path tool = Files.writeString(tools.resolve(name), script);
    assertThat(tool.toFile().setExecutable(true)).isTrue();
  }

  private Process start(Path command, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", command.toString()));
    words.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("COLLPORTERRE"));
    variables.remove("JAVA_HOME");
    variables.put("XDG_CACHE_HOME", folder.resolve("my cache").toString());
    variables.put("PATH", tools + File.pathSeparator + "/usr/bin:/bin");
    variables.put("NOTES", notes.toString());
    variables.put("LANG", "en_GB.UTF-8");
    variables.putAll(environment);
    return builder.start();
  }

  private static Call end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Call(process.waitFor(), out, err);
  }

  private Call launch(String... arguments) throws IOException, InterruptedException {
    return end(start(launcher, Map.of(), arguments));
  }

  @Test
  void the_first_use_builds_and_later_ones_only_start() throws Exception {
    Call first = launch("check", "my file.csv", "");
    assertThat(first.err()).isEqualTo("collporterre: first use, building… (about a minute)\n");
    assertThat(first.code()).as("the code of the JVM").isEqualTo(7);
    assertThat(first.out()).endsWith("Main>\n<check>\n<my file.csv>\n<>\n");
    Call second = launch("check", "my file.csv", "");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(notes).hasContent("build\narchive\n");
    String lib = checkout.toRealPath() + "/collporterre-cli/target/dist/lib/";
    assertThat(first.out())
        .contains(
            "<"
                + lib
                + "collporterre-cli.jar:"
                + lib
                + "collporterre-model.jar:"
                + lib
                + "picocli.jar>")
        .contains("/cds/")
        .contains("<-Dcollporterre.terminal=none>");
  }

  @Test
  void a_changed_source_is_built_again() throws Exception {
    launch();
    Path source = checkout.resolve("collporterre-cli/src/main/Main.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    Call second = launch();
    assertThat(second.err()).isEqualTo("collporterre: the sources have changed, building…\n");
    assertThat(notes).content().startsWith("build\narchive\nbuild\n");
  }

  @Test
  void what_maven_built_itself_is_not_built_again() throws Exception {
    ProcessBuilder maven =
        new ProcessBuilder(tools.resolve("mvn").toString(), "-f", checkout + "/pom.xml");
    maven.environment().put("NOTES", folder.resolve("other notes").toString());
    assertThat(maven.start().waitFor()).isZero();
    launch();
    assertThat(notes).hasContent("archive\n");
  }

  @Test
  void two_first_uses_at_once_build_once() throws Exception {
    Process one = start(launcher, Map.of());
    Process two = start(launcher, Map.of());
    assertThat(end(one).code()).isEqualTo(7);
    assertThat(end(two).code()).isEqualTo(7);
    assertThat(Files.readAllLines(notes).stream().filter("build"::equals)).hasSize(1);
  }

  @Test
  void a_lock_that_a_dead_process_left_is_taken_away() throws Exception {
    Path lock = Files.createDirectories(checkout.resolve("collporterre-cli/target/.launcher-lock"));
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    assertThat(launch().code()).isEqualTo(7);
    assertThat(lock).doesNotExist();
  }

  @Test
  void it_is_found_through_links() throws Exception {
    Path absolute = folder.resolve("absolute");
    Files.createSymbolicLink(absolute, launcher);
    Path relative = folder.resolve("relative");
    Files.createSymbolicLink(relative, Path.of("absolute"));
    assertThat(end(start(relative, Map.of(), "x")).out()).endsWith("<x>\n");
    assertThat(end(start(Path.of("relative"), Map.of(), "x")).out()).endsWith("<x>\n");
  }

  @Test
  void a_failed_build_shows_its_log_and_leaves_nothing() throws Exception {
    Call call = end(start(launcher, Map.of("BROKEN", "1", "LANG", "fr_FR.UTF-8")));
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err())
        .contains("[ERROR] broken")
        .contains("collporterre : la construction a échoué")
        .contains("launcher-build.log");
    assertThat(checkout.resolve("collporterre-cli/target/.launcher-lock")).doesNotExist();
    assertThat(launch().code()).isEqualTo(7);
  }

  @Test
  void an_old_java_or_none_is_told() throws Exception {
    tool("java", JAVA.replace("17.0.1", "1.8.0_392"));
    assertThat(launch().err()).contains("version 17 or newer is needed");
    assertThat(launch().code()).isEqualTo(2);
    Call none = end(start(launcher, Map.of("JAVA_HOME", folder.resolve("no").toString())));
    assertThat(none.err()).contains("Java was not found");
    assertThat(none.code()).isEqualTo(2);
  }

  @Test
  void the_java_of_JAVA_HOME_and_its_options_are_used() throws Exception {
    Path home = Files.createDirectories(folder.resolve("jdk home/bin"));
    Files.move(tools.resolve("java"), home.resolve("java"));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            home.resolve("..").normalize().toString(),
            "COLLPORTERRE_JAVA_OPTS",
            "-Xmx1g -ea");
    assertThat(end(start(launcher, environment)).out()).contains("<-Xmx1g>\n<-ea>\n<-cp>");
  }

  /** A place where the command is installed: the launcher, the jar, and perhaps an archive. */
  private Path install(boolean withArchive) throws IOException {
    Path root = folder.resolve("in stalled");
    Path lib = Files.createDirectories(root.resolve("lib"));
    Files.writeString(lib.resolve("collporterre.jar"), "jar");
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(lib.resolve("collporterre.jar"), old);
    Files.writeString(lib.resolve("collporterre.jar.sha256"), "0123  collporterre.jar\n");
    if (withArchive) {
      Files.createFile(lib.resolve("collporterre.jsa"));
    }
    Path bin = Files.createDirectories(root.resolve("bin"));
    return Files.copy(Path.of("../bin/collporterre"), bin.resolve("collporterre"));
  }

  @Test
  void an_installed_command_uses_the_archive_that_fits() throws Exception {
    Path installed = install(true);
    Call call = end(start(installed, Map.of(), "check", "my file.csv"));
    assertThat(call.code()).as("the code of the JVM").isEqualTo(7);
    assertThat(call.out())
        .contains("in stalled/lib/collporterre.jsa>\n")
        .endsWith("Main>\n<check>\n<my file.csv>\n");
    assertThat(notes).as("nothing is built or archived").doesNotExist();
  }

  @Test
  void an_installed_command_makes_the_archive_once_where_none_fits() throws Exception {
    Path installed = install(true);
    Map<String, String> unfit = Map.of("UNFIT", "1");
    Call first = end(start(installed, unfit));
    Call second = end(start(installed, unfit));
    assertThat(first.out()).contains("<-XX:SharedArchiveFile=" + folder.resolve("my cache"));
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(first.err() + second.err()).isEmpty();
    assertThat(notes).hasContent("archive\n");
  }

  @Test
  void another_jar_or_another_java_has_another_archive() throws Exception {
    Path installed = install(false);
    Map<String, String> unfit = Map.of("UNFIT", "1");
    end(start(installed, unfit));
    Path lib = installed.resolve("../../lib").normalize();
    Files.writeString(lib.resolve("collporterre.jar.sha256"), "4567  collporterre.jar\n");
    end(start(installed, unfit));
    assertThat(notes).hasContent("archive\narchive\n");
    tool("java", JAVA + "# an update\n");
    end(start(installed, unfit));
    assertThat(notes).hasContent("archive\narchive\narchive\n");
  }

  @Test
  void an_installed_command_needs_no_place_to_write() throws Exception {
    Path installed = install(true);
    Path file = Files.createFile(folder.resolve("no folder"));
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", file.toString());
    assertThat(end(start(installed, environment)).out()).contains("lib/collporterre.jsa>");
    Call unfit = end(start(installed, Map.of("XDG_CACHE_HOME", file.toString(), "UNFIT", "1")));
    assertThat(unfit.code()).isEqualTo(7);
    assertThat(unfit.err()).isEmpty();
    assertThat(unfit.out()).doesNotContain("SharedArchiveFile");
    assertThat(notes).doesNotExist();
  }

  @Test
  void an_installed_command_is_found_through_links_and_with_JAVA_HOME() throws Exception {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, install(false));
    Path home = Files.createDirectories(folder.resolve("jdk home/bin"));
    Files.move(tools.resolve("java"), home.resolve("java"));
    Map<String, String> environment =
        Map.of("JAVA_HOME", home.resolve("..").normalize().toString());
    assertThat(end(start(link, environment, "x")).out()).endsWith("Main>\n<x>\n");
  }

  @Test
  void an_installed_command_tells_of_an_old_java_and_of_a_missing_jar() throws Exception {
    Path installed = install(false);
    tool("java", JAVA.replace("17.0.1", "11.0.2"));
    assertThat(end(start(installed, Map.of())).err()).contains("version 17 or newer is needed");
    Files.delete(installed.resolve("../../lib/collporterre.jar").normalize());
    Call call = end(start(installed, Map.of()));
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("the installation is not complete");
  }

  @Test
  void packages_can_have_an_archive_made() throws Exception {
    Path archive = folder.resolve("an archive");
    Path installed = install(false);
    Call call = end(start(installed, Map.of("COLLPORTERRE_ARCHIVE", archive.toString())));
    assertThat(call.code()).isZero();
    assertThat(archive).exists();
    assertThat(folder.resolve("my cache")).doesNotExist();
  }
}
