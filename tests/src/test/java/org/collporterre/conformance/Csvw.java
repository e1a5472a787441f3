package org.collporterre.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CSV on the Web (W3C), csv2json: the cases in which a CSV file says it all. */
final class Csvw implements Suite {
  private static final Pattern TEST = Pattern.compile("(?:^|[\\r\\n])(test\\d+),");

  /** Wide enough for every table of the suite. */
  private static final int WIDTH = 40;

  @Override
  public String name() {
    return "CSV on the Web, csv2json";
  }

  @Override
  public String folder() {
    return "csvw";
  }

  @Override
  public String shows() {
    return "every cell that is not empty is in the expected JSON, row by row: under its header, or"
        + " in its place where metadata rename the columns";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.forEach(file -> files.add(file.getFileName().toString()));
    }
    Set<String> names = new TreeSet<>();
    TEST.matcher(Files.readString(folder.resolve("manifest.csv")))
        .results()
        .forEach(match -> names.add(match.group(1)));
    List<Case> cases = new ArrayList<>();
    for (String name : names) {
      boolean there = files.stream().anyMatch(file -> file.startsWith(name));
      cases.add(
          isPlain(name, files)
              ? run(name, folder)
              : there
                  ? CsvwAnnotated.run(name, folder, WIDTH)
                  : Case.outOfScope(name, "its files are not in the collection used here"));
    }
    return cases;
  }

  /** Tells whether there is nothing to a case but a table and what is expected of it. */
  private static boolean isPlain(String name, Set<String> files) {
    return files.contains(name + ".csv")
        && files.stream()
            .filter(file -> file.startsWith(name))
            .allMatch(file -> file.equals(name + ".csv") || file.equals(name + ".json"));
  }

  private static Case run(String name, Path folder) throws IOException {
    Path json = folder.resolve(name + ".json");
    if (!Files.exists(json)) {
      return Case.outOfScope(name, "has no expected JSON");
    }
    List<Map<String, String>> expected = new ArrayList<>();
    try (JsonReader reader = Json.createReader(Files.newInputStream(json))) {
      JsonArray rows =
          reader.readObject().getJsonArray("tables").getJsonObject(0).getJsonArray("row");
      for (JsonObject row : rows.getValuesAs(JsonObject.class)) {
        Map<String, String> cells = new TreeMap<>();
        row.getJsonArray("describes")
            .getJsonObject(0)
            .forEach((key, value) -> cells.put(key, CsvSpectrum.text(value)));
        expected.add(cells);
      }
    }
    if (expected.stream().anyMatch(row -> row.containsKey("_col.1"))) {
      return Case.outOfScope(name, "a table without a header");
    }
    List<Map<String, String>> found =
        rows(CsvTable.read(Files.readAllBytes(folder.resolve(name + ".csv")), WIDTH).rows());
    return found.equals(expected) ? Case.passed(name) : Case.failed(name, "read as " + found);
  }

  private static List<Map<String, String>> rows(List<List<String>> table) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = table.get(0);
    for (List<String> row : table.subList(1, table.size())) {
      Map<String, String> cells = new TreeMap<>();
      for (int i = 0; i < header.size(); i++) {
        if (!row.get(i).isEmpty()) {
          cells.put(header.get(i), row.get(i));
        }
      }
      rows.add(cells);
    }
    return rows;
  }
}
