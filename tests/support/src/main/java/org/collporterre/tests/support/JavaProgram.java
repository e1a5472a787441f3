package org.collporterre.tests.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program as a process of its own, as those who embed the library run theirs. What it prints
 * goes to a file, its errors to another one; closing it ends it.
 */
public final class JavaProgram implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path said;
  private final Path log;

  private JavaProgram(Process process, Path said, Path log) {
    this.process = process;
    this.said = said;
    this.log = log;
  }

  /** Starts the Java that runs this, with these arguments, in a folder. */
  public static JavaProgram start(Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It runs for seconds: to compile well takes longer than it saves.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.addAll(arguments);
    return startCommand(folder, command);
  }

  /** Starts any command in a folder. */
  public static JavaProgram startCommand(Path folder, List<String> command) throws IOException {
    Path said = folder.resolve("said.txt");
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Process process = builder.redirectOutput(said.toFile()).redirectError(log.toFile()).start();
    JavaProgram program = new JavaProgram(process, said, log);
    Runtime.getRuntime().addShutdownHook(new Thread(program::close));
    return program;
  }

  /** Returns a port of this machine that nothing listens to. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until it has ended and returns what it printed; fails unless it ended with 0. */
  public String output() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("the program did not end well: " + logs());
    }
    return Files.readString(said);
  }

  /** Waits until it has printed a text, in whatever it says; fails if it ends before. */
  public void awaits(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!logs().contains(text)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the program did not say «" + text + "»: " + logs());
      }
      Thread.sleep(100);
    }
  }

  /** Returns all that it has said until now. */
  public String logs() throws IOException {
    return new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
        + new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
