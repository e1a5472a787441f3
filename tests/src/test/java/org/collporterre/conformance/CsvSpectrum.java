package org.collporterre.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** csv-spectrum by Max Ogden: files with what any reader should make of them. */
final class CsvSpectrum implements Suite {
  @Override
  public String name() {
    return "csv-spectrum";
  }

  @Override
  public String folder() {
    return "csv-spectrum";
  }

  @Override
  public String shows() {
    return "Header and cells are those of the expected JSON.";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("csvs"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".csv", "");
        cases.add(run(name, file, folder.resolve("json").resolve(name + ".json")));
      }
    }
    return cases;
  }

  private static Case run(String name, Path csv, Path json) throws IOException {
    if (name.equals("location_coordinates")) {
      return Case.outOfScope(name, "its JSON has another telephone number than its CSV");
    }
    List<List<String>> expected = table(json);
    CsvTable found = CsvTable.read(Files.readAllBytes(csv), CsvTable.width(expected));
    if (found.rows().equals(expected)) {
      return Case.passed(name);
    }
    return found.rows().equals(CsvTable.trimmed(expected))
        ? Case.outOfScope(name, CsvTable.TRIMMED)
        : Case.failed(name, "read as " + found.rows());
  }

  private static List<List<String>> table(Path json) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(json))) {
      JsonArray objects = reader.readArray();
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.copyOf(objects.getJsonObject(0).keySet()));
      for (JsonObject object : objects.getValuesAs(JsonObject.class)) {
        rows.add(object.values().stream().map(CsvSpectrum::text).toList());
      }
      return rows;
    }
  }

  static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
