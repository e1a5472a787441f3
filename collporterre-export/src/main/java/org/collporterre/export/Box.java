package org.collporterre.export;

/** The least and the greatest longitude and latitude of some positions, in degrees WGS 84. */
final class Box {
  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;

  void add(double longitude, double latitude) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }

  void add(Box other) {
    west = Math.min(west, other.west);
    east = Math.max(east, other.east);
    south = Math.min(south, other.south);
    north = Math.max(north, other.north);
  }

  boolean isEmpty() {
    return west > east;
  }

  /** Writes west, south, east and north (RFC 7946, section 5). */
  void write(JsonOut out) {
    out.beginArray().value(west).value(south).value(east).value(north).endArray();
  }
}
