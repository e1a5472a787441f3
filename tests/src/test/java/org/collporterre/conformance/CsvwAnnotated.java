package org.collporterre.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.conformance.Suite.Case;
import org.jspecify.annotations.Nullable;

/**
 * Cases of CSV on the Web with a metadata document that gives names and types to the columns and
 * changes no cell: the values expected of a row, in their order, are then its cells that are not
 * empty. Metadata are not read here, so cases where they change values stay out of scope.
 */
final class CsvwAnnotated {
  /** Properties by which a metadata document changes which cells there are or what is in them. */
  private static final Set<String> CHANGING =
      Set.of(
          "dialect",
          "separator",
          "null",
          "default",
          "virtual",
          "suppressOutput",
          "valueUrl",
          "format",
          "ordered");

  /** What stands before the name of a file in its address. */
  private static final String TESTS = "/tests/";

  private CsvwAnnotated() {}

  static Case run(String name, Path folder, int width) throws IOException {
    Path json = folder.resolve(name + ".json");
    if (!Files.exists(json)) {
      return Case.outOfScope(name, "about metadata only: no expected JSON");
    }
    JsonObject metadata = metadata(name, folder);
    if (metadata == null) {
      return Case.outOfScope(name, "has its metadata elsewhere than beside the CSV");
    } else if (isChanging(metadata)) {
      return Case.outOfScope(name, "metadata, which are not read, change the values");
    }
    if (!(parse(json) instanceof JsonObject expected)) {
      return Case.outOfScope(name, "its expected JSON has no rows");
    }
    JsonArray tables = expected.getJsonArray("tables");
    String address = tables.getJsonObject(0).getString("url", "");
    Path csv = folder.resolve(address.substring(address.indexOf(TESTS) + TESTS.length()));
    if (tables.size() > 1 || !Files.exists(csv)) {
      return Case.outOfScope(name, "several tables, or one that is not in the collection");
    }
    List<List<String>> table = CsvTable.read(Files.readAllBytes(csv), width).rows();
    JsonArray rows = tables.getJsonObject(0).getJsonArray("row");
    return isSame(rows, table.subList(1, table.size()))
        ? Case.passed(name)
        : Case.failed(name, "other cells than expected");
  }

  private static boolean isSame(JsonArray expected, List<List<String>> rows) {
    if (expected.size() != rows.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = rows.get(i).stream().filter(cell -> !cell.isEmpty()).toList();
      List<JsonValue> values =
          expected.getJsonObject(i).getJsonArray("describes").getJsonObject(0).entrySet().stream()
              .filter(entry -> !entry.getKey().equals("@id"))
              .map(Map.Entry::getValue)
              .toList();
      if (values.size() != cells.size()) {
        return false;
      }
      for (int j = 0; j < cells.size(); j++) {
        if (!isSame(values.get(j), cells.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** A column may be declared to hold numbers: 1.0 and 1 are the same then. */
  private static boolean isSame(JsonValue value, String cell) {
    if (value instanceof JsonNumber number) {
      try {
        return number.bigDecimalValue().compareTo(new BigDecimal(cell)) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return CsvSpectrum.text(value).equals(cell);
  }

  private static @Nullable JsonObject metadata(String name, Path folder) throws IOException {
    for (String end : List.of("-metadata.json", "-user-metadata.json")) {
      Path file = folder.resolve(name + end);
      if (Files.exists(file)) {
        return parse(file) instanceof JsonObject object ? object : null;
      }
    }
    return null;
  }

  private static JsonValue parse(Path file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
      return reader.readValue();
    } catch (JsonException e) {
      return JsonValue.NULL;
    }
  }

  private static boolean isChanging(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.entrySet().stream()
          .anyMatch(entry -> CHANGING.contains(entry.getKey()) || isChanging(entry.getValue()));
    }
    return value instanceof JsonArray array && array.stream().anyMatch(CsvwAnnotated::isChanging);
  }
}
