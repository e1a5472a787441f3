package org.collporterre.hardening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a conversion, its target is the old file or the whole new one. */
@Tag("faults")
@EnabledOnOs({OS.LINUX, OS.MAC})
class FaultsTest {
  private static final int FEW = 2_000;
  private static final int MANY = 60_000;
  private static final List<String> FORMATS =
      List.of("geojson", "csv", "json", "jsonld", "zip", "xlsx");
  private static final String OLD = "what was there before";

  /** Ctrl-C is ignored by what a background job starts, and a build may be one. */
  private static final List<String> WITH_SIGNALS = List.of("env", "--default-signal=INT");

  @TempDir Path folder;
  private Path work = Path.of("");
  private Path temporary = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  private Path records(String name, int number) throws IOException {
    StringBuilder csv = new StringBuilder("id,titre,resume,latitude,longitude\n");
    for (int i = 0; i < number; i++) {
      csv.append("i").append(i).append(",Initiative ").append(name).append(' ').append(i);
      csv.append(",Un résumé de quelques mots,48.").append(1000 + i % 9000).append(",-4.5\n");
    }
    return Files.writeString(folder.resolve(name + ".csv"), csv);
  }

  private Path target(String ending) throws IOException {
    return Files.writeString(work.resolve("out." + ending), OLD);
  }

  private Started convert(List<String> prefix, Path from, Path to) throws IOException {
    return Started.of(temporary, prefix, "convert", from, "-o", to);
  }

  /** Tells whether a conversion has begun to write. */
  private boolean isWriting() throws IOException {
    return Stream.concat(names(work).stream(), names(temporary).stream())
        .anyMatch(name -> name.startsWith("."));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void nothingIsLeft(Path target) throws IOException {
    assertThat(names(work)).containsExactly(target.getFileName().toString());
    assertThat(names(temporary)).isEmpty();
  }

  /** A run that failed says so in one line, and has touched nothing. */
  private void refused(Started.Result result, Path target, int code, String line)
      throws IOException {
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    assertThat(result.err().lines().filter(one -> one.startsWith("collporterre : ")))
        .as(result.err())
        .singleElement()
        .asString()
        .contains(line);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(target).content().isEqualTo(OLD);
  }

  @Test
  void a_killed_conversion_leaves_the_old_file_or_the_whole_new_one() throws Exception {
    int kills = Integer.getInteger("collporterre.kills", 10);
    long seed = 20261122;
    System.out.println("kills: " + kills + ", seed: " + seed);
    Random random = new Random(seed);
    Path input = records("a", FEW);
    List<byte[]> whole = new ArrayList<>();
    long longest = 0;
    for (String format : FORMATS) {
      Path target = target(format);
      long start = System.nanoTime();
      assertThat(convert(List.of(), input, target).end().code()).isZero();
      longest = Math.max(longest, (System.nanoTime() - start) / 1_000_000);
      whole.add(Files.readAllBytes(target));
      Files.delete(target);
    }
    int left = 0;
    int finished = 0;
    for (int i = 0; i < kills; i++) {
      int format = i % FORMATS.size();
      Path target = target(FORMATS.get(format));
      Started started = convert(List.of(), input, target);
      if (random.nextBoolean()) {
        started.until(this::isWriting);
        Thread.sleep(random.nextInt((int) longest / 4));
      } else {
        Thread.sleep(random.nextInt((int) longest));
      }
      started.kill();
      byte[] found = Files.readAllBytes(target);
      boolean isNew = Arrays.equals(found, whole.get(format));
      assertThat(isNew || new String(found, UTF_8).equals(OLD)).as("%s %d", target, i).isTrue();
      left += names(work).size() + names(temporary).size() > 1 ? 1 : 0;
      finished += isNew ? 1 : 0;
      Started.Result next = convert(List.of(), input, target).end();
      assertThat(next.code()).as(next.err()).isZero();
      nothingIsLeft(target);
      Files.delete(target);
      if ((i + 1) % 10 == 0) {
        System.out.println(i + 1 + " kills, left something: " + left);
      }
    }
    System.out.println("left something: " + left + ", had finished: " + finished);
  }

  @Test
  void a_run_that_is_killed_while_it_keeps_a_stream_leaves_nothing_behind_the_next()
      throws Exception {
    Path archive = folder.resolve("a.zip");
    assertThat(convert(List.of(), records("a", MANY), archive).end().code()).isZero();
    byte[] bytes = Files.readAllBytes(archive);
    Path target = target("geojson");
    Path pipe = folder.resolve("pipe.zip");
    requireProgram(List.of("mkfifo", pipe.toString()));

    Started killed = convert(List.of(), pipe, target);
    try (OutputStream out = Files.newOutputStream(pipe)) {
      out.write(bytes, 0, bytes.length / 2);
      out.flush();
      killed.until(this::isKeeping);
      killed.kill();
    }
    assertThat(isKeeping()).isTrue();
    assertThat(target).content().isEqualTo(OLD);

    Started next = convert(List.of(), pipe, target);
    try (OutputStream out = Files.newOutputStream(pipe)) {
      out.write(bytes);
    }
    Started.Result result = next.end();
    assertThat(result.code()).as(result.err()).isZero();
    nothingIsLeft(target);
  }

  /** Tells whether a stream is being copied to a temporary file. */
  private boolean isKeeping() throws IOException {
    for (String name : names(temporary)) {
      if (Files.exists(temporary.resolve(name).resolve("content"))) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "zip", "xlsx"})
  void a_full_disk_is_told_and_leaves_the_old_file(String format) throws Exception {
    Path target = target(format);
    // The limit is in blocks of 1024 bytes; what is written by then does not fit.
    List<String> limited = List.of("bash", "-c", "ulimit -f 64; exec \"$0\" \"$@\"");

    Started.Result result = convert(limited, records("a", FEW * 10), target).end();

    refused(result, target, 2, "");
    nothingIsLeft(target);
  }

  @Test
  void a_full_file_system_is_told_and_leaves_the_old_file() throws Exception {
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", work.toString())
            .redirectErrorStream(true)
            .start();
    if (mount.waitFor() != 0) {
      skip("no file system can be mounted here");
    }
    try {
      Path target = target("geojson");
      refused(convert(List.of(), records("a", FEW), target).end(), target, 2, "");
      nothingIsLeft(target);
    } finally {
      new ProcessBuilder("umount", work.toString()).start().waitFor();
    }
  }

  @Test
  void an_input_that_is_cut_while_it_is_read_is_told() throws Exception {
    Path target = target("geojson");
    Path input = records("a", MANY);
    Started started = convert(List.of(), input, target).until(this::isWriting);
    Files.newByteChannel(input, StandardOpenOption.WRITE).truncate(1000).close();

    refused(started.end(), target, 2, "a changé pendant la lecture");
    nothingIsLeft(target);
  }

  @Test
  void an_input_that_disappears_while_it_is_read_is_told() throws Exception {
    Path target = target("geojson");
    Path input = records("a", MANY);
    Started started = convert(List.of(), input, target).until(this::isWriting);
    Files.delete(input);

    refused(started.end(), target, 2, "fichier introuvable");
    nothingIsLeft(target);
  }

  /** The rights of the super-user over any file are given up, if one is. */
  private static List<String> withoutPrivilege() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    String rights = "-dac_override,-dac_read_search,-fowner";
    List<String> words = List.of("setpriv", "--inh-caps=" + rights, "--bounding-set=" + rights);
    List<String> tried = new ArrayList<>(words);
    tried.add("true");
    requireProgram(tried);
    return words;
  }

  private static void requireProgram(List<String> words) throws InterruptedException {
    try {
      if (new ProcessBuilder(words).start().waitFor() == 0) {
        return;
      }
    } catch (IOException e) {
      // It is not there.
    }
    skip("does not work here: " + String.join(" ", words));
  }

  /** Surefire keeps the reason of a skipped test to itself. */
  private static void skip(String message) {
    System.out.println("Skipped, " + message);
    abort(message);
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void a_folder_that_may_not_be_written_is_told() throws Exception {
    Path target = target("geojson");
    permit("r-xr-xr-x");
    try {
      refused(
          convert(withoutPrivilege(), records("a", 10), target).end(), target, 2, "accès refusé");
    } finally {
      permit("rwxr-xr-x");
    }
    nothingIsLeft(target);
  }

  @Test
  void a_permission_that_is_lost_meanwhile_leaves_the_old_file() throws Exception {
    Path target = target("geojson");
    Path input = records("a", MANY);
    Started started = convert(withoutPrivilege(), input, target).until(this::isWriting);
    permit("r-xr-xr-x");
    try {
      refused(started.end(), target, 2, "accès refusé");
    } finally {
      permit("rwxr-xr-x");
    }
    // What could not be removed is removed by the next run.
    assertThat(convert(List.of(), records("b", 10), target).end().code()).isZero();
    nothingIsLeft(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "zip"})
  void of_two_that_write_one_target_one_wins(String format) throws Exception {
    Path first = records("a", FEW);
    Path second = records("b", FEW);
    Path target = target(format);
    List<byte[]> whole = new ArrayList<>();
    for (Path input : List.of(first, second)) {
      assertThat(convert(List.of(), input, target).end().code()).isZero();
      whole.add(Files.readAllBytes(target));
    }
    Started one = convert(List.of(), first, target);
    Started other = convert(List.of(), second, target);

    assertThat(one.end().code()).isZero();
    assertThat(other.end().code()).isZero();
    byte[] found = Files.readAllBytes(target);
    assertThat(whole).anySatisfy(bytes -> assertThat(found).isEqualTo(bytes));
    nothingIsLeft(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "jsonld", "xlsx"})
  void ctrl_c_ends_a_conversion_with_one_line(String format) throws Exception {
    requireProgram(List.of("env", "--default-signal=INT", "true"));
    Path target = target(format);
    Started started = convert(WITH_SIGNALS, records("a", MANY), target).until(this::isWriting);

    Started.Result result = started.interrupt().end();

    refused(result, target, 130, "interrompu avant la fin");
    assertThat(result.err().lines()).hasSize(1);
    nothingIsLeft(target);
  }

  @Test
  void ctrl_c_ends_one_that_waits_for_its_input() throws Exception {
    requireProgram(List.of("env", "--default-signal=INT", "true"));
    Path target = target("geojson");
    Path pipe = folder.resolve("pipe.csv");
    requireProgram(List.of("mkfifo", pipe.toString()));
    Started started = convert(WITH_SIGNALS, pipe, target);
    try (var out = Files.newOutputStream(pipe)) {
      out.write(Files.readAllBytes(records("a", FEW)));
      out.flush();
      started.until(this::isWriting);

      refused(started.interrupt().end(), target, 130, "interrompu avant la fin");
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("pipe");
    }
    nothingIsLeft(target);
  }

  @Test
  void ctrl_c_ends_the_writing_of_a_site_with_one_line() throws Exception {
    requireProgram(List.of("env", "--default-signal=INT", "true"));
    Path site = work.resolve("site");
    Started started = convert(WITH_SIGNALS, records("a", FEW * 5), site).until(this::isSiteWriting);

    Started.Result result = started.interrupt().end();

    assertThat(result.code()).as(result.err()).isEqualTo(130);
    assertThat(result.err()).isEqualTo("collporterre : interrompu avant la fin\n");
    assertThat(names(work)).isEmpty();
    assertThat(names(temporary)).isEmpty();
  }

  /** Tells whether pages are being written: all records have been read by then. */
  private boolean isSiteWriting() throws IOException {
    for (String name : names(work)) {
      Path made = work.resolve(name);
      if (Files.isDirectory(made)) {
        try (Stream<Path> files = Files.walk(made)) {
          return files.limit(40).count() == 40;
        }
      }
    }
    return false;
  }
}
