package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.Corrections;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real files with corrections: soon nothing changes any more, and no line comes or goes. */
class FixesOfFixturesTest {
  private static final int MOST_PASSES = 10;
  private static final Checker CHECKER = Checker.standard().with(FrenchGazetteer.load());

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> corrections_of_real_files_come_to_an_end() {
    return files()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()),
                    () -> {
                      assertSettles(file, false);
                      assertSettles(file, true);
                    }));
  }

  @Test
  void what_a_check_calls_safe_is_what_reading_with_repairs_changes() throws IOException {
    assertAgree(Path.of("../examples/datasets/a-corriger.csv"));
  }

  @TestFactory
  Stream<DynamicTest> what_a_check_calls_safe_is_what_reading_real_files_with_repairs_changes() {
    return files()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()), () -> assertAgree(file)));
  }

  private static void assertAgree(Path file) throws IOException {
    Importer<?> importer = Importers.detect(file);
    assertThat(safe(file, importer.withRepairs())).isEqualTo(safe(file, importer));
  }

  /** Returns where safe corrections are, and what they write. */
  private static Set<String> safe(Path file, Importer<?> importer) throws IOException {
    Set<String> safe = new TreeSet<>();
    FindingSink sink =
        found -> {
          Fix fix = found.fix();
          if (fix != null && fix.safe()) {
            safe.add(found.location() + " " + fix.cells());
          }
        };
    try (EntryReader<Initiative> in = importer.open(file, Initiative.class, sink);
        Checker.Run run = CHECKER.start(sink)) {
      in.forEach(run::accept);
    }
    return safe;
  }

  private static Stream<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String from : List.of("derived", "data/bal", "data/anct", "data/transformap")) {
      Path root = Fixtures.require(from);
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> all = Files.list(root)) {
        all.filter(file -> file.toString().matches(".*\\.(csv|geojson)"))
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Assumptions.assumeFalse(files.isEmpty(), "no fixtures");
    return files.stream();
  }

  private void assertSettles(Path fixture, boolean unsafe) throws IOException {
    Path file = folder.resolve(fixture.getFileName().toString());
    Files.copy(fixture, file, StandardCopyOption.REPLACE_EXISTING);
    long lines = lines(file);
    int passes = 0;
    while (pass(file, unsafe)) {
      assertThat(++passes).as("passes").isLessThanOrEqualTo(MOST_PASSES);
    }
    assertThat(lines(file)).isEqualTo(lines);
  }

  private static long lines(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return text.chars().filter(c -> c == '\n' || c == '\r').count();
  }

  private boolean pass(Path file, boolean unsafe) throws IOException {
    Corrections corrections = unsafe ? Corrections.all() : Corrections.safe();
    Importer<?> importer = Importers.detect(file).withRepairs();
    try (EntryReader<Initiative> in = importer.open(file, Initiative.class, corrections);
        Checker.Run run = CHECKER.start(corrections)) {
      in.forEach(run::accept);
    }
    Path copy = folder.resolve("copy");
    Corrections.Outcome outcome = importer.correct(file, Initiative.class, corrections, copy);
    if (outcome.isChanged()) {
      assertThat(outcome.files().values()).doesNotContain((Charset) null);
      Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return outcome.isChanged();
  }
}
