package org.collporterre.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.geo.Gazetteer;

/**
 * A municipality of the French mainland and Corsica, with a position near the middle of its
 * department.
 *
 * @param name the name
 * @param slug the name as a part of identifiers
 * @param insee the INSEE code
 * @param postcode the postal code
 * @param department the INSEE code of the department
 * @param region the INSEE code of the region
 * @param latitude in degrees WGS 84
 * @param longitude in degrees WGS 84
 */
record Commune(
    String name,
    String slug,
    String insee,
    String postcode,
    String department,
    String region,
    double latitude,
    double longitude) {
  /** No municipality has a higher number in its department. */
  private static final int HIGHEST_NUMBER = 999;

  /** Department, region, latitude and longitude of about the middle, of metropolitan France. */
  private static final List<String[]> DEPARTMENTS =
      """
      01 84 46.1 5.3;02 32 49.5 3.6;03 84 46.4 3.2;04 93 44.1 6.2;05 93 44.7 6.3;06 93 43.9 7.2
      07 84 44.7 4.4;08 44 49.6 4.7;09 76 42.9 1.5;10 44 48.3 4.1;11 76 43.1 2.4;12 76 44.3 2.7
      13 93 43.5 5.1;14 28 49.1 -0.4;15 84 45.0 2.7;16 75 45.7 0.2;17 75 45.7 -0.7;18 24 47.1 2.5
      19 75 45.3 1.9;21 27 47.4 4.8;22 53 48.4 -2.8;23 75 46.1 2.0;24 75 45.1 0.7;25 27 47.2 6.4
      26 84 44.7 5.2;27 28 49.1 1.0;28 24 48.4 1.4;29 53 48.3 -4.1;2A 94 41.9 8.9;2B 94 42.4 9.2
      30 76 44.0 4.2;31 76 43.4 1.2;32 76 43.7 0.5;33 75 44.8 -0.6;34 76 43.6 3.4;35 53 48.2 -1.6
      36 24 46.8 1.6;37 24 47.3 0.7;38 84 45.3 5.6;39 27 46.7 5.7;40 75 44.0 -0.8;41 24 47.6 1.4
      42 84 45.7 4.2;43 84 45.1 3.8;44 52 47.4 -1.7;45 24 47.9 2.3;46 76 44.6 1.6;47 75 44.4 0.5
      48 76 44.5 3.5;49 52 47.4 -0.6;50 28 49.1 -1.3;51 44 48.9 4.2;52 44 48.1 5.2;53 52 48.1 -0.7
      54 44 48.8 6.2;55 44 49.0 5.4;56 53 47.8 -2.8;57 44 49.0 6.7;58 27 47.1 3.5;59 32 50.4 3.2
      60 32 49.4 2.4;61 28 48.6 0.1;62 32 50.5 2.3;63 84 45.7 3.1;64 75 43.3 -0.8;65 76 43.1 0.2
      66 76 42.6 2.5;67 44 48.7 7.6;68 44 47.9 7.3;69 84 45.9 4.6;70 27 47.6 6.1;71 27 46.6 4.5
      72 52 48.0 0.2;73 84 45.5 6.4;74 84 46.0 6.4;75 11 48.9 2.3;76 28 49.7 1.0;77 11 48.6 2.9
      78 11 48.8 1.8;79 75 46.5 -0.3;80 32 50.0 2.3;81 76 43.8 2.2;82 76 44.1 1.3;83 93 43.5 6.2
      84 93 44.0 5.2;85 52 46.7 -1.3;86 75 46.6 0.5;87 75 45.9 1.2;88 44 48.2 6.4;89 27 47.8 3.6
      90 27 47.6 6.9;91 11 48.5 2.2;92 11 48.8 2.2;93 11 48.9 2.5;94 11 48.8 2.5;95 11 49.1 2.1
      """
          .lines()
          .flatMap(line -> List.of(line.split(";")).stream())
          .map(department -> department.split(" "))
          .toList();

  /** Returns all of today, the first of each department first. */
  static List<Commune> all() {
    Gazetteer gazetteer = FrenchGazetteer.load();
    List<Commune> all = new ArrayList<>();
    for (int number = 1; number <= HIGHEST_NUMBER; number++) {
      for (String[] department : DEPARTMENTS) {
        org.collporterre.geo.Commune known =
            gazetteer.commune(department[0] + String.valueOf(1000 + number).substring(1));
        if (known != null && !known.isOld() && !known.postcodes().isEmpty()) {
          all.add(of(department, known));
        }
      }
    }
    return List.copyOf(all);
  }

  private static Commune of(String[] department, org.collporterre.geo.Commune known) {
    return new Commune(
        known.name(),
        Phrases.slug(known.name()),
        known.code(),
        known.postcodes().get(0),
        department[0],
        department[1],
        Double.parseDouble(department[2]),
        Double.parseDouble(department[3]));
  }
}
