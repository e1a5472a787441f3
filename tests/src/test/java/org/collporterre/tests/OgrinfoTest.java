package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write is what the most used reader of geographic data understands, without a word. */
class OgrinfoTest {
  @Test
  void opensOurGeoJsonWithoutAWarning(@TempDir Path folder) throws Exception {
    if (!isInstalled()) {
      String message = "Skipped, ogrinfo absent (Debian: apt install gdal-bin)";
      System.out.println(message);
      abort(message);
    }
    Path csv = Fixtures.require("data/bnlc/bnlc-.csv");
    Path geojson = folder.resolve("bnlc.geojson");
    convert(csv, geojson);
    List<String> said = run("ogrinfo", "-ro", "-so", "-al", geojson.toString());
    assertThat(said)
        .contains("Layer name: initiatives", "Geometry: Point", "Feature Count: 2473")
        .contains("Extent: (-4.720745, -21.265092) - (55.619290, 51.017566)")
        .noneMatch(line -> line.startsWith("Warning") || line.startsWith("ERROR"));
  }

  private static void convert(Path csv, Path geojson) throws IOException {
    CsvImporter importer =
        CsvImporter.create()
            .withGeneratedIds()
            .withColumn("nom_lieu", "titre")
            .withColumn("Ylat", "latitude")
            .withColumn("Xlong", "longitude")
            .withColumn("insee", "code_insee");
    Report report = Report.create();
    try (EntryReader<Initiative> in = importer.open(csv, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out =
            GeoJsonExporter.create().open(geojson, Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        assertThat(check.accept(row)).isTrue();
        out.write(row.value());
      }
      out.commit();
    }
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return !run("ogrinfo", "--version").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the lines a program prints, on either stream. */
  private static List<String> run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("ogrinfo", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor()).as(Arrays.toString(command)).isZero();
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } finally {
      Files.delete(output);
    }
  }
}
