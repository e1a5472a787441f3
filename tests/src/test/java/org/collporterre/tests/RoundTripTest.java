package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import org.collporterre.check.Checker;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** What is written is read again as it was; and the example dataset is as good as it claims. */
class RoundTripTest {
  private static final Path EXAMPLES = Path.of("..", "examples", "datasets");
  private static final Path DATASET = EXAMPLES.resolve("initiatives-inspirantes");

  @Test
  void theExampleDatasetIsFitForPublication() throws IOException {
    Report report = Report.create();
    // The facts are of these years; today they are stale.
    Clock clock = Clock.fixed(Instant.parse("2013-06-01T00:00:00Z"), ZoneOffset.UTC);
    Checker.Run check =
        Checker.standard().withProfile(Profile.PUBLICATION).withClock(clock).start(report);
    try (check) {
      acceptAll(check, report);
    }
    assertThat(report.findings()).isEmpty();
    assertThat(check.census().byType())
        .containsEntry("initiative", 14)
        .containsEntry("methodologie", 3)
        .containsEntry("portrait", 1);
  }

  private static void acceptAll(Checker.Run check, Report report) throws IOException {
    PackageImporter importer = PackageImporter.create().withProfile(Profile.PUBLICATION);
    try (EntryReader<Entry> in = importer.open(DATASET, Entry.class, report)) {
      for (Located<Entry> row : in) {
        assertThat(check.accept(row)).isTrue();
      }
    }
  }

  @Test
  void recordsComeBackFromCsvAsTheyWere() throws IOException {
    comeBack(DATASET.resolve("initiatives.csv"), Initiative.class);
    comeBack(DATASET.resolve("methodologies.csv"), Methodology.class);
    comeBack(DATASET.resolve("portraits.csv"), Portrait.class);
  }

  @Test
  void evenADirtyFileIsReadTheSameFromWhatWasWritten() throws IOException {
    comeBack(EXAMPLES.resolve("a-corriger.csv"), Initiative.class);
  }

  @Test
  void aRealFileComesBackWithItsOwnColumns() throws IOException {
    comeBack(Fixtures.require("data/anct/liste-fs-20240801.csv"), Initiative.class);
  }

  private static <E extends Entry> void comeBack(Path file, Class<E> type) throws IOException {
    CsvImporter importer = CsvImporter.create().withGeneratedIds();
    if (file.toString().contains("liste-fs")) {
      importer = importer.withColumn("lib_fs", "titre");
    }
    List<String> extensions = new ArrayList<>();
    List<E> first = read(importer, Files.readAllBytes(file), type, Report.create(), extensions);
    byte[] once = write(first, type, extensions);
    Report again = Report.create();
    List<E> second = read(CsvImporter.create(), once, type, again, new ArrayList<>());
    assertThat(second).isEqualTo(first).isNotEmpty();
    // Reading what we wrote gives nothing to say but that columns are unknown.
    assertThat(again.findings()).extracting(Finding::code).isSubsetOf("header-unknown");
    assertThat(write(second, type, extensions)).isEqualTo(once);
  }

  private static <E extends Entry> List<E> read(
      CsvImporter importer, byte[] csv, Class<E> type, Report report, List<String> extensions)
      throws IOException {
    List<E> records = new ArrayList<>();
    try (EntryReader<E> in = importer.open(new ByteArrayInputStream(csv), "x.csv", type, report)) {
      for (Located<E> row : in) {
        if (row.value().header().id() != null && row.value().header().title() != null) {
          records.add(row.value());
        }
      }
      extensions.addAll(in.extensions());
    }
    return records;
  }

  private static <E extends Entry> byte[] write(
      List<E> records, Class<E> type, List<String> extensions) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report losses = Report.create();
    try (EntryWriter<E> writer =
        CsvExporter.create().withExtensions(extensions).open(out, type, losses)) {
      for (E one : records) {
        writer.write(one);
      }
      writer.commit();
    }
    assertThat(losses.findings()).as(out.toString(StandardCharsets.UTF_8)).isEmpty();
    return out.toByteArray();
  }
}
