package org.collporterre.check;

/** Positions packed into 45 bits, to five metres; distances between them, and cells they are in. */
final class PackedPositions {
  /** How many grids of squares there are, see {@link #cell}. */
  static final int GRIDS = 4;

  private static final int LONGITUDE_BITS = 23;
  private static final double LATITUDE_STEPS = ((1 << 22) - 1) / 180.0;
  private static final double LONGITUDE_STEPS = ((1 << LONGITUDE_BITS) - 1) / 360.0;
  private static final double METRES_PER_DEGREE = 111_195;

  private PackedPositions() {}

  /** Returns a position, given in degrees, packed. */
  static long pack(double latitude, double longitude) {
    return Math.round((latitude + 90) * LATITUDE_STEPS) << LONGITUDE_BITS
        | Math.round((longitude + 180) * LONGITUDE_STEPS);
  }

  /** Returns the distance of two packed positions in metres; for short ones, the earth is flat. */
  static double metres(long position, long other) {
    double north = latitude(position) - latitude(other);
    double east = Math.abs(longitude(position) - longitude(other));
    double middle = Math.toRadians((latitude(position) + latitude(other)) / 2);
    return METRES_PER_DEGREE * Math.hypot(north, Math.min(east, 360 - east) * Math.cos(middle));
  }

  /**
   * Returns a number for the square that a packed position is in. Two positions nearer than half a
   * side are in the same square of at least one of the four grids, but across the antimeridian.
   *
   * @param grid 0 to 3: the second and fourth lie half a side further east, the third and fourth
   *     half a side further north
   */
  static long cell(long position, int metres, int grid) {
    double row = Math.floor(latitude(position) * METRES_PER_DEGREE / metres + (grid >> 1) * 0.5);
    double parallel = Math.toRadians(row * metres / METRES_PER_DEGREE);
    double width = METRES_PER_DEGREE * Math.max(0, Math.cos(parallel)) / metres;
    double column = Math.floor(longitude(position) * width + (grid & 1) * 0.5);
    return ((long) row & (1L << 22) - 1) << LONGITUDE_BITS
        | (long) column & (1L << LONGITUDE_BITS) - 1;
  }

  private static double latitude(long position) {
    return (position >>> LONGITUDE_BITS) / LATITUDE_STEPS - 90;
  }

  private static double longitude(long position) {
    return (position & (1L << LONGITUDE_BITS) - 1) / LONGITUDE_STEPS - 180;
  }
}
