package org.collporterre.gazetteer.fr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resource is what the sources give. {@code -Dcollporterre.update=true} writes it anew. */
class GazetteerResourceTest {
  private static final String PACKAGE = "@etalab/decoupage-administratif@6.0.0";
  private static final Path RESOURCE =
      Path.of("src/main/resources/org/collporterre/gazetteer/fr/gazetteer.bin");

  @TempDir Path folder;

  @Test
  void the_resource_is_made_of_the_published_package() throws Exception {
    byte[] made = GazetteerResource.make(published(), Path.of("src/build"));

    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(RESOURCE.getParent());
      Files.write(RESOURCE, made);
    }
    assertThat(made).isEqualTo(Files.readAllBytes(RESOURCE));
  }

  private Path published() throws IOException, InterruptedException {
    if (!runs(List.of("npm", "pack", "--silent", PACKAGE))
        || !runs(List.of("tar", "xzf", "etalab-decoupage-administratif-6.0.0.tgz"))) {
      String message = "Skipped, cannot be fetched with npm: " + PACKAGE;
      System.out.println(message);
      abort(message);
    }
    return folder.resolve("package/data");
  }

  private boolean runs(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
