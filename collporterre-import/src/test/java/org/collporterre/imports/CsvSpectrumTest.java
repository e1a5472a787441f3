package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The suite csv-spectrum: CSV files with what any reader should make of them. */
class CsvSpectrumTest {
  /** Its JSON has another phone number than its CSV. */
  private static final String WRONG = "location_coordinates.csv";

  @TestFactory
  Stream<DynamicTest> readsEveryFileOfTheSuite() throws IOException {
    Path suite =
        Path.of(System.getProperty("collporterre.fixtures", ""), "conformance", "csv-spectrum");
    if (!Files.exists(suite)) {
      String message = "Skipped, third-party data absent: " + suite.toAbsolutePath().normalize();
      System.out.println(message);
      abort(message);
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> csvs = Files.list(suite.resolve("csvs"))) {
      csvs.filter(csv -> !csv.endsWith(WRONG)).sorted().forEach(files::add);
    }
    return files.stream()
        .map(
            csv -> {
              String name = csv.getFileName().toString().replace(".csv", "");
              Path json = suite.resolve("json").resolve(name + ".json");
              return DynamicTest.dynamicTest(
                  name, () -> assertThat(read(csv)).isEqualTo(expected(json)));
            });
  }

  private static JsonStructure expected(Path json) throws IOException {
    try (InputStream in = Files.newInputStream(json);
        JsonReader reader = Json.createReader(in)) {
      return reader.read();
    }
  }

  private static JsonStructure read(Path csv) throws IOException {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    try (InputStream in = Files.newInputStream(csv)) {
      CsvScanner scanner = new CsvScanner(in, 1 << 20);
      assertThat(scanner.nextRow()).isTrue();
      List<String> header = cells(scanner);
      while (scanner.nextRow()) {
        JsonObjectBuilder row = Json.createObjectBuilder();
        List<String> cells = cells(scanner);
        for (int i = 0; i < header.size(); i++) {
          row.add(header.get(i), cells.get(i));
        }
        rows.add(row);
      }
    }
    return rows.build();
  }

  private static List<String> cells(CsvScanner scanner) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < scanner.cells(); i++) {
      String raw =
          new String(
              scanner.bytes(),
              scanner.from(i),
              scanner.to(i) - scanner.from(i),
              StandardCharsets.UTF_8);
      cells.add(raw.replace("\"\"", "\""));
    }
    return cells;
  }
}
