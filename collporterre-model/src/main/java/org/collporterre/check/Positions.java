package org.collporterre.check;

import org.collporterre.schema.Decimals;

/** Positions in findings. */
final class Positions {
  private static final double EARTH_RADIUS = 6371;

  private Positions() {}

  /** Returns latitude and longitude as a reader can look them up on a map. */
  static String text(double latitude, double longitude) {
    return Decimals.write(latitude) + ", " + Decimals.write(longitude);
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
