package org.collporterre.tests.consumer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.collporterre.tests.support.JavaProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model by itself: on the class path, on the module path, and in an image of jlink. */
class ModelOnlyTest {
  private static final String MODULE = "org.collporterre.tests.consumer.model";
  private static final String MAIN = MODULE + ".ModelOnly";
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
  private static final Path RUNTIME = Path.of("target", "runtime-path.txt");

  /** Hibernate Validator is asked for by its service alone, so that nothing requires it. */
  private static final String ROOTS = MODULE + ",org.hibernate.validator";

  @TempDir Path folder;

  @Test
  void runs_on_the_class_path_with_what_the_model_declares() throws Exception {
    try (JavaProgram java = JavaProgram.start(folder, List.of("-cp", path(), MAIN, "en"))) {
      assertFound(java.output(), "must be");
    }
  }

  @Test
  void runs_on_the_module_path() throws Exception {
    List<String> how =
        List.of(
            "--module-path",
            path(),
            "--add-modules",
            "org.hibernate.validator",
            "-m",
            MODULE + "/" + MAIN,
            "fr");
    try (JavaProgram java = JavaProgram.start(folder, how)) {
      assertFound(java.output(), "doit");
    }
  }

  @Test
  void jlink_refuses_the_topology_suite_as_it_is_which_has_no_module_descriptor() throws Exception {
    Path image = folder.resolve("image");

    assertThat(tool("jlink", link(path(), image)))
        .contains("automatic module cannot be used with jlink: org.locationtech.jts");
  }

  @Test
  void an_image_of_jlink_runs_once_the_topology_suite_is_given_a_descriptor() throws Exception {
    Path image = folder.resolve("image");
    Path described = described(jar("jts-core"));
    String path = path().replace(jar("jts-core").toString(), described.toString());

    assertThat(tool("jlink", link(path, image))).doesNotContain("Error");

    Path java = image.resolve("bin").resolve("java");
    assertThat(image.resolve("lib").resolve("modules")).exists();
    List<String> command = List.of(java.toString(), "-m", MODULE + "/" + MAIN, "fr");
    try (JavaProgram program = JavaProgram.startCommand(folder, command)) {
      assertFound(program.output(), "doit");
    }
  }

  private static void assertFound(String said, String word) {
    assertThat(said.lines())
        .anyMatch(line -> line.contains("coordinates-out-of-range") && line.contains("148.41"))
        .anyMatch(line -> line.contains(word));
  }

  private static List<String> link(String path, Path image) {
    return List.of(
        "--module-path",
        path,
        "--add-modules",
        ROOTS,
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        image.toString());
  }

  /** The classes of a jar in a folder, with the descriptor that jdeps makes of what they use. */
  private Path described(Path jar) throws IOException {
    Path sources = folder.resolve("descriptors");
    Path classes = Files.createDirectories(folder.resolve("described"));
    tool("jdeps", List.of("--generate-module-info", sources.toString(), jar.toString()));
    unpack(jar, classes);
    Path descriptor = sources.resolve("org.locationtech.jts").resolve("module-info.java");
    String patch = "org.locationtech.jts=" + classes;
    String errors =
        tool(
            "javac",
            List.of("--patch-module", patch, "-d", classes.toString(), descriptor.toString()));
    assertThat(classes.resolve("module-info.class")).as(errors).exists();
    return classes;
  }

  private static void unpack(Path jar, Path target) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (!entry.isDirectory()) {
          Path to = target.resolve(entry.getName());
          Files.createDirectories(to.getParent());
          Files.copy(file.getInputStream(entry), to);
        }
      }
    }
  }

  private static String tool(String name, List<String> arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments.toArray(String[]::new));
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Path jar(String name) throws IOException {
    return Arrays.stream(path().split(File.pathSeparator))
        .map(Path::of)
        .filter(one -> one.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static String path() throws IOException {
    return CLASSES + File.pathSeparator + Files.readString(RUNTIME).strip();
  }
}
