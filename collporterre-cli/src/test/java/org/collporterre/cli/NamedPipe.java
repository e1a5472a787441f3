package org.collporterre.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Named pipes, which can be read only once. */
final class NamedPipe {
  private NamedPipe() {}

  /** Makes a pipe, where the system has such. */
  static Path in(Path folder, String name) throws IOException, InterruptedException {
    Path pipe = folder.resolve(name);
    Assumptions.assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "mkfifo is missing");
    return pipe;
  }

  /** Runs the command while somebody else writes into the pipe. */
  static Call fed(Path pipe, String content, Object... arguments) throws InterruptedException {
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.writeString(pipe, content);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    Call call = Call.of(arguments);
    writer.join();
    return call;
  }
}
