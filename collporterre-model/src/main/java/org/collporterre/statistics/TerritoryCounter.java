package org.collporterre.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.Territory;
import org.collporterre.model.Territory.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Counts initiatives by department, region and country, from the territories they name and the
 * municipalities their places are in.
 */
final class TerritoryCounter {
  private static final String FRANCE = "FR";

  /** The codes of municipalities count up to this in a department. */
  private static final int LAST_COMMUNE = 999;

  private final Gazetteer gazetteer;
  private final Map<String, Integer> departments = new HashMap<>();
  private final Map<String, Integer> regions = new HashMap<>();
  private final Map<String, Integer> countries = new HashMap<>();
  private final Map<String, String> regionOf = new HashMap<>();
  private final Set<String> ownDepartments = new HashSet<>();
  private final Set<String> ownRegions = new HashSet<>();
  private final Set<String> ownCountries = new HashSet<>();
  private int placeless;

  TerritoryCounter(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  void add(Initiative initiative) {
    ownDepartments.clear();
    ownRegions.clear();
    ownCountries.clear();
    initiative.territories().forEach(this::territory);
    initiative.locations().forEach(this::place);
    ownDepartments.forEach(code -> departments.merge(code, 1, Integer::sum));
    ownRegions.forEach(code -> regions.merge(code, 1, Integer::sum));
    ownCountries.forEach(code -> countries.merge(code, 1, Integer::sum));
    if (ownDepartments.isEmpty() && ownRegions.isEmpty() && ownCountries.isEmpty()) {
      placeless++;
    }
  }

  private void territory(Territory territory) {
    String code = territory.code();
    switch (territory.kind()) {
      case COM -> commune(gazetteer.commune(code));
      case DEP -> {
        if (gazetteer.name(territory) != null) {
          department(code, regionOf(code));
        }
      }
      case REG -> {
        if (gazetteer.name(territory) != null) {
          ownRegions.add(code);
        }
      }
      case ISO -> country(code.substring(0, 2));
      case EPCI, SIREN, LIBRE, MONDE -> {
        // In no department alone.
      }
    }
  }

  private void place(Place place) {
    if (place.insee() != null) {
      commune(gazetteer.commune(place.insee()));
    } else if (place.country() != null && !place.country().equals(FRANCE)) {
      country(place.country());
    } else if (place.locality() != null && place.postcode() != null) {
      commune(gazetteer.commune(place.locality(), place.postcode()));
    }
  }

  private void country(String code) {
    // A country of a record that was not checked can be any text.
    if (!code.equals(FRANCE) && Territory.parse("iso:" + code) != null && code.length() == 2) {
      ownCountries.add(code);
    }
  }

  private void commune(@Nullable Commune commune) {
    if (commune != null) {
      department(commune.department(), commune.region());
    }
  }

  private void department(String code, String region) {
    ownDepartments.add(code);
    if (!region.isEmpty()) {
      ownRegions.add(region);
    }
  }

  /** A gazetteer knows the region of a municipality, so any one of the department tells. */
  private String regionOf(String department) {
    return regionOf.computeIfAbsent(
        department,
        code -> {
          for (int number = 1; number <= LAST_COMMUNE; number++) {
            String digits = String.valueOf(1_000 + number).substring(code.length() - 1);
            Commune commune = gazetteer.commune(code + digits);
            if (commune != null && commune.department().equals(code)) {
              return commune.region();
            }
          }
          return "";
        });
  }

  List<TerritoryCount> departments() {
    return sorted(departments, Kind.DEP);
  }

  List<TerritoryCount> regions() {
    return sorted(regions, Kind.REG);
  }

  List<TerritoryCount> countries() {
    return sorted(countries, Kind.ISO);
  }

  int placeless() {
    return placeless;
  }

  private List<TerritoryCount> sorted(Map<String, Integer> counts, Kind kind) {
    List<TerritoryCount> sorted = new ArrayList<>();
    counts.forEach(
        (code, number) -> {
          Territory territory = new Territory(kind, code);
          sorted.add(new TerritoryCount(territory.toString(), gazetteer.name(territory), number));
        });
    sorted.sort(
        Comparator.comparing(TerritoryCount::initiatives)
            .reversed()
            .thenComparing(TerritoryCount::territory));
    return sorted;
  }
}
