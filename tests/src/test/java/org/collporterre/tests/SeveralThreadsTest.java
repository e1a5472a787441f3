package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Finding;
import org.collporterre.report.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads find and write what one does, whatever the size of blocks. */
class SeveralThreadsTest {
  private static final long LARGEST = 300_000;
  private static final List<Pipeline> SEVERAL =
      List.of(
          Pipeline.create().withThreads(2).withBlockSize(100),
          Pipeline.create().withThreads(8).withBlockSize(1 << 10),
          Pipeline.create().withThreads(3).withBlockSize(1 << 14),
          Pipeline.create().withThreads(2).withBlockSize(1 << 24));

  /** What a file gave. */
  private record Outcome(
      List<Finding> findings, List<String> records, boolean stopped, String written) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "derived",
        "data",
        "conformance/csv-spectrum/csvs",
        "conformance/csvw",
        "conformance/geojsonhint",
        "conformance/geojson-fixtures",
        "conformance/JSONTestSuite",
        "conformance/schemaorg-examples"
      })
  void other_peoples_files(String folder) throws IOException {
    Path fixtures = Fixtures.require(folder);
    List<Path> files;
    try (Stream<Path> all = Files.walk(fixtures)) {
      files = all.filter(SeveralThreadsTest::isText).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      String name = file.getFileName().toString();
      compare(Files.readAllBytes(file), name, Profile.ECHANGE, GeoJsonExporter.create());
    }
  }

  private static boolean isText(Path file) {
    try {
      return file.toString().matches(".*[.](csv|tsv|geojson|json|jsonld)")
          && Files.isRegularFile(file)
          && Files.size(file) < LARGEST;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void hostile_records_in_every_format(long seed) throws IOException {
    List<Initiative> records = HostileRecords.of(seed).records(Initiative.class, 400);
    for (Exporter exporter : exporters()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (EntryWriter<Initiative> writer = exporter.open(out, Initiative.class, finding -> {})) {
        // Every identifier twice: what comes second is held back late.
        for (int i = 0; i < 2; i++) {
          for (Initiative one : records) {
            writer.write(one);
          }
        }
        writer.commit();
      }
      for (Profile profile : Profile.values()) {
        compare(out.toByteArray(), "x", profile, exporter);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";"})
  void texts_that_break_rows(String delimiter) throws IOException {
    StringBuilder rows = new StringBuilder("id,titre,resume,couleur,\n");
    for (int i = 0; i < 60; i++) {
      for (String text : HostileTexts.ALL) {
        String cell = text.length() > 100 ? "" : text;
        boolean raw = i % 7 == 3 && cell.indexOf('"') < 0;
        rows.append(i % 5 == 2 ? "" : "a" + i).append(',');
        rows.append(raw ? cell : '"' + cell.replace("\"", "\"\"") + '"').append(",A");
        rows.append(i % 11 == 4 ? "\n\n\n" : "\n");
      }
    }
    compare(
        rows.toString().replace(",", delimiter).getBytes(StandardCharsets.UTF_8),
        "x.csv",
        Profile.PUBLICATION,
        JsonExporter.create());
  }

  private static List<Exporter> exporters() {
    return List.of(
        CsvExporter.create(),
        GeoJsonExporter.create().withDetail(),
        JsonExporter.create(),
        JsonLdExporter.create(),
        PackageExporter.create().asZip(),
        PackageExporter.create().asWorkbook());
  }

  private static void compare(byte[] file, String name, Profile profile, Exporter exporter)
      throws IOException {
    Importer<?> importer =
        Importers.detect(new BufferedInputStream(new ByteArrayInputStream(file)));
    Outcome alone =
        outcome(file, name, profile, importer, exporter, Pipeline.create().withThreads(1));
    for (Pipeline several : SEVERAL) {
      Outcome found = outcome(file, name, profile, importer, exporter, several);
      assertThat(firstDifference(found, alone)).as("%s, %s", name, profile).isEmpty();
    }
  }

  /** Returns what differs first, in words that one can read; empty when all is equal. */
  private static String firstDifference(Outcome found, Outcome alone) {
    for (int i = 0; i < alone.findings().size(); i++) {
      Object own = i < found.findings().size() ? found.findings().get(i) : "nothing";
      if (!own.equals(alone.findings().get(i))) {
        return "finding " + i + ": " + own + " instead of " + alone.findings().get(i);
      }
    }
    for (int i = 0; i < alone.records().size(); i++) {
      String own = i < found.records().size() ? found.records().get(i) : "nothing";
      if (!own.equals(alone.records().get(i))) {
        return "record " + i + ": " + own + " instead of " + alone.records().get(i);
      }
    }
    return found.equals(alone) ? "" : "what was written";
  }

  private static Outcome outcome(
      byte[] file,
      String name,
      Profile profile,
      Importer<?> importer,
      Exporter exporter,
      Pipeline pipeline)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<String> records = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Checker checker = Checker.standard().withProfile(profile).with(FrenchGazetteer.load());
    boolean stopped;
    try (EntryReader<Initiative> in =
            importer
                .withProfile(profile)
                .withGeneratedIds()
                .open(new ByteArrayInputStream(file), name, Initiative.class, findings::add);
        EntryWriter<Initiative> out = exporter.open(bytes, Initiative.class, findings::add)) {
      try (Checker.Run run = checker.start(findings::add)) {
        pipeline.convert(
            in,
            run,
            out,
            (row, passes) -> records.add(row.origin().record() + " " + passes + row.value().id()));
      }
      stopped = in.stopped();
      out.commit();
    }
    return new Outcome(findings, records, stopped, bytes.toString(StandardCharsets.UTF_8));
  }
}
