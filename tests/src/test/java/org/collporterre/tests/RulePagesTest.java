package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.PackageImporter;
import org.collporterre.imports.SettingsFile;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule's page is true: its example gives the findings it lists, its correction gives none.
 */
class RulePagesTest {
  /** Reported by what reads whole datasets; its test is there. */
  private static final Set<String> OF_DATASETS = Set.of("child-table-not-read", "mapping-used");

  /** Read once: a test run alone makes the tests of all pages. */
  private static final List<RulePage> PAGES =
      BuiltInRules.all().stream()
          .map(rule -> RulePage.of(rule.code()))
          .filter(page -> !page.inCode())
          .toList();

  @TestFactory
  Stream<DynamicTest> the_example_of_a_rule_gives_the_findings_on_its_page() {
    return pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.code(),
                    () -> {
                      assertThat(page.example()).isNotEmpty();
                      assertThat(page.findings()).isNotEmpty();
                      assertThat(findings(page, page.example())).isEqualTo(page.findings());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> the_correction_of_a_rule_is_without_finding_of_it() {
    return pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.code(),
                    () -> {
                      assertThat(page.corrected()).isNotEmpty();
                      assertThat(findings(page, page.corrected())).isEmpty();
                    }));
  }

  /** A page without an example has a test of its own, so that no rule is without one. */
  @Test
  void a_rule_without_an_example_has_a_test_in_code() {
    List<String> tested =
        Stream.of(
                RulesInCodeTest.class,
                DatasetRulesTest.class,
                DocumentRulesTest.class,
                GazetteerRulesTest.class,
                ValueRulesTest.class,
                SpreadsheetRulesTest.class,
                UpdateRulesTest.class)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getName().replace('_', '-'))
            .toList();

    assertThat(BuiltInRules.all())
        .extracting(Rule::code)
        .filteredOn(code -> RulePage.of(code).inCode() && !OF_DATASETS.contains(code))
        .as("codes that a test in code begins its name with")
        .allMatch(code -> tested.stream().anyMatch(name -> name.startsWith(code)));
  }

  static Stream<RulePage> pages() {
    return PAGES.stream();
  }

  private static List<String> findings(RulePage page, Map<String, String> files)
      throws IOException {
    Report report = report(page, files);
    if (!page.code().equals("rule-failed")) {
      assertThat(report.byRule()).doesNotContainKey("rule-failed");
    }
    return report.findings().stream()
        .filter(finding -> finding.code().equals(page.code()))
        .map(RulePagesTest::line)
        .toList();
  }

  /** Returns what is found in files, read and checked as the page of a rule says. */
  static Report report(RulePage page, Map<String, String> files) throws IOException {
    Report report = Report.create();
    Clock clock =
        Clock.fixed(page.today().atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    Checker checker =
        Checker.standard()
            .withProfile(page.profile())
            .withClock(clock)
            .with(FrenchGazetteer.load())
            .with(descriptor(files));
    try (Checker.Run run = checker.start(report)) {
      Optional<Mapping> mapping = Optional.empty();
      for (Map.Entry<String, String> file : files.entrySet()) {
        if (file.getKey().equals(DatasetSettings.FILE)) {
          byte[] json = file.getValue().getBytes(StandardCharsets.UTF_8);
          SettingsFile.read(
              new ByteArrayInputStream(json), file.getKey(), BuiltInRules.all(), report);
          continue;
        }
        if (file.getKey().equals(DatasetDescriptor.FILE)) {
          continue;
        }
        if (file.getKey().equals(Mapping.FILE)) {
          byte[] json = file.getValue().getBytes(StandardCharsets.UTF_8);
          mapping = Mapping.read(new ByteArrayInputStream(json), Mapping.FILE, report);
          continue;
        }
        Importer<?> importer = importer(file.getKey()).withProfile(page.profile());
        if (mapping.isPresent()) {
          importer = importer.withMapping(mapping.get());
        }
        if (page.code().equals("id-generated")) {
          importer = importer.withGeneratedIds();
        }
        read(importer, file.getKey(), file.getValue(), run, report);
      }
    }
    return report;
  }

  /** What the example's manifest says of the dataset, read as the package would be. */
  static @Nullable DatasetDescriptor descriptor(Map<String, String> files) throws IOException {
    if (!files.containsKey(DatasetDescriptor.FILE)) {
      return null;
    }
    Path folder = Files.createTempDirectory("example");
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      try (DatasetReader<Entry> reader =
          PackageImporter.create().openDataset(folder, Entry.class, finding -> {}).orElseThrow()) {
        return reader.descriptor().orElseThrow();
      }
    } finally {
      for (String file : files.keySet()) {
        Files.delete(folder.resolve(file));
      }
      Files.delete(folder);
    }
  }

  private static void read(
      Importer<?> importer, String name, String text, Checker.Run run, Report report)
      throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (EntryReader<? extends Entry> reader = importer.open(in, name, type(name), report)) {
      reader.forEach(run::accept);
    }
  }

  static Importer<?> importer(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> CsvImporter.create();
      case "geojson" -> GeoJsonImporter.create();
      case "json" -> JsonImporter.create();
      case "jsonld" -> JsonLdImporter.create();
      default -> throw new AssertionError("nothing reads " + name);
    };
  }

  /** A file that is not called by a record type holds records of any. */
  static Class<? extends Entry> type(String name) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (name.startsWith(Schema.of(type).name() + "s.")) {
        return type;
      }
    }
    return Entry.class;
  }

  private static String line(Finding finding) {
    Location location = finding.location();
    String field = finding.field() == null ? "-" : finding.field();
    String value = finding.value() == null ? "-" : '"' + finding.value().replace("\n", "⏎") + '"';
    return location + " " + finding.severity().label() + " " + field + " " + value;
  }
}
