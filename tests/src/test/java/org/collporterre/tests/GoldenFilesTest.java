package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.check.DeprecatedRules;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.SettingsFile;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of format version 1.0, which every later version reads: the same records, the same findings
 * about them. The files are never edited; what is expected of a new one is written by {@code
 * -Dcollporterre.update=true}, and only where nothing was expected yet.
 */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "1.0");
  private static final Path EXPECTED = GOLDEN.resolve("expected");

  /** The facts of the example dataset are of this year. */
  private static final String THEN = "2013-06-01T00:00:00Z";

  private static final String LATER = "2026-09-01T00:00:00Z";

  private final Report report = Report.keeping(10_000);
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-corriger.csv",
        "carte/carte.csv",
        "initiatives.geojson",
        "initiatives.jsonld",
        "jeu",
        "jeu.json",
        "jeu.xlsx",
        "jeu.zip"
      })
  void a_file_reads_as_it_always_did(String name) throws IOException {
    Path file = GOLDEN.resolve(name);
    Importer<?> importer = Importers.detect(file);
    Path mapping = file.resolveSibling(Mapping.FILE);
    if (Files.exists(mapping)) {
      importer = importer.withMapping(Mapping.read(mapping, report).orElseThrow());
    }
    read(importer, file, importer.detectType(file).orElse(Entry.class));

    // A dataset is the same whatever it is packed in.
    String records = name.startsWith("jeu") ? "jeu" : name.replace('/', '-');
    assertThat(json.toString(StandardCharsets.UTF_8))
        .isEqualTo(expected(records + ".records.json", json.toString(StandardCharsets.UTF_8)));
    assertFindings(name.replace('/', '-'));
  }

  private <E extends Entry> void read(Importer<?> importer, Path file, Class<E> type)
      throws IOException {
    String name = file.getFileName().toString();
    String day = name.startsWith("jeu") || name.startsWith("initiatives") ? THEN : LATER;
    Clock clock = Clock.fixed(Instant.parse(day), ZoneOffset.UTC);
    try (Checker.Run check = Checker.standard().withClock(clock).start(report);
        EntryReader<E> in = importer.open(file, type, report);
        EntryWriter<E> out = JsonExporter.create().open(json, type, Report.create())) {
      for (Located<E> row : in) {
        if (check.accept(row)) {
          out.write(row.value());
        }
      }
      out.commit();
    }
  }

  /** A rule may have come since, and then it says nothing that is an error. */
  private void assertFindings(String name) throws IOException {
    List<String> found = new ArrayList<>();
    report.findings().forEach(one -> found.add(line(one)));
    List<String> expected =
        expected(name + ".findings.txt", String.join("\n", found) + "\n").lines().toList();

    assertThat(found).containsAll(expected.stream().filter(one -> !one.isEmpty()).toList());
    assertThat(report.findings())
        .filteredOn(one -> !expected.contains(line(one)))
        .noneMatch(one -> one.severity() == Severity.ERROR);
  }

  private static String line(Finding one) {
    String code = DeprecatedRules.standard().current(one.code());
    return one.location().line()
        + ":"
        + one.location().column()
        + " "
        + one.severity().label()
        + " "
        + code
        + (one.field() == null ? "" : " " + one.field());
  }

  @Test
  void settings_read_as_they_always_did() throws IOException {
    Path file = GOLDEN.resolve("reglages").resolve("collporterre.json");

    DatasetSettings settings = SettingsFile.read(file, BuiltInRules.all(), report).orElseThrow();

    JsonbConfig config = CollporterreJsonb.config().withFormatting(true);
    String text = JsonbBuilder.create(config).toJson(settings).strip() + "\n";
    assertThat(text).isEqualTo(expected("reglages.json", text));
    assertThat(report.findings()).isEmpty();
  }

  private static String expected(String name, String now) throws IOException {
    Path file = EXPECTED.resolve(name);
    if (Boolean.getBoolean("collporterre.update") && !Files.exists(file)) {
      Files.createDirectories(EXPECTED);
      Files.writeString(file, now);
    }
    return Files.readString(file);
  }
}
