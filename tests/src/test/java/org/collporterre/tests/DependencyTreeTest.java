package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing creeps into what a program gets that uses a library of ours. Each build lists it; what
 * was agreed to is in {@code src/test/resources/dependencies}, which {@code
 * -Dcollporterre.update=true} writes anew.
 */
class DependencyTreeTest {
  private static final Path AGREED = Path.of("src", "test", "resources", "dependencies");

  @ParameterizedTest
  @ValueSource(strings = {"model", "gazetteer-fr", "import", "export", "pipeline", "reports"})
  void a_library_brings_what_was_agreed_to(String name) throws IOException {
    String module = "collporterre-" + name;
    Path built = Path.of("..", module, "target", "dependencies.txt");
    assumeTrue(Files.exists(built), module + " was not built by Maven");
    Path agreed = AGREED.resolve(module + ".txt");
    String tree = tree(built);
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(AGREED);
      Files.writeString(agreed, tree);
    }
    assertThat(tree)
        .as("what %s brings; if it is meant, run with -Dcollporterre.update=true", module)
        .isEqualTo(Files.readString(agreed));
  }

  /** Leaves out our own version and what is optional, which a program gets only if it asks. */
  private static String tree(Path built) throws IOException {
    return Files.readAllLines(built).stream()
        .filter(line -> !line.endsWith(" (optional)"))
        .map(line -> line.replaceAll("(org\\.collporterre:[a-z-]+:jar):[^:]+", "$1"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
