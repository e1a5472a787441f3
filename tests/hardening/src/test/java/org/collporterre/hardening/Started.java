package org.collporterre.hardening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a JVM of its own. */
final class Started {
  /** What came of it. */
  record Result(int code, String err) {}

  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path err;

  private Started(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /**
   * Starts the command, with French messages.
   *
   * @param temporary its folder of temporary files
   * @param prefix a program that starts it, with its arguments; empty for none
   */
  static Started of(Path temporary, List<String> prefix, Object... arguments) throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    words.addAll(List.of("-Xmx256m", "-Djava.io.tmpdir=" + temporary));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add("org.collporterre.cli.Main");
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    words.add("--lang=fr");
    Path err = Files.createTempFile("collporterre-err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectError(err.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new Started(builder.start(), err);
  }

  /** Waits for its end. */
  Result end() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end: " + Files.readString(err, UTF_8));
    }
    String told = Files.readString(err, UTF_8);
    Files.delete(err);
    return new Result(process.exitValue(), told);
  }

  /** Something that is waited for. */
  interface Condition {
    boolean holds() throws IOException;
  }

  /** Waits until something holds, or the command has ended. */
  Started until(Condition condition) throws IOException, InterruptedException {
    while (process.isAlive() && !condition.holds()) {
      Thread.sleep(2);
    }
    return this;
  }

  /** Kills it as {@code kill -9} does. */
  void kill() throws InterruptedException, IOException {
    process.destroyForcibly().waitFor();
    Files.deleteIfExists(err);
  }

  /** Sends it the signal of Ctrl-C. */
  Started interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    return this;
  }
}
