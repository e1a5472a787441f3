package org.collporterre.imports;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A reference system of positions: those in use in France, UTM and Web Mercator. ETRS89 and the
 * French systems made from it count as WGS 84, from which they are less than a metre away. Used by
 * one thread.
 */
final class ReferenceSystem {
  /** The Lambert projection of metropolitan France. */
  static final String LAMBERT_93 = "EPSG:2154";

  private static final String WGS_84 = "+proj=longlat +datum=WGS84 +no_defs";
  private static final String GRS_80 = " +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

  /** In seven decimals of a degree, about a centimetre. */
  private static final double PRECISION = 1e7;

  /** The systems that are not one of a series, by their number. */
  private static final Map<Integer, String> PARAMETERS =
      Map.ofEntries(
          Map.entry(4326, ""),
          Map.entry(4258, ""),
          Map.entry(4171, ""),
          Map.entry(
              2154,
              "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000"
                  + GRS_80),
          // Lambert II étendu, on the ellipsoid of 1880 and the meridian of Paris: some metres.
          Map.entry(
              27572,
              "+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000"
                  + " +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris"
                  + " +units=m +no_defs"),
          Map.entry(5490, "+proj=utm +zone=20" + GRS_80),
          Map.entry(4559, "+proj=utm +zone=20" + GRS_80),
          Map.entry(2972, "+proj=utm +zone=22" + GRS_80),
          Map.entry(2975, "+proj=utm +zone=40 +south" + GRS_80),
          Map.entry(4471, "+proj=utm +zone=38 +south" + GRS_80),
          Map.entry(
              3857,
              "+proj=merc +a=6378137 +b=6378137 +lat_ts=0.0 +lon_0=0.0 +x_0=0.0 +y_0=0 +k=1.0"
                  + " +units=m +nadgrids=@null +wktext +no_defs"));

  /**
   * A position in degrees WGS 84.
   *
   * @param latitude rounded to seven decimals
   * @param longitude rounded to seven decimals
   */
  record Position(double latitude, double longitude) {}

  private final String name;
  private final @Nullable BasicCoordinateTransform transform;

  private ReferenceSystem(int number, String parameters) {
    this.name = "EPSG:" + number;
    CRSFactory factory = new CRSFactory();
    this.transform =
        parameters.isEmpty()
            ? null
            : new BasicCoordinateTransform(
                factory.createFromParameters(name, parameters),
                factory.createFromParameters("WGS84", WGS_84));
  }

  /**
   * Returns the system of a name, {@code EPSG:2154} or {@code urn:ogc:def:crs:EPSG::2154} in any
   * case; null when it is not one of those known here.
   */
  static @Nullable ReferenceSystem of(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    int from = upper.length();
    while (from > 0 && upper.charAt(from - 1) >= '0' && upper.charAt(from - 1) <= '9') {
      from--;
    }
    int digits = upper.length() - from;
    if (!upper.contains("EPSG") || digits < 4 || digits > 5) {
      return null;
    }
    int number = Integer.parseInt(upper, from, upper.length(), 10);
    String parameters = parameters(number);
    return parameters == null ? null : new ReferenceSystem(number, parameters);
  }

  private static @Nullable String parameters(int number) {
    if (number >= 3942 && number <= 3950) {
      return zone(number - 3900);
    }
    int zone = number % 100;
    boolean utm = (number / 100 == 326 || number / 100 == 327) && zone >= 1 && zone <= 60;
    return utm
        ? "+proj=utm +zone="
            + zone
            + (number / 100 == 327 ? " +south" : "")
            + " +datum=WGS84"
            + " +units=m +no_defs"
        : PARAMETERS.get(number);
  }

  /** The nine conic zones are alike, a degree apart and named by their latitude. */
  private static String zone(int latitude) {
    return "+proj=lcc +lat_1="
        + (latitude - 0.75)
        + " +lat_2="
        + (latitude + 0.75)
        + " +lat_0="
        + latitude
        + " +lon_0=3 +x_0=1700000 +y_0="
        + (latitude - 41)
        + "200000"
        + GRS_80;
  }

  /** Returns its name, {@code EPSG:2154}. */
  String name() {
    return name;
  }

  /** Tells whether its positions are latitude and longitude, to be taken as they are. */
  boolean isDegrees() {
    return transform == null;
  }

  /**
   * Returns the position of a point, or null when it cannot be in this system: what looks like
   * degrees is not taken for metres.
   *
   * @param x to the east
   * @param y to the north
   */
  @Nullable Position toWgs84(double x, double y) {
    if (transform == null) {
      return new Position(y, x);
    }
    if (Math.abs(x) <= 180 && Math.abs(y) <= 180) {
      return null;
    }
    ProjCoordinate to = new ProjCoordinate();
    try {
      transform.transform(new ProjCoordinate(x, y), to);
    } catch (Proj4jException e) {
      return null;
    }
    boolean onEarth = Math.abs(to.x) <= 180 && Math.abs(to.y) <= 90;
    return onEarth ? new Position(rounded(to.y), rounded(to.x)) : null;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * PRECISION) / PRECISION;
  }
}
