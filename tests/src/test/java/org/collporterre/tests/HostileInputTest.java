package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bad input gives findings with places, or a refusal, in bounded time; never an exception. */
class HostileInputTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** The readers of JSON, with a document each in which a value has the place of {@code %s}. */
  @SuppressWarnings("ImmutableEnumChecker") // importers are immutable
  enum Format {
    GEOJSON(
        GeoJsonImporter.create(),
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":"
            + "\"Point\",\"coordinates\":[%1$s,48]},\"properties\":{\"id\":\"a\",\"titre\":\"Titre\","
            + "\"budget\":%1$s,\"x\":%1$s}}]}"),
    JSON_LD(
        JsonLdImporter.create(),
        "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"Project\",\"name\":\"Titre\","
            + "\"location\":{\"@type\":\"Place\",\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":48,"
            + "\"longitude\":%1$s}},\"x\":%1$s}]}"),
    JSON(
        JsonImporter.create(),
        "{\"collporterre\":{\"version_format\":\"1.0\"},\"fiches\":[{\"type_fiche\":\"initiative\","
            + "\"id\":\"a\",\"titre\":\"Titre\",\"longitude\":%1$s,\"latitude\":48,\"budget\":%1$s,"
            + "\"x\":%1$s}]}");

    private final Importer<?> importer;
    private final String document;

    Format(Importer<?> importer, String document) {
      this.importer = importer;
      this.document = document;
    }

    String with(String value) {
      return String.format(document, value);
    }
  }

  /** What came of a file. */
  private record Outcome(List<Initiative> records, List<Finding> findings, boolean stopped) {
    List<String> codes() {
      return findings.stream().map(Finding::code).toList();
    }
  }

  @TempDir Path folder;

  private static Outcome read(Importer<?> importer, byte[] content) {
    return assertTimeoutPreemptively(LONG, () -> readNow(importer, content));
  }

  private static Outcome readNow(Importer<?> importer, byte[] content) throws IOException {
    Report report = Report.create();
    List<Initiative> records = new ArrayList<>();
    boolean stopped;
    try (EntryReader<Initiative> in =
        importer.open(new ByteArrayInputStream(content), "x", Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        records.add(row.value());
      }
      stopped = in.stopped();
    }
    assertThat(report.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.location().line()).isPositive();
              assertThat(finding.location().column()).isPositive();
            });
    return new Outcome(records, report.findings(), stopped);
  }

  private static Outcome read(Format format, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Outcome outcome = read(format.importer, bytes);
    Importer<?> found =
        assertTimeoutPreemptively(
            LONG, () -> Importers.detect(new BufferedInputStream(new ByteArrayInputStream(bytes))));
    assertThat(found).hasSameClassAs(format.importer);
    return outcome;
  }

  @ParameterizedTest
  @EnumSource
  void theDocumentsThemselvesAreRead(Format format) {
    Outcome outcome = read(format, format.with("4"));

    assertThat(outcome.records()).hasSize(1);
    assertThat(outcome.records().get(0).locations().get(0).longitude()).isEqualTo(4.0);
    assertThat(outcome.stopped()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aTruncatedDocumentIsRefusedWhereverItEnds(Format format) {
    byte[] whole = format.with("\"é\"").getBytes(StandardCharsets.UTF_8);
    for (int i = 1; i < whole.length; i++) {
      Outcome outcome = read(format.importer, Arrays.copyOf(whole, i));
      assertThat(outcome.stopped()).as("%d bytes", i).isTrue();
      assertThat(outcome.codes())
          .as("%d bytes", i)
          .containsAnyOf("json-malformed", "encoding-not-utf8");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aValueOfTheWrongTypeIsReported(Format format) {
    for (String value : List.of("true", "[[true]]", "{\"a\":{}}", "\"mot\"")) {
      Outcome outcome = read(format, format.with(value));
      assertThat(outcome.records()).as(value).hasSize(1);
      assertThat(outcome.findings()).as(value).isNotEmpty();
      assertThat(outcome.stopped()).as(value).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberGivenTwiceIsReported(Format format) {
    String twice = format.with("4").replace("\"x\":", "\"x\":3,\"x\":");
    Outcome outcome = read(format, twice);

    assertThat(outcome.codes()).contains("json-key-duplicate");
    assertThat(outcome.records().get(0).sheet().extensions()).containsEntry("x", "3");
  }

  @ParameterizedTest
  @EnumSource
  void nestingHasALimitThatIsNamed(Format format) {
    for (String deep :
        List.of("[".repeat(100_000) + "]".repeat(100_000), "{\"a\":".repeat(100_000))) {
      Outcome outcome = read(format, format.with(deep));
      assertThat(outcome.stopped()).isTrue();
      assertThat(outcome.codes()).contains("json-limit");
      Finding limit =
          outcome.findings().stream().filter(f -> f.code().equals("json-limit")).findFirst().get();
      assertThat(limit.expected()).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentOfNothingButNestingIsRefused(Format format) {
    Outcome outcome =
        read(format.importer, "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII));

    assertThat(outcome.stopped()).isTrue();
    assertThat(outcome.records()).isEmpty();
    assertThat(outcome.findings()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void endlessNumbersCostNothingAndAreReported(Format format) {
    for (String number :
        List.of(
            "9".repeat(10_000),
            "-" + "9".repeat(10_000),
            "0." + "1".repeat(10_000) + "e9999",
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1e99999999999999999999")) {
      Outcome outcome = read(format, format.with(number));
      String name = number.substring(0, Math.min(20, number.length()));
      assertThat(outcome.records()).as(name).hasSizeLessThanOrEqualTo(1);
      assertThat(outcome.findings()).as(name).isNotEmpty();
      for (Initiative record : outcome.records()) {
        assertThat(record.locations())
            .as(name)
            .allSatisfy(
                place ->
                    assertThat(place.longitude() == null || Math.abs(place.longitude()) <= 180)
                        .isTrue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoNumberIsNoJson(Format format) {
    for (String number : List.of("NaN", "Infinity", "-Infinity", "0x10", "01", "1.", "+1")) {
      Outcome outcome = read(format, format.with(number));
      assertThat(outcome.stopped()).as(number).isTrue();
      assertThat(outcome.codes()).as(number).contains("json-malformed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void halfASurrogatePairIsReplacedAndReported(Format format) {
    for (String half : List.of("\\ud83d", "\\udf31", "\\udf31\\ud83d", "\\ud83dx")) {
      Outcome outcome = read(format, format.with("\"" + half + "\""));
      assertThat(outcome.codes()).as(half).contains("half-surrogate");
      assertThat(outcome.records().get(0).sheet().extensions().get("x")).contains("\uFFFD");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bytesThatAreNotUtf8EndTheReading(Format format) throws IOException {
    for (int[] bad :
        new int[][] {{0xFF}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}, {0xE9}}) {
      String[] parts = format.with("\"|\"").split("\\|", 2);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
      for (int b : bad) {
        bytes.write(b);
      }
      bytes.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
      Importer<?> strict = format.importer.without("encoding-guessed");
      Outcome outcome = read(strict, bytes.toByteArray());
      assertThat(outcome.stopped()).isTrue();
      assertThat(outcome.codes()).contains("encoding-not-utf8");
    }
  }

  /** Encrypted, truncated and self-reproducing archives, and other files made to break readers. */
  @Test
  void brokenArchivesAreRefusedOrReadWithFindings() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Fixtures.require("conformance/tika"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      Path copy = Files.copy(file, folder.resolve(file.getFileName().toString()));
      Outcome outcome = assertTimeoutPreemptively(LONG, () -> readNow(copy));
      assertThat(outcome.findings()).as(file.getFileName().toString()).isNotEmpty();
      Files.delete(copy);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static Outcome readNow(Path file) throws IOException {
    Report report = Report.create();
    List<Initiative> records = new ArrayList<>();
    boolean stopped;
    try (EntryReader<Initiative> in = Importers.detect(file).open(file, Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        records.add(row.value());
      }
      stopped = in.stopped();
    }
    return new Outcome(records, report.findings(), stopped);
  }
}
