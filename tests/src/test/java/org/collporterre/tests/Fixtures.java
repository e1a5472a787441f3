package org.collporterre.tests;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party data that lies outside of the project, because its licences differ. */
public final class Fixtures {
  private Fixtures() {}

  /** Returns a file or folder; when it is absent, skips the test and says so where one looks. */
  public static Path require(String path) {
    Path found = Path.of(System.getProperty("collporterre.fixtures", "")).resolve(path);
    if (!Files.exists(found)) {
      String message =
          "Skipped, third-party data absent: "
              + found.toAbsolutePath().normalize()
              + " (-Dcollporterre.fixtures=FOLDER)";
      // Surefire keeps the reason of a skipped test to itself.
      System.out.println(message);
      abort(message);
    }
    return found;
  }
}
