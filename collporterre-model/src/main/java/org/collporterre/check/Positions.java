package org.collporterre.check;

import java.util.List;
import org.collporterre.geo.BoundingBox;
import org.collporterre.schema.Decimals;

/** What rules ask of positions, and how findings show them. */
final class Positions {
  private static final double EARTH_RADIUS = 6371;

  private Positions() {}

  /** Returns latitude and longitude as a reader can look them up on a map. */
  static String text(double latitude, double longitude) {
    return Decimals.write(latitude) + ", " + Decimals.write(longitude);
  }

  /** Tells whether a position is in one of several boxes. */
  static boolean isIn(List<BoundingBox> boxes, double longitude, double latitude) {
    for (BoundingBox box : boxes) {
      if (box.contains(longitude, latitude)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the distance between two positions on a sphere, in kilometres. */
  static double distance(double latitude, double longitude, double latitude2, double longitude2) {
    double a =
        square(Math.sin(Math.toRadians(latitude2 - latitude) / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(latitude2))
                * square(Math.sin(Math.toRadians(longitude2 - longitude) / 2));
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  private static double square(double number) {
    return number * number;
  }
}
