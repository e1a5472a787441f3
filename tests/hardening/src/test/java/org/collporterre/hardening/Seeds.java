package org.collporterre.hardening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What fuzzing begins with, beside the inputs that are kept: the examples and the beginnings of
 * third-party files, read in place where they are. Nothing of ours is called here: a class that is
 * loaded before the fuzzer is cannot be followed by it.
 */
final class Seeds {
  private static final Path EXAMPLES = Path.of("..", "..", "examples");
  private static final Path KEPT = Path.of("src/test/resources/org/collporterre/hardening");
  private static final Path PRESETS =
      Path.of("..", "..", "collporterre-import/src/main/resources/org/collporterre/imports");

  /** A file is cut after so many bytes: the shorter a seed, the more of them in a minute. */
  private static final int LONGEST = 4 << 10;

  private static final int MOST = 60;

  private Seeds() {}

  static Stream<byte[]> csv() throws IOException {
    return all(
        List.of(files(EXAMPLES, ".csv"), foreign("data", ".csv"), foreign("conformance", ".csv")));
  }

  static Stream<byte[]> geojson() throws IOException {
    return all(List.of(foreign("conformance", ".geojson"), foreign("data", ".geojson")));
  }

  static Stream<byte[]> jsonLd() throws IOException {
    return all(List.of(foreign("conformance", ".jsonld"), foreign("conformance", ".html")));
  }

  static Stream<byte[]> json() throws IOException {
    return all(List.of(foreign("data", ".json"), foreign("conformance/JSONTestSuite", ".json")));
  }

  static Stream<byte[]> yaml() throws IOException {
    return all(List.of(foreign("data", ".yml"), foreign("data", ".yaml")));
  }

  static Stream<byte[]> packages() throws IOException {
    return all(List.of(foreign("conformance", ".zip")));
  }

  static Stream<byte[]> workbooks() throws IOException {
    return all(List.of(foreign("data", ".xlsx"), foreign("data", ".ods")));
  }

  static Stream<byte[]> mappings() throws IOException {
    return all(List.of(files(EXAMPLES.resolve("mappings"), ".json"), files(PRESETS, ".json")));
  }

  static Stream<byte[]> settings() throws IOException {
    return all(List.of(files(EXAMPLES, "collporterre.json")));
  }

  /** Records for round trips, in any format. */
  static Stream<byte[]> records() throws IOException {
    return all(
        List.of(
            files(EXAMPLES, ".csv"),
            files(KEPT.resolve("JsonFuzzTestInputs"), "json"),
            files(KEPT.resolve("GeoJsonFuzzTestInputs"), "json"),
            foreign("data/bal", ".csv")));
  }

  private static Stream<byte[]> all(List<List<byte[]>> seeds) {
    return seeds.stream().flatMap(List::stream);
  }

  private static List<byte[]> foreign(String folder, String end) throws IOException {
    return files(Path.of(System.getProperty("collporterre.fixtures", "")).resolve(folder), end);
  }

  private static List<byte[]> files(Path folder, String end) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(end))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(MOST)
          .map(Seeds::beginning)
          .toList();
    }
  }

  private static byte[] beginning(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      // An archive has its directory at its end.
      boolean archive = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
      return archive ? bytes : Arrays.copyOf(bytes, Math.min(LONGEST, bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
