package org.collporterre.gazetteer.fr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.collporterre.geo.Commune.Kind;
import org.collporterre.geo.CommuneNames;

/**
 * Makes the resource of {@link FrenchGazetteer} from the npm package {@code
 * @etalab/decoupage-administratif} and the boxes in {@code src/build}. Equal sources give equal
 * bytes.
 */
final class GazetteerResource {
  /** The year of the official list in version 6.0.0 of the package, as its README says. */
  private static final int VINTAGE = 2026;

  private record Row(
      String code,
      String name,
      Kind kind,
      String chefLieu,
      String department,
      List<String> postcodes) {}

  private final Path data;
  private final Path boxes;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> current = new HashMap<>();
  private final List<String> departments = new ArrayList<>();
  private final Map<String, Integer> epciOf = new HashMap<>();
  private final StringBuilder table = new StringBuilder();

  private GazetteerResource(Path data, Path boxes) {
    this.data = data;
    this.boxes = boxes;
  }

  /**
   * Returns the bytes of the resource.
   *
   * @param data the folder {@code data} of the npm package
   * @param boxes the folder of {@code departements.csv} and {@code pays.csv}
   */
  static byte[] make(Path data, Path boxes) throws IOException {
    GazetteerResource resource = new GazetteerResource(data, boxes);
    resource.readTerritories();
    resource.readCommunes();
    return resource.bytes();
  }

  private void readTerritories() throws IOException {
    for (JsonObject region : array("regions.json")) {
      named("reg", region, region.getString("nom"));
    }
    for (JsonObject department : array("departements.json")) {
      departments.add(department.getString("code"));
      named("dep", department, department.getString("nom"), department.getString("region"));
    }
    int number = 0;
    for (JsonObject epci : array("epci.json")) {
      named("epci", epci, withoutKind(epci.getString("nom")));
      for (JsonObject member : epci.getJsonArray("membres").getValuesAs(JsonObject.class)) {
        epciOf.put(member.getString("code"), number);
      }
      number++;
    }
    for (JsonObject ept : array("ept.json")) {
      named("ept", ept, ept.getString("nom"));
    }
    addBoxes("depbox", "departements.csv");
    addBoxes("box", "pays.csv");
  }

  /** The kind, {@code CC} or {@code CA}, is no part of a name that people would write. */
  private static String withoutKind(String name) {
    return name.replaceFirst("^(CC|CA|CU) ", "");
  }

  private void addBoxes(String kind, String file) throws IOException {
    Files.readAllLines(boxes.resolve(file)).stream()
        .skip(1)
        .forEach(box -> line(kind, box.replace(',', '\t')));
  }

  private void named(String kind, JsonObject territory, String name, String... more) {
    List<String> cells =
        new ArrayList<>(List.of(kind, territory.getString("code"), name, CommuneNames.fold(name)));
    cells.addAll(List.of(more));
    line(cells.toArray(String[]::new));
  }

  private void line(String... cells) {
    table.append(String.join("\t", cells)).append('\n');
  }

  private void readCommunes() throws IOException {
    Map<String, Kind> kinds =
        Map.of(
            "commune-actuelle", Kind.CURRENT,
            "commune-deleguee", Kind.DELEGATED,
            "commune-associee", Kind.ASSOCIATED,
            "arrondissement-municipal", Kind.DISTRICT);
    Map<String, TreeSet<String>> absorbed = new TreeMap<>();
    Map<String, String> departmentOf = new HashMap<>();
    for (JsonObject commune : array("communes.json")) {
      String code = commune.getString("code");
      Kind kind = requireNonNull(kinds.get(commune.getString("type")), code);
      String chefLieu = commune.getString("chefLieu", commune.getString("commune", ""));
      String department = commune.getString("departement");
      departmentOf.put(code, department);
      rows.add(
          new Row(
              code,
              commune.getString("nom"),
              kind,
              chefLieu,
              department,
              texts(commune, "codesPostaux")));
      for (String old : texts(commune, "anciensCodes")) {
        absorbed.computeIfAbsent(old, o -> new TreeSet<>()).add(code);
      }
    }
    absorbed.forEach(
        (old, into) -> {
          // A code that went to several municipalities does not say which one is meant.
          if (!departmentOf.containsKey(old) && into.size() == 1) {
            String department = requireNonNull(departmentOf.get(into.first()), old);
            rows.add(new Row(old, "", Kind.ABSORBED, into.first(), department, List.of()));
          }
        });
    rows.sort(Comparator.comparing(Row::code).thenComparing(Row::kind).thenComparing(Row::name));
    IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).kind() == Kind.CURRENT)
        .forEach(i -> current.put(rows.get(i).code(), i));
  }

  private byte[] bytes() throws IOException {
    TreeMap<String, List<Integer>> postcodes = new TreeMap<>();
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    int links = 0;
    for (int i = 0; i < rows.size(); i++) {
      names.writeBytes(rows.get(i).name().getBytes(UTF_8));
      for (String postcode : rows.get(i).postcodes()) {
        postcodes.computeIfAbsent(postcode, p -> new ArrayList<>()).add(i);
        links++;
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int count : new int[] {VINTAGE, rows.size(), postcodes.size(), links, names.size()}) {
      out.writeInt(count);
    }
    writeColumns(out);
    writePostcodes(out, postcodes);
    names.writeTo(out);
    out.write(table.toString().getBytes(UTF_8));
    return bytes.toByteArray();
  }

  private void writeColumns(DataOutputStream out) throws IOException {
    for (Row row : rows) {
      out.writeInt(Communes.packed(row.code()));
    }
    List<Integer> byHash =
        IntStream.range(0, rows.size()).boxed().sorted(Comparator.comparing(this::hash)).toList();
    for (int row : byHash) {
      out.writeInt(hash(row));
    }
    for (int row : byHash) {
      out.writeChar(row);
    }
    int end = 0;
    for (Row row : rows) {
      end += row.name().getBytes(UTF_8).length;
      out.writeInt(end);
    }
    for (Row row : rows) {
      out.writeChar(
          row.chefLieu().isEmpty()
              ? Communes.NONE
              : requireNonNull(current.get(row.chefLieu()), row.code()));
    }
    for (Row row : rows) {
      out.writeByte(Communes.KINDS.indexOf(row.kind()));
    }
    for (Row row : rows) {
      out.writeByte(departments.indexOf(row.department()));
    }
    for (Row row : rows) {
      out.writeChar(epciOf.getOrDefault(row.code(), (int) Communes.NONE));
    }
  }

  private int hash(int row) {
    return CommuneNames.fold(rows.get(row).name()).hashCode();
  }

  private void writePostcodes(DataOutputStream out, SortedMap<String, List<Integer>> postcodes)
      throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    postcodes.keySet().forEach(postcode -> numbers.put(postcode, numbers.size()));
    int start = 0;
    for (Row row : rows) {
      out.writeInt(start);
      start += row.postcodes().size();
    }
    out.writeInt(start);
    for (Row row : rows) {
      for (String postcode : row.postcodes()) {
        out.writeChar(requireNonNull(numbers.get(postcode)));
      }
    }
    for (String postcode : postcodes.keySet()) {
      out.writeInt(Communes.packed(postcode));
    }
    start = 0;
    for (List<Integer> having : postcodes.values()) {
      out.writeInt(start);
      start += having.size();
    }
    out.writeInt(start);
    for (List<Integer> having : postcodes.values()) {
      for (int row : having) {
        out.writeChar(row);
      }
    }
  }

  private List<JsonObject> array(String file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(data.resolve(file)))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  private static List<String> texts(JsonObject object, String key) {
    JsonArray array = object.getJsonArray(key);
    return array == null
        ? List.of()
        : array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }
}
