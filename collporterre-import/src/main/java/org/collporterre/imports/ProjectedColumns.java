package org.collporterre.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Folding;

/**
 * The headers of coordinates in metres. They are taken only when a reference system is declared,
 * and when the table has no latitude and longitude: those win.
 */
final class ProjectedColumns {
  private static final Set<String> EAST =
      Set.of("x", "x_l93", "x_lambert93", "x_lambert_93", "coord_x", "coordonnee_x", "easting");
  private static final Set<String> NORTH =
      Set.of("y", "y_l93", "y_lambert93", "y_lambert_93", "coord_y", "coordonnee_y", "northing");

  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";

  private ProjectedColumns() {}

  /** Returns the mapping of some settings, with the columns of coordinates, if there are any. */
  static Mapping mapping(ImportSettings settings, Schema<?> schema, List<String> names) {
    Mapping mapping = settings.mapping();
    if (settings.crs() == null || hasPosition(schema, mapping, names)) {
      return mapping;
    }
    Set<String> taken = new HashSet<>(mapping.sources().keySet());
    for (String name : names) {
      String key = isEast(name) ? LONGITUDE : isNorth(name) ? LATITUDE : null;
      if (key != null && !mapping.targets().contains(key) && taken.add(name)) {
        mapping = mapping.with(name, key);
      }
    }
    return mapping;
  }

  /** Tells whether a name is that of a first coordinate. */
  static boolean isEast(String name) {
    return EAST.contains(Folding.fold(name, '_'));
  }

  /** Tells whether a name is that of a second coordinate. */
  static boolean isNorth(String name) {
    return NORTH.contains(Folding.fold(name, '_'));
  }

  private static boolean hasPosition(Schema<?> schema, Mapping mapping, List<String> names) {
    if (schema.field(LATITUDE) == null) {
      return true;
    }
    for (String name : names) {
      Field field = schema.byHeader(name);
      String target = mapping.sources().getOrDefault(name, field == null ? "" : field.key());
      if (target.contains(LATITUDE) || target.contains(LONGITUDE)) {
        return true;
      }
    }
    return false;
  }
}
