package org.collporterre.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party data that lies outside of the project, because its licences differ. */
final class Fixtures {
  private Fixtures() {}

  /** Returns a file or folder; skips the test with a message when there is no such data here. */
  static Path require(String path) {
    Path found = Path.of(System.getProperty("collporterre.fixtures", "")).resolve(path);
    assumeTrue(
        Files.exists(found),
        () ->
            "third-party data absent: "
                + found
                + " (set -Dcollporterre.fixtures=FOLDER to run this test)");
    return found;
  }
}
