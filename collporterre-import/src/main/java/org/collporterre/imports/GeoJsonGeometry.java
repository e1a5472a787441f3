package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.PositionPrecision;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** Makes the places of an initiative from the geometry of a feature. */
final class GeoJsonGeometry {
  private static final Schema<Place> PLACE = Schema.of(Place.class);
  private static final Set<String> MEMBERS =
      Set.of("type", "coordinates", "geometries", "bbox", "crs");

  /** In degrees, about a metre: what is lost by rounding is no other position. */
  private static final double NEAR = 0.00001;

  private final JsonBinder<Initiative> binder;
  private final GeoJsonFeature feature;
  private final Field latitude;
  private final Field longitude;
  private final Field precision;
  private final ChildTable places;

  GeoJsonGeometry(JsonBinder<Initiative> binder, GeoJsonFeature feature) {
    this.binder = binder;
    this.feature = feature;
    Schema<Initiative> schema = binder.schema();
    this.latitude = schema.requireField("latitude");
    this.longitude = schema.requireField("longitude");
    this.precision = schema.requireField("precision_position");
    this.places =
        schema.childTables().stream()
            .filter(table -> table.type() == Place.class)
            .findFirst()
            .orElseThrow();
  }

  /** Takes a geometry that is not null; what is wrong with it leaves the record without it. */
  void take(JsonNode geometry) {
    JsonNode crs = geometry.get("crs");
    if (crs != null && feature.refuses(crs)) {
      return;
    }
    try {
      take(geometry, new GeoJsonShapes(geometry, this::look, feature.system()));
    } catch (GeoJsonShapes.Malformed e) {
      binder.finding("geometry-malformed", e.at(), null, e.value(), e.expected(), null);
    }
  }

  /** Takes a point of which nothing is to be said; false when members have a position too. */
  boolean takePlain(PlainMembers<Initiative> members, double x, double y) {
    if (!members.take(longitude) || !members.take(latitude) || binder.children(places) != null) {
      return false;
    }
    binder.give(longitude, x);
    binder.give(latitude, y);
    return true;
  }

  private void look(JsonNode geometry) {
    for (JsonNode member : geometry.children()) {
      String name = Objects.requireNonNull(member.name());
      if (!MEMBERS.contains(name)) {
        feature.ignored(member);
      } else if (name.equals("bbox")) {
        feature.box(member);
      }
    }
  }

  private void take(JsonNode geometry, GeoJsonShapes shapes) throws GeoJsonShapes.Malformed {
    JsonNode altitude = shapes.altitude();
    JsonNode text = shapes.textNumber();
    List<GeoJsonShapes.Position> points = shapes.points();
    String type = Objects.requireNonNull(geometry.get("type")).text();
    if (altitude != null) {
      binder.finding("altitude-dropped", altitude, null, altitude.text(), null, null);
    }
    if (text != null) {
      binder.finding("number-as-text", text, latitude.key(), text.text(), null, null);
    }
    if (shapes.hasShapes()) {
      binder.finding("geometry-not-point", geometry, null, type, "Point | MultiPoint", null);
    }
    if (!points.isEmpty()) {
      compare(points);
      points(points, geometry);
    } else if (shapes.hasShapes()) {
      inside(geometry, shapes.inside());
    } else {
      binder.finding("geometry-empty", geometry, null, type, "\"geometry\": null", null);
    }
  }

  private void inside(JsonNode geometry, Point inside) throws GeoJsonShapes.Malformed {
    if (!Double.isFinite(inside.getX()) || !Double.isFinite(inside.getY())) {
      throw new GeoJsonShapes.Malformed(geometry, geometry.text(), "-180…180, -90…90");
    }
    put(geometry, inside.getX(), geometry, inside.getY());
    if (binder.value(precision) == null) {
      binder.put(precision, PositionPrecision.TERRITORY, geometry);
    }
  }

  private void points(List<GeoJsonShapes.Position> points, JsonNode geometry) {
    GeoJsonShapes.Position first = points.get(0);
    if (hasPlaces()) {
      // Properties that list places say more about each than a geometry can.
      return;
    }
    put(first.x(), first.longitude(), first.y(), first.latitude());
    if (points.size() == 1) {
      return;
    }
    List<Place> rows = new ArrayList<>();
    rows.add(firstPlace());
    for (GeoJsonShapes.Position point : points.subList(1, points.size())) {
      rows.add(Place.at(point.latitude(), point.longitude()));
    }
    binder.children(places, rows, geometry);
    // A finding about a place points at its field's source: let that be the position it is about.
    points.stream()
        .filter(point -> !point.isInRange())
        .findFirst()
        .ifPresent(point -> put(point.x(), point.longitude(), point.y(), point.latitude()));
  }

  private void put(JsonNode x, double longitude, JsonNode y, double latitude) {
    binder.put(this.longitude, longitude, x);
    binder.put(this.latitude, latitude, y);
  }

  private boolean hasPlaces() {
    List<?> rows = binder.children(places);
    return rows != null && rows.stream().anyMatch(row -> ((Place) row).isLocated());
  }

  /** Returns the place that has the address properties, and the position they have now. */
  private Place firstPlace() {
    @Nullable Object[] values = new @Nullable Object[PLACE.fields().size()];
    for (Field field : PLACE.fields()) {
      values[field.index()] = binder.value(binder.schema().requireField(field.key()));
    }
    return PLACE.create(values, Map.of());
  }

  /** Says so when the properties have a position too, and another. */
  private void compare(List<GeoJsonShapes.Position> points) {
    JsonNode source = binder.source(latitude);
    if (binder.value(latitude) instanceof Double lat
        && binder.value(longitude) instanceof Double lon
        && source != null
        && points.stream().noneMatch(point -> isNear(point, lat, lon))) {
      String other = points.get(0).y().text() + ", " + points.get(0).x().text();
      binder.finding("position-differs", source, latitude.key(), lat + ", " + lon, other, null);
    }
  }

  private static boolean isNear(GeoJsonShapes.Position point, double latitude, double longitude) {
    return Math.abs(point.latitude() - latitude) < NEAR
        && Math.abs(point.longitude() - longitude) < NEAR;
  }
}
