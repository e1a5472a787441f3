package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.imports.PackageImporter;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The importer of a file is found by what is in it. */
class ImportersTest {
  @TempDir Path folder;

  private static Importer<?> detect(byte[] content) throws IOException {
    return Importers.detect(new BufferedInputStream(new ByteArrayInputStream(content)));
  }

  private static Importer<?> detect(String text) throws IOException {
    return detect(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsToldApartByItsMembers() throws IOException {
    assertThat(detect("{\"features\": [], \"type\": \"FeatureCollection\"}"))
        .isInstanceOf(GeoJsonImporter.class);
    assertThat(detect(" \n{\"type\": \"Feature\", \"geometry\": null}"))
        .isInstanceOf(GeoJsonImporter.class);
    assertThat(detect("[{\"type\": \"Feature\"}]")).isInstanceOf(GeoJsonImporter.class);
    assertThat(detect("\uFEFF{\"@context\": \"https://schema.org\"}"))
        .isInstanceOf(JsonLdImporter.class);
    assertThat(detect("[{\"@type\": \"HowTo\"}]")).isInstanceOf(JsonLdImporter.class);
    assertThat(detect("{\"collporterre\": {\"version_format\": \"1.0\"}, \"fiches\": ["))
        .isInstanceOf(JsonImporter.class);
    assertThat(detect("{\"nom\": {\"features\": 1, \"@type\": 2}}"))
        .isInstanceOf(JsonImporter.class);
    assertThat(detect("{broken")).isInstanceOf(JsonImporter.class);
  }

  @Test
  void pagesAreSearchedForJsonLdAndOtherMarkupIsRefused() throws IOException {
    assertThat(detect("<!DOCTYPE html><html><head></head></html>"))
        .isInstanceOf(JsonLdImporter.class);
    assertThat(
            refusal(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>"
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("application/rss+xml");
  }

  @Test
  void whatIsNoDataIsRefusedByItsName() throws IOException {
    assertThat(refusal("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("PDF");
    assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})).isEqualTo("PNG");
    byte[] sqlite = "SQLite format 3\0\0\0".getBytes(StandardCharsets.US_ASCII);
    assertThat(refusal(sqlite)).isEqualTo("application/x-sqlite3");
  }

  private static String refusal(byte[] content) throws IOException {
    Report report = Report.create();
    try (EntryReader<Initiative> reader =
        detect(content)
            .open(new ByteArrayInputStream(content), "x.csv", Initiative.class, report)) {
      assertThat(reader).isEmpty();
      assertThat(reader.stopped()).isTrue();
    }
    assertThat(report.findings()).extracting(Finding::code).containsExactly("format-unsupported");
    return String.valueOf(report.findings().get(0).value());
  }

  @Test
  void theNameOfAFileDoesNotMatter() throws IOException {
    Path zip = folder.resolve("jeu.csv");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("initiatives.csv"));
      out.write("id,titre\njardin,Jardin\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Importers.detect(zip)).isInstanceOf(PackageImporter.class);
    Path csv = Files.writeString(folder.resolve("carte.geojson"), "id,titre\njardin,Jardin\n");
    assertThat(Importers.detect(csv)).isInstanceOf(CsvImporter.class);
    assertThat(Importers.detect(Files.createFile(folder.resolve("vide.json"))))
        .isInstanceOf(CsvImporter.class);
    assertThat(Importers.detect(folder)).isInstanceOf(PackageImporter.class);
  }

  @ParameterizedTest
  @CsvSource({
    "data/csv-detective/file.xlsx, SpreadsheetImporter",
    "data/csv-detective/file.ods, SpreadsheetImporter",
    "data/csv-detective/file.xls, SpreadsheetImporter",
    "data/nantes/Structures_AvantOperationsManuelles.json, GeoJsonImporter",
    "data/bal/sample.csv, CsvImporter",
    "data/participedia/case.json, JsonImporter"
  })
  void realFilesAreRecognized(String file, String importer) throws IOException {
    assertThat(Importers.detect(Fixtures.require(file)).getClass().getSimpleName())
        .isEqualTo(importer);
    assertThat(SpreadsheetImporter.create().needsFile()).isTrue();
  }

  @Test
  void aStreamIsWhereItWasBefore() throws IOException {
    BufferedInputStream in =
        new BufferedInputStream(
            new ByteArrayInputStream("id,titre\n".getBytes(StandardCharsets.UTF_8)));
    Importers.detect(in);
    assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("id,titre\n");
  }
}
