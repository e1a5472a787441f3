package org.collporterre.gazetteer.fr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.geo.BoundingBox;
import org.collporterre.geo.CommuneNames;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * Regions, departments and intermunicipal bodies, and boxes; from lines of texts and tabs. Names
 * stand there folded too: loading is to be fast.
 */
final class Territories {
  private final Map<Territory, String> names = new LinkedHashMap<>();
  private final Map<String, List<Territory>> byName = new HashMap<>();
  private final List<String> departments = new ArrayList<>();
  private final Map<String, String> regions = new HashMap<>();
  private final List<String> epcis = new ArrayList<>();
  private final Map<String, List<BoundingBox>> departmentBoxes = new HashMap<>();
  private final Map<String, List<BoundingBox>> countryBoxes = new HashMap<>();

  Territories(String table) {
    table.lines().forEach(this::add);
  }

  private void add(String line) {
    String[] cells = line.split("\t", -1);
    switch (cells[0]) {
      case "reg" -> named(Territory.Kind.REG, cells);
      case "dep" -> {
        departments.add(cells[1]);
        regions.put(cells[1], cells[4]);
        named(Territory.Kind.DEP, cells);
      }
      case "epci" -> {
        epcis.add(cells[1]);
        named(Territory.Kind.EPCI, cells);
      }
      case "ept" -> named(Territory.Kind.EPCI, cells);
      case "depbox" ->
          departmentBoxes.computeIfAbsent(cells[1], c -> new ArrayList<>()).add(box(cells));
      case "box" -> countryBoxes.computeIfAbsent(cells[1], c -> new ArrayList<>()).add(box(cells));
      default -> throw new IllegalStateException("gazetteer damaged: " + line);
    }
  }

  /** What has no territory's form, collectivities among the regions, is known as a department. */
  private void named(Territory.Kind kind, String[] cells) {
    Territory territory = Territory.parse(kind.prefix() + ":" + cells[1]);
    if (territory != null) {
      names.put(territory, cells[2]);
      byName.computeIfAbsent(cells[3], n -> new ArrayList<>()).add(territory);
    }
  }

  private static BoundingBox box(String[] cells) {
    return new BoundingBox(
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]));
  }

  @Nullable String name(Territory territory) {
    return names.get(territory);
  }

  List<Territory> named(String name) {
    return byName.getOrDefault(CommuneNames.fold(name), List.of());
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
    return List.copyOf(departmentBoxes.getOrDefault(code, List.of()));
  }

  List<BoundingBox> boxesOfCountry(String code) {
    return List.copyOf(countryBoxes.getOrDefault(code, List.of()));
  }
}
