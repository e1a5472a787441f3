package org.collporterre.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reference system that GeoJSON had members for before RFC 7946. Positions are longitude first
 * whatever the definition of the system says: so they were in GeoJSON of 2008 too.
 */
final class GeoJsonCrs {
  /** The only reference system of RFC 7946. */
  static final String WGS_84 = "urn:ogc:def:crs:OGC::CRS84";

  /** 4326 is WGS 84, 4979 the same with a height; 4258 and 4171 are less than a metre away. */
  private static final Set<String> EPSG = Set.of("4326", "4979", "4258", "4171");

  private static final Set<String> NAMES = Set.of("CRS84", "CRS84H", "WGS84", "WGS 84", "WGS_84");

  private GeoJsonCrs() {}

  /** Tells whether a {@code crs} member has the form that was in use, with a name. */
  static boolean isWellFormed(JsonNode crs) {
    JsonNode properties = crs.get("properties");
    return crs.get("type") != null
        && properties != null
        && (isScalar(properties.get("name")) || isScalar(properties.get("code")));
  }

  private static boolean isScalar(@Nullable JsonNode node) {
    return node != null && node.isScalar();
  }

  /**
   * Returns the name of the system, wherever the member has it: a link to a definition counts as a
   * name. Null when there is none.
   */
  static @Nullable String name(JsonNode crs) {
    if (crs.isText()) {
      return crs.text();
    }
    JsonNode properties = crs.get("properties");
    JsonNode owner = properties == null ? crs : properties;
    for (String member : List.of("name", "href")) {
      JsonNode name = owner.get(member);
      if (name != null && name.isScalar()) {
        return name.text();
      }
    }
    JsonNode code = owner.get("code");
    return code != null && code.isScalar() ? "EPSG:" + code.text() : null;
  }

  /** Tells whether a name, in any of its common spellings, is that of WGS 84. */
  static boolean isWgs84(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    String last = upper.substring(lastMark(upper) + 1);
    return NAMES.contains(last)
        || upper.equals("CRS:84")
        || upper.contains("EPSG") && EPSG.contains(last);
  }

  private static int lastMark(String name) {
    return Math.max(name.lastIndexOf(':'), Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')));
  }
}
