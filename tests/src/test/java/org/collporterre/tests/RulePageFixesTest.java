package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.geo.Gazetteer;
import org.collporterre.imports.Corrections;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Mapping;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The corrections that findings propose, made in the examples of the pages of rules. */
class RulePageFixesTest {
  private static final int MOST_PASSES = 10;

  /** What says how to check and read the other files. */
  private static final Set<String> NO_DATA = Set.of(DatasetSettings.FILE, DatasetDescriptor.FILE);

  private static final Gazetteer GAZETTEER = FrenchGazetteer.load();

  /** Their pages show the better way, which only a person can know. */
  private static final Set<String> OTHER_WAY = Set.of("status-regression");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> the_fixes_of_a_rule_make_of_its_example_what_its_page_says() {
    return RulePagesTest.pages()
        .map(page -> DynamicTest.dynamicTest(page.code(), () -> assertCorrected(page)));
  }

  @TestFactory
  Stream<DynamicTest> corrected_twice_is_corrected_once() {
    return RulePagesTest.pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.code(),
                    () -> {
                      Map<String, String> once = corrected(page, page.example(), false);
                      assertThat(pass(page, once, false, new ArrayList<>())).isEqualTo(once);
                      assertThat(corrected(page, once, false)).isEqualTo(once);
                    }));
  }

  @Test
  void a_good_part_of_the_pages_can_be_corrected_by_a_machine() {
    assertThat(RulePagesTest.pages().filter(this::isCorrectable).map(RulePage::code))
        .hasSizeGreaterThan(25)
        .contains(
            "blanks-around",
            "code-normalised",
            "coordinates-swapped",
            "date-normalised",
            "header-alias-used",
            "insee-missing",
            "list-duplicate-item",
            "number-decimal-comma",
            "position-normalised");
  }

  private boolean isCorrectable(RulePage page) {
    try {
      List<Finding> own = new ArrayList<>();
      pass(page, page.example(), true, own);
      return isCorrectable(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCorrectable(List<Finding> own) {
    return !own.isEmpty() && own.stream().allMatch(finding -> finding.fix() != null);
  }

  private void assertCorrected(RulePage page) throws IOException {
    List<Finding> own = new ArrayList<>();
    Map<String, String> after = page.example();
    for (int i = 0; i < MOST_PASSES; i++) {
      Map<String, String> next = pass(page, after, true, i == 0 ? own : new ArrayList<>());
      if (next.equals(after)) {
        break;
      }
      after = next;
    }
    if (OTHER_WAY.contains(page.code())) {
      List<Finding> left = new ArrayList<>();
      pass(page, after, true, left);
      assertThat(own).isNotEmpty();
      assertThat(left).isEmpty();
    } else if (isCorrectable(own)) {
      assertThat(after).isEqualTo(page.corrected());
    }
  }

  private Map<String, String> corrected(RulePage page, Map<String, String> files, boolean only)
      throws IOException {
    Map<String, String> after = files;
    for (int i = 0; i < MOST_PASSES; i++) {
      after = pass(page, after, only, new ArrayList<>());
    }
    return after;
  }

  /**
   * Reads files and makes what corrections there are.
   *
   * @param only whether only those of the rule of the page are made
   * @param own given the findings of that rule
   */
  private Map<String, String> pass(
      RulePage page, Map<String, String> files, boolean only, List<Finding> own)
      throws IOException {
    Corrections corrections = Corrections.all();
    FindingSink sink =
        finding -> {
          boolean ofPage = finding.code().equals(page.code());
          if (ofPage) {
            own.add(finding);
          }
          if (ofPage || !only || finding.fix() == null) {
            corrections.report(finding);
          }
        };
    Map<Path, Importer<?>> importers = read(page, files, sink);
    Map<String, String> after = new LinkedHashMap<>(files);
    for (Map.Entry<Path, Importer<?>> each : importers.entrySet()) {
      Path file = each.getKey();
      String name = file.getFileName().toString();
      Path copy = folder.resolve("copy");
      Corrections.Outcome outcome =
          each.getValue().correct(file, name, RulePagesTest.type(name), corrections, copy);
      if (outcome.isChanged()) {
        after.put(name, Files.readString(copy));
      }
    }
    return after;
  }

  private Map<Path, Importer<?>> read(RulePage page, Map<String, String> files, FindingSink sink)
      throws IOException {
    Clock clock =
        Clock.fixed(page.today().atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    Checker checker =
        Checker.standard().withProfile(page.profile()).withClock(clock).with(GAZETTEER);
    Map<Path, Importer<?>> importers = new LinkedHashMap<>();
    Optional<Mapping> mapping = Optional.empty();
    try (Checker.Run run = checker.start(sink)) {
      for (Map.Entry<String, String> each : files.entrySet()) {
        String name = each.getKey();
        byte[] bytes = each.getValue().getBytes(StandardCharsets.UTF_8);
        if (NO_DATA.contains(name)) {
          continue;
        } else if (name.equals(Mapping.FILE)) {
          mapping = Mapping.read(new ByteArrayInputStream(bytes), name, sink);
          continue;
        }
        Importer<?> importer =
            RulePagesTest.importer(name).withProfile(page.profile()).withRepairs();
        importer = mapping.isPresent() ? importer.withMapping(mapping.get()) : importer;
        importer = page.code().equals("id-generated") ? importer.withGeneratedIds() : importer;
        try (EntryReader<? extends Entry> reader =
            importer.open(new ByteArrayInputStream(bytes), name, RulePagesTest.type(name), sink)) {
          reader.forEach(run::accept);
        }
        importers.put(Files.write(folder.resolve(name), bytes), importer);
      }
    }
    return importers;
  }
}
