package org.collporterre.gazetteer.fr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.collporterre.geo.BoundingBox;
import org.collporterre.geo.CommuneNames;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * Regions, departments and intermunicipal bodies, and boxes; from lines of texts and tabs. Names
 * stand there folded too: loading is to be fast, so what is looked up by name, and numbers, are
 * read when they are asked for.
 */
final class Territories {
  /** The cells of each territory by its written form; of what has none, as {@code reg:}. */
  private final Map<String, String[]> lines = new LinkedHashMap<>();

  private final List<String> departments = new ArrayList<>();
  private final Map<String, String> regions = new HashMap<>();
  private final List<String> epcis = new ArrayList<>();
  private final Boxes departmentBoxes = new Boxes();
  private final Boxes countryBoxes = new Boxes();
  private volatile @Nullable Map<String, List<Territory>> byName;

  Territories(String table) {
    int from = 0;
    for (int end = table.indexOf('\n'); end >= 0; end = table.indexOf('\n', from)) {
      add(table.substring(from, end));
      from = end + 1;
    }
    if (from < table.length()) {
      add(table.substring(from));
    }
  }

  private void add(String line) {
    String[] cells = line.split("\t", -1);
    switch (cells[0]) {
      case "reg" -> lines.put("reg:" + cells[1], cells);
      case "dep" -> {
        departments.add(cells[1]);
        regions.put(cells[1], cells[4]);
        lines.put("dep:" + cells[1], cells);
      }
      case "epci" -> {
        epcis.add(cells[1]);
        lines.put("epci:" + cells[1], cells);
      }
      case "ept" -> lines.put("epci:" + cells[1], cells);
      case "depbox" -> departmentBoxes.add(cells);
      case "box" -> countryBoxes.add(cells);
      default -> throw new IllegalStateException("gazetteer damaged: " + line);
    }
  }

  @Nullable String name(Territory territory) {
    String[] cells = lines.get(territory.toString());
    return cells == null ? null : cells[2];
  }

  List<Territory> named(String name) {
    Map<String, List<Territory>> known = byName;
    if (known == null) {
      // Threads may do it twice, which changes nothing.
      known = byName();
      byName = known;
    }
    return known.getOrDefault(CommuneNames.fold(name), List.of());
  }

  /** What has no territory's form, collectivities among the regions, is known as a department. */
  private Map<String, List<Territory>> byName() {
    Map<String, List<Territory>> known = new HashMap<>();
    lines.forEach(
        (form, cells) -> {
          Territory territory = Territory.parse(form);
          if (territory != null) {
            known.computeIfAbsent(cells[3], n -> new ArrayList<>()).add(territory);
          }
        });
    return known;
  }

  String department(int number) {
    return departments.get(number);
  }

  String region(String department) {
    return regions.getOrDefault(department, department);
  }

  String epci(int number) {
    return epcis.get(number);
  }

  List<BoundingBox> boxesOfDepartment(String code) {
    return departmentBoxes.of(code);
  }

  List<BoundingBox> boxesOfCountry(String code) {
    return countryBoxes.of(code);
  }

  /** Boxes by a code. */
  private static final class Boxes {
    private final Map<String, List<String[]>> lines = new HashMap<>();
    private final Map<String, List<BoundingBox>> read = new ConcurrentHashMap<>();

    void add(String[] cells) {
      lines.computeIfAbsent(cells[1], c -> new ArrayList<>(1)).add(cells);
    }

    List<BoundingBox> of(String code) {
      List<String[]> found = lines.get(code);
      return found == null
          ? List.of()
          : read.computeIfAbsent(code, c -> found.stream().map(Boxes::box).toList());
    }

    private static BoundingBox box(String[] cells) {
      return new BoundingBox(
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]),
          Double.parseDouble(cells[5]));
    }
  }
}
