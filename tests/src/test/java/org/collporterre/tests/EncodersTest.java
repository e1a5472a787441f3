package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.Encoded;
import org.collporterre.export.Encoder;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records encoded in batches on several threads are the same file as records written one by one.
 */
class EncodersTest {
  private static final Path DATASET =
      Path.of("..", "examples", "datasets", "initiatives-inspirantes");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2013-06-01T00:00:00Z"), ZoneOffset.UTC);
  private static final int THREADS = 3;

  /** What stands in the file, and what was reported of it. */
  private record Written(String text, List<Finding> findings) {}

  private static Map<String, Exporter> exporters() {
    return Map.of(
        "GeoJSON",
        GeoJsonExporter.create().withClock(CLOCK),
        "GeoJSON with detail",
        GeoJsonExporter.create().withClock(CLOCK).withDetail(),
        "JSON-LD",
        JsonLdExporter.create().withClock(CLOCK),
        "JSON",
        JsonExporter.create(),
        "CSV",
        CsvExporter.create().withExtensions(List.of("colonne inconnue", "x@fr")),
        "CSV for spreadsheets",
        CsvExporter.create().withExcelPreset(),
        "CSV with all extensions",
        CsvExporter.create().withExtensions(List.of("x@fr")).withAllExtensions(),
        "CSV for spreadsheets with all extensions",
        CsvExporter.create().withExcelPreset().withAllExtensions());
  }

  static Stream<Arguments> formats() {
    return exporters().keySet().stream()
        .sorted()
        .flatMap(name -> Stream.of(1, 7, 1000).map(size -> Arguments.of(name, size)));
  }

  @ParameterizedTest(name = "{0}, batches of {1}")
  @MethodSource("formats")
  void batchesOfSeveralEncodersAreTheSameFile(String format, int batch) throws Exception {
    Exporter exporter = Objects.requireNonNull(exporters().get(format));
    if (!format.startsWith("CSV")) {
      List<Entry> all = new ArrayList<>(initiatives());
      all.addAll(others());
      assertSame(exporter, Entry.class, all, batch);
    }
    assertSame(exporter, Initiative.class, initiatives(), batch);
  }

  private static <E extends Entry> void assertSame(
      Exporter exporter, Class<E> type, List<E> records, int batch) throws Exception {
    Written expected = oneByOne(exporter, type, records);
    Written written = inBatches(exporter, type, records, batch);
    assertThat(written.text().equals(expected.text())).isTrue();
    assertThat(written.findings()).isEqualTo(expected.findings());
    assertThat(expected.text()).contains("Jardin 0").contains("Jardin 1499");
  }

  @Test
  void recordsAndBatchesOfOneFileKeepTheirOrder() throws IOException {
    Exporter exporter = GeoJsonExporter.create().withClock(CLOCK);
    List<Initiative> records = initiatives();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Finding> findings = new ArrayList<>();
    try (EntryWriter<Initiative> out = exporter.open(bytes, Initiative.class, findings::add)) {
      Encoder<Initiative> encoder = Objects.requireNonNull(out.encoder());
      for (int i = 0; i < records.size(); i++) {
        if (i % 3 == 0) {
          encoder.add(records.get(i));
          Encoded batch = encoder.batch();
          assertThat(batch.records()).isEqualTo(1);
          out.write(batch);
        } else {
          out.write(records.get(i));
        }
      }
      out.commit();
    }
    Written expected = oneByOne(exporter, Initiative.class, records);
    assertThat(bytes.toString(StandardCharsets.UTF_8).equals(expected.text())).isTrue();
    assertThat(findings).isEqualTo(expected.findings());
  }

  @Test
  void aBatchThatIsDroppedLeavesNoTrace() throws IOException {
    for (Exporter exporter : exporters().values()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      List<Finding> findings = new ArrayList<>();
      try (EntryWriter<Initiative> out = exporter.open(bytes, Initiative.class, findings::add)) {
        Encoder<Initiative> encoder = Objects.requireNonNull(out.encoder());
        initiatives().forEach(encoder::add);
        assertThat(encoder.batch().records()).isEqualTo(initiatives().size());
        assertThat(encoder.batch().size()).isZero();
        out.write(encoder.batch());
        out.commit();
      }
      Written expected = oneByOne(exporter, Initiative.class, List.of());
      assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(expected.text());
      assertThat(findings).isEmpty();
    }
  }

  @Test
  void aBatchOfAnotherFormatIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report report = Report.create();
    Encoded batch;
    try (EntryWriter<Initiative> out =
        JsonExporter.create().open(bytes, Initiative.class, report)) {
      batch = Objects.requireNonNull(out.encoder()).batch();
    }
    try (EntryWriter<Initiative> out = CsvExporter.create().open(bytes, Initiative.class, report)) {
      assertThatThrownBy(() -> out.write(batch)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void formatsThatNeedAllRecordsAtOnceHaveNoEncoder() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Exporter exporter :
        List.of(PackageExporter.create().asZip(), PackageExporter.create().asWorkbook())) {
      try (EntryWriter<Entry> out = exporter.open(bytes, Entry.class, Report.create())) {
        assertThat(out.encoder()).isNull();
      }
    }
  }

  private static <E extends Entry> Written oneByOne(
      Exporter exporter, Class<E> type, List<E> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Finding> findings = new ArrayList<>();
    try (EntryWriter<E> out = exporter.open(bytes, type, findings::add)) {
      for (E one : records) {
        out.write(one);
      }
      out.commit();
    }
    return new Written(bytes.toString(StandardCharsets.UTF_8), findings);
  }

  private static <E extends Entry> Written inBatches(
      Exporter exporter, Class<E> type, List<E> records, int batch) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Finding> findings = new ArrayList<>();
    ExecutorService[] threads = new ExecutorService[THREADS];
    try (EntryWriter<E> out = exporter.open(bytes, type, findings::add)) {
      List<Encoder<E>> encoders = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threads[i] = Executors.newSingleThreadExecutor();
        encoders.add(Objects.requireNonNull(out.encoder()));
      }
      List<Future<Encoded>> batches = new ArrayList<>();
      for (int from = 0; from < records.size(); from += batch) {
        List<E> part = records.subList(from, Math.min(from + batch, records.size()));
        int thread = from / batch % THREADS;
        Encoder<E> encoder = encoders.get(thread);
        batches.add(threads[thread].submit(() -> encoded(encoder, part)));
      }
      write(batches, out);
      out.commit();
    } finally {
      for (ExecutorService thread : threads) {
        thread.shutdown();
      }
    }
    return new Written(bytes.toString(StandardCharsets.UTF_8), findings);
  }

  private static <E extends Entry> Encoded encoded(Encoder<E> encoder, List<E> records) {
    records.forEach(encoder::add);
    return encoder.batch();
  }

  private static void write(List<Future<Encoded>> batches, EntryWriter<?> out)
      throws IOException, InterruptedException, ExecutionException {
    for (Future<Encoded> one : batches) {
      out.write(one.get());
    }
  }

  /** Records with little in them, with everything, withheld ones and such as lose something. */
  private static List<Initiative> initiatives() throws IOException {
    List<Initiative> all = new ArrayList<>();
    try (EntryReader<Entry> in =
        PackageImporter.create().open(DATASET, Entry.class, Report.create())) {
      for (Located<Entry> row : in) {
        if (row.value() instanceof Initiative initiative) {
          all.add(initiative);
        }
      }
    }
    HostileRecords hostile = HostileRecords.of(7);
    List<String> texts = new ArrayList<>(HostileTexts.ALL);
    texts.addAll(List.of("\uD83C", "a\uDF31b", "x\uD83C", "e\u0301", "\u0000"));
    all.add(plain(0, "é".repeat(70_000)));
    for (int i = 0; i < 1500; i++) {
      all.add(plain(i, texts.get(i % texts.size())));
      if (i % 5 == 0) {
        all.add(hostile.initiative());
      }
      if (i % 100 == 0) {
        all.add(RichRecords.initiative());
      }
    }
    return all;
  }

  private static Initiative plain(int number, String text) {
    return Initiative.named("jardin-" + number, "Jardin " + number)
        .header(
            HeaderBuilder.builder()
                .id("jardin-" + number)
                .title(LocalizedText.of("Jardin " + number))
                .summary(LocalizedText.of(text))
                .build())
        .trigger(number % 2 == 0 ? text : null)
        .themes(List.of("alimentation", text))
        .sheet(
            SheetBuilder.builder()
                .license("CC-BY-SA-4.0")
                .verifiedBy(text)
                .extensions(extensions(number, text))
                .build())
        .build();
  }

  private static Map<String, String> extensions(int number, String text) {
    if (number % 400 == 399) {
      return Map.of("colonne " + number, text, "titre", "pris", "colonne inconnue", "2");
    }
    return number % 3 == 0 ? Map.of("colonne inconnue", text) : Map.of();
  }

  private static List<Entry> others() throws IOException {
    HostileRecords hostile = HostileRecords.of(8);
    List<Entry> all = new ArrayList<>();
    for (SubjectKind kind : SubjectKind.values()) {
      all.add(RichRecords.portrait(kind));
    }
    all.add(RichRecords.methodology(true));
    all.addAll(hostile.records(Portrait.class, 50));
    all.addAll(hostile.records(Methodology.class, 50));
    return all;
  }
}
