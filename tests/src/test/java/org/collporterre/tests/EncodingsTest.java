package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.JsonImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in other encodings than UTF-8: what is found out, what is read, what is said. */
class EncodingsTest {
  private static final CsvImporter ADDRESSES =
      CsvImporter.create().withGeneratedIds().withColumn("voie_nom", "titre");

  private final Report report = Report.keeping(100_000);
  private boolean stopped;

  @Test
  void sampleAnsiGivesTheRecordsOfTheSameFileInUtf8() throws IOException {
    List<Initiative> utf8 = read(ADDRESSES, Fixtures.require("data/bal/sample.csv"));
    List<Initiative> ansi = read(ADDRESSES, Fixtures.require("data/bal/sample.ansi.csv"));

    assertThat(ansi).hasSize(15).extracting(EncodingsTest::shown).isEqualTo(shown(utf8));
    assertThat(values("encoding-guessed")).containsExactly("windows-1252");
    assertThat(report.byRule()).containsEntry("bom-present", 1);
  }

  @Test
  void windows1252WithSemicolonsGivesTheExpectedRecords() throws IOException {
    CsvImporter importer = CsvImporter.create().withGeneratedIds().withColumn("lib_fs", "titre");
    List<Initiative> expected = read(importer, Fixtures.require("derived/expected.csv"));
    List<Initiative> windows =
        read(importer, Fixtures.require("derived/fs-windows-1252-semicolon-deccomma-crlf.csv"));

    assertThat(windows).hasSize(300).extracting(EncodingsTest::shown).isEqualTo(shown(expected));
    assertThat(values("encoding-guessed")).containsExactly("windows-1252");
  }

  @Test
  void quotedUtf8WithMarkGivesTheExpectedRecords() throws IOException {
    CsvImporter importer = CsvImporter.create().withGeneratedIds().withColumn("lib_fs", "titre");
    List<Initiative> expected = read(importer, Fixtures.require("derived/expected.csv"));
    List<Initiative> marked =
        read(importer, Fixtures.require("derived/fs-utf8-bom-quoted-all.csv"));

    assertThat(marked).hasSize(300).extracting(EncodingsTest::shown).isEqualTo(shown(expected));
    assertThat(report.byRule()).doesNotContainKey("encoding-guessed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "x-UTF-16LE-BOM",
        "windows-1252",
        "ISO-8859-1",
        "ISO-8859-15",
        "x-MacRoman",
        "IBM850"
      })
  void aFileReadsTheSameInEveryEncoding(String charset) throws IOException {
    Path file = Fixtures.require("data/csv-detective/subventions-commune-de-castelmaurou.csv");
    CsvImporter importer =
        CsvImporter.create().withGeneratedIds().withColumn("nomBeneficiaire", "titre");
    List<Initiative> expected = read(importer, file);
    byte[] bytes = Files.readString(file).getBytes(Charset.forName(charset));

    List<Initiative> read = read(importer, bytes);

    assertThat(read).hasSize(95).extracting(EncodingsTest::shown).isEqualTo(shown(expected));
    assertThat(stopped).isFalse();
  }

  @Test
  void whatIsToldIsNotGuessed() throws IOException {
    byte[] mac = "id,titre\na,Été à Nîmes\n".getBytes(Charset.forName("x-MacRoman"));

    List<Initiative> read =
        read(CsvImporter.create().withCharset(Charset.forName("x-MacRoman")), mac);

    assertThat(read).extracting(one -> one.title().text()).containsExactly("Été à Nîmes");
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void whatIsToldWronglyIsReportedWhereItShows() throws IOException {
    byte[] bytes = {'i', 'd', ',', 't', 'i', 't', 'r', 'e', '\n', 'a', ',', (byte) 0x81, '\n'};

    read(CsvImporter.create().withCharset(Charset.forName("windows-1252")), bytes);

    assertThat(report.findings())
        .extracting(f -> f.code() + " " + f.location() + " " + f.expected())
        .containsExactly("encoding-malformed f.csv:2:3 windows-1252");
    assertThat(stopped).isFalse();
  }

  @Test
  void utf16WithoutMarkIsReadWhenTold() throws IOException {
    byte[] bytes = "id,titre\na,Été\n".getBytes(Charset.forName("UTF-16LE"));

    List<Initiative> read =
        read(CsvImporter.create().withCharset(Charset.forName("UTF-16LE")), bytes);

    assertThat(read).extracting(one -> one.title().text()).containsExactly("Été");
  }

  @Test
  void aGuessThatIsRefusedIsNotMade() throws IOException {
    Path file = Fixtures.require("data/bal/sample.ansi.csv");

    read(ADDRESSES.without("encoding-guessed"), file);

    assertThat(stopped).isTrue();
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().startsWith("encoding-"))
        .extracting(f -> f.code() + " " + f.expected())
        .containsExactly("encoding-not-utf8 windows-1252");
  }

  @Test
  void oneDamagedByteDoesNotMakeAnotherEncodingOfUtf8() throws IOException {
    byte[] start = "id,titre\na,Été\nb,Hiver à Nîmes\nc,Caf".getBytes(UTF_8);
    byte[] bytes = Arrays.copyOf(start, start.length + 1);
    bytes[start.length] = (byte) 0xE9;

    List<Initiative> read = read(CsvImporter.create(), bytes);

    assertThat(read).extracting(one -> one.title().text()).containsExactly("Été", "Hiver à Nîmes");
    assertThat(values("encoding-not-utf8")).containsExactly("Caf\uFFFD");
  }

  @Test
  void jsonInUtf16WithMarkIsReadByTheImporterForIt() throws IOException {
    byte[] json =
        "[{\"type_fiche\":\"initiative\",\"id\":\"a\",\"titre\":\"Été\"}]".getBytes(UTF_16);
    Importer<?> importer =
        Importers.detect(new BufferedInputStream(new ByteArrayInputStream(json)));

    assertThat(importer).isInstanceOf(JsonImporter.class);
    assertThat(read(importer, json)).extracting(one -> one.title().text()).containsExactly("Été");
    assertThat(values("encoding-guessed")).containsExactly("UTF-16BE");
  }

  @Test
  void geoJsonIsReadInTheEncodingTold() throws IOException {
    byte[] json =
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"id\":\"a\",\"titre\":\"Été\"}}"
            .getBytes(Charset.forName("windows-1252"));

    List<Initiative> read =
        read(GeoJsonImporter.create().withCharset(Charset.forName("windows-1252")), json);

    assertThat(read).extracting(one -> one.title().text()).containsExactly("Été");
    assertThat(report.byRule()).doesNotContainKey("encoding-guessed");
  }

  private List<String> values(String code) {
    return report.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(Finding::value)
        .toList();
  }

  private List<Initiative> read(Importer<?> importer, Path file) throws IOException {
    return read(importer, Files.readAllBytes(file));
  }

  private List<Initiative> read(Importer<?> importer, byte[] bytes) throws IOException {
    List<Initiative> records = new ArrayList<>();
    try (EntryReader<Initiative> in =
        importer.open(new ByteArrayInputStream(bytes), "f.csv", Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        records.add(row.value());
      }
      stopped = in.stopped();
    }
    return records;
  }

  private static List<String> shown(List<Initiative> records) {
    return records.stream().map(EncodingsTest::shown).toList();
  }

  /** An identifier that is made from the bytes of the row differs between encodings. */
  private static String shown(Initiative record) {
    return record.toString().replace(record.id(), "");
  }
}
