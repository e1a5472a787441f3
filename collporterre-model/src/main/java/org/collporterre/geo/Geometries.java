package org.collporterre.geo;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.vocabulary.PositionPrecision;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Converts places to and from JTS geometries. All are in degrees WGS 84, longitude first. */
public final class Geometries {
  /** The EPSG number that the geometries made here carry as their SRID: WGS 84. */
  public static final int WGS_84 = 4326;

  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), WGS_84);

  private Geometries() {}

  /** Returns a point. */
  public static Point point(double longitude, double latitude) {
    return FACTORY.createPoint(new Coordinate(longitude, latitude));
  }

  /**
   * Returns where an initiative is: a point, a multi-point when several of its places are located,
   * or null when none is.
   */
  public static @Nullable Geometry of(Initiative initiative) {
    List<Point> points = new ArrayList<>();
    for (Place place : initiative.locations()) {
      Point point = place.point();
      if (point != null) {
        points.add(point);
      }
    }
    return switch (points.size()) {
      case 0 -> null;
      case 1 -> points.get(0);
      default -> FACTORY.createMultiPoint(points.toArray(Point[]::new));
    };
  }

  /**
   * Returns the places a geometry stands for: one for a point, one each for the points of a
   * multi-point or of a collection, and for a line or an area one interior point whose precision is
   * {@link PositionPrecision#TERRITORY}. An empty geometry gives no place. Altitudes are dropped.
   */
  public static List<Place> places(Geometry geometry) {
    List<Place> places = new ArrayList<>();
    if (geometry instanceof Point point) {
      if (!point.isEmpty()) {
        places.add(Place.at(point.getY(), point.getX()));
      }
    } else if (geometry.getGeometryType().equals(Geometry.TYPENAME_MULTIPOINT)
        || geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        places.addAll(places(geometry.getGeometryN(i)));
      }
    } else if (!geometry.isEmpty()) {
      Point inside = geometry.getInteriorPoint();
      places.add(
          PlaceBuilder.builder()
              .latitude(inside.getY())
              .longitude(inside.getX())
              .precision(PositionPrecision.TERRITORY)
              .build());
    }
    return places;
  }
}
