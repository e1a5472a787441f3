package org.collporterre.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private ProjectedColumns() {}

  /** Returns the keys chosen by the caller, and those of the columns of coordinates, by header. */
  static Map<String, String> chosen(ImportSettings settings, Schema<?> schema, List<String> names) {
    Map<String, String> chosen = settings.chosen();
    if (settings.crs() == null || hasPosition(schema, chosen, names)) {
      return chosen;
    }
    Map<String, String> more = new LinkedHashMap<>(chosen);
    for (String name : names) {
      String folded = Folding.fold(name, '_');
      if (EAST.contains(folded) && !more.containsValue("longitude")) {
        more.putIfAbsent(name, "longitude");
      } else if (NORTH.contains(folded) && !more.containsValue("latitude")) {
        more.putIfAbsent(name, "latitude");
      }
    }
    return more;
  }

  private static boolean hasPosition(
      Schema<?> schema, Map<String, String> chosen, List<String> names) {
    if (schema.field("latitude") == null) {
      return true;
    }
    for (String name : names) {
      Field field = schema.byHeader(name);
      String key = chosen.getOrDefault(name, field == null ? "" : field.key());
      if (key.contains("latitude") || key.contains("longitude")) {
        return true;
      }
    }
    return false;
  }
}
