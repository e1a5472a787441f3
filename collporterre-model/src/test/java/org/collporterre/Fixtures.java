package org.collporterre;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party data read in place. */
public final class Fixtures {
  private Fixtures() {}

  /** Returns a file below the fixtures; a test that asks for an absent one is skipped. */
  public static Path file(String name) {
    String root = System.getProperty("collporterre.fixtures", "");
    Path file = Path.of(root, name);
    assumeTrue(
        !root.isEmpty() && Files.exists(file),
        () -> "skipped: no fixture " + file.toAbsolutePath());
    return file;
  }
}
