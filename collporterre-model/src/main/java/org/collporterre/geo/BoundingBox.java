package org.collporterre.geo;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * An area between two meridians and two parallels, in degrees WGS 84, that does not cross the
 * antimeridian (RFC 7946, section 5).
 *
 * @param west the least longitude
 * @param south the least latitude
 * @param east the greatest longitude
 * @param north the greatest latitude
 */
public record BoundingBox(double west, double south, double east, double north) {
  /**
   * @throws IllegalArgumentException when a bound is not a number or two are in the wrong order
   */
  public BoundingBox {
    if (!(west <= east && south <= north)) {
      throw new IllegalArgumentException(
          "not a box: " + west + " " + south + " " + east + " " + north);
    }
  }

  /** Returns the box around a geometry that is not empty. */
  public static BoundingBox around(Geometry geometry) {
    Envelope envelope = geometry.getEnvelopeInternal();
    return new BoundingBox(
        envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
  }

  /** Tells whether a position is inside or on the border. */
  public boolean contains(double longitude, double latitude) {
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  }

  /** Returns the box as a JTS polygon, or a line or a point where it is flat. */
  public Geometry toGeometry() {
    return Geometries.FACTORY.toGeometry(new Envelope(west, east, south, north));
  }
}
