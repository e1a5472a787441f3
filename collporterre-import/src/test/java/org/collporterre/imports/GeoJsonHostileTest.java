package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut, damaged or made to hurt give findings, never an exception. */
class GeoJsonHostileTest {
  private static final String FILE = "x.geojson";
  private static final String DOCUMENT =
      """
      {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:4326"}},
      "features": [{"type": "Feature", "id": 1.5e1, "geometry": {"type": "Point",
      "coordinates": [-4.49, 48.41]}, "properties": {"titre": "Café \\u00e9\\ud83c\\udf31 \\n",
      "a": [true, false, null, {"b": -0.1E-2}]}}], "bbox": [1, 2, 3, 4]}""";

  private final Report report = Report.create();
  private boolean stopped;

  @Test
  void aDocumentCutAnywhereStopsWithAFinding() {
    byte[] whole = DOCUMENT.getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      Report own = Report.create();
      read(Arrays.copyOf(whole, length), own);

      assertThat(stopped).as("after %s bytes", length).isTrue();
      assertThat(own.byRule().keySet())
          .as("after %s bytes", length)
          .containsAnyOf("json-malformed", "file-empty");
    }
    read(whole, report);
    assertThat(stopped).isFalse();
  }

  @Test
  void aDocumentWithAnyByteReplacedNeverThrows() {
    byte[] whole = DOCUMENT.getBytes(UTF_8);
    for (byte wrong : new byte[] {0, '"', '{', ']', ',', '1', (byte) 0xFF, (byte) 0xC3, '\\'}) {
      for (int i = 0; i < whole.length; i++) {
        byte[] damaged = whole.clone();
        damaged[i] = wrong;
        read(damaged, Report.create());
      }
    }
  }

  /** Each value in turn at every place of the document where a value stands. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "0", "\"x\"", "[]", "{}", "[[]]", "[{}]", "{\"a\":1}"})
  void anyValueInAnyPlaceIsNoException(String value) {
    List<String> places =
        List.of(
            "\"FeatureCollection\"",
            "{\"type\": \"name\", \"properties\": {\"name\": \"EPSG:4326\"}}",
            "\"name\"",
            "{\"name\": \"EPSG:4326\"}",
            "\"EPSG:4326\"",
            "\"Feature\"",
            "1.5e1",
            "\"Point\"",
            "[-4.49, 48.41]",
            "-4.49",
            "[true, false, null, {\"b\": -0.1E-2}]",
            "[1, 2, 3, 4]");
    for (String place : places) {
      assertThat(DOCUMENT.replace("\n", " ")).contains(place);
      read(DOCUMENT.replace("\n", " ").replace(place, value).getBytes(UTF_8), Report.create());
    }
  }

  @Test
  void deepNestingIsALimitNotAnOverflow() {
    String start = "{\"type\":\"Feature\",\"properties\":{\"a\":";
    read((start + "[".repeat(100_000)).getBytes(UTF_8), report);

    assertThat(report.byRule()).containsOnlyKeys("json-limit");
    assertThat(stopped).isTrue();
  }

  @Test
  void aNumberOfTenThousandDigitsIsKeptOrRefusedQuickly() {
    String digits = "9".repeat(10_000);
    read(feature("\"couleur\":" + digits + ",\"odd\":" + digits + ",\"latitude\":1e999999999"));

    assertThat(report.byRule()).containsKeys("header-unknown", "code-unknown", "number-invalid");
    assertThat(stopped).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "'a'", "01", "+1", ".5", "1.", "0x10"})
  void whatJsonDoesNotKnowIsRefused(String value) {
    read(feature("\"a\":" + value));

    assertThat(report.byRule()).containsOnlyKeys("json-malformed");
    assertThat(stopped).isTrue();
  }

  @Test
  void loneSurrogatesAreReplacedWithAFinding() {
    List<Initiative> read = read(feature("\"titre\":\"a\\ud800\",\"couleur\":\"\\udc00b\""));

    assertThat(read.get(0).title().text()).isEqualTo("a\uFFFD");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("half-surrogate"))
        .extracting(Finding::field)
        .containsExactly("titre", "couleur");
  }

  @Test
  void bytesThatAreNotUtf8EndTheReading() {
    read(DOCUMENT.getBytes(ISO_8859_1), report);

    assertThat(report.byRule()).containsKey("encoding-not-utf8");
    assertThat(stopped).isTrue();
  }

  @Test
  void utf16WithMarkIsReadAndSaid() {
    read(("\uFEFF" + DOCUMENT).getBytes(UTF_16LE), report);

    assertThat(stopped).isFalse();
    assertThat(report.findings())
        .extracting(Finding::code, Finding::value)
        .contains(tuple("encoding-guessed", "UTF-16LE"));
    assertThat(report.byRule()).doesNotContainKey("encoding-not-utf8");
  }

  @Test
  void utf16WithoutMarkIsNotJson() {
    read(DOCUMENT.getBytes(UTF_16LE), report);

    assertThat(report.findings())
        .extracting(Finding::code, Finding::location)
        .containsExactly(tuple("json-malformed", new Location(FILE, 1, 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t "})
  void anEmptyFileIsSaidToBeEmpty(String text) {
    read(text.getBytes(UTF_8), report);

    assertThat(report.byRule()).containsOnlyKeys("file-empty");
    assertThat(stopped).isTrue();
  }

  @Test
  void aByteOrderMarkIsSkippedWithAnInformation() {
    List<Initiative> read = read(("\uFEFF" + DOCUMENT).getBytes(UTF_8), report);

    assertThat(read).hasSize(1);
    assertThat(report.byRule()).containsKey("bom-present");
  }

  @Test
  void aZipFileIsNamed() {
    read(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, report);

    assertThat(report.findings())
        .extracting(Finding::code, Finding::value)
        .containsExactly(tuple("file-not-text", "ZIP"));
    assertThat(stopped).isTrue();
  }

  @Test
  void aLongTextIsALimit() {
    read(feature("\"titre\":\"" + "a".repeat(1 << 21) + "\""));

    assertThat(report.byRule()).containsOnlyKeys("json-limit");
  }

  @Test
  void manyDuplicateKeysAreNoQuadraticWork() {
    read(feature("\"a\":1,".repeat(200_000) + "\"b\":1"));

    assertThat(report.byRule()).containsKey("json-key-duplicate");
  }

  private static byte[] feature(String properties) {
    return ("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{" + properties + "}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<Initiative> read(byte[] text) {
    return read(text, report);
  }

  private List<Initiative> read(byte[] text, Report to) {
    List<Initiative> read = new ArrayList<>();
    try (EntryReader<Initiative> reader =
        GeoJsonImporter.create().open(new ByteArrayInputStream(text), FILE, Initiative.class, to)) {
      reader.forEach(row -> read.add(row.value()));
      stopped = reader.stopped();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return read;
  }
}
