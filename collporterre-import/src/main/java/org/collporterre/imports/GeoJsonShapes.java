package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The points of one geometry, and its lines and areas as JTS geometries. Rings may wind either way.
 * Areas of more than {@value #MOST_CHECKED} positions are not checked for lines that cross.
 */
final class GeoJsonShapes {
  /** The check takes time with the square of the size when it is made to: here about a second. */
  private static final int MOST_CHECKED = 10_000;

  private static final int SHORTEST_RING = 4;
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,10}(?:\\.[0-9]{1,40})?");
  private static final String POSITION = "[longitude, latitude]";
  private static final String POSITIONS = "[[longitude, latitude], …]";
  private static final String TYPES =
      "Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon |"
          + " GeometryCollection";

  /**
   * A position.
   *
   * @param x the longitude as it is written
   * @param y the latitude as it is written
   */
  record Position(JsonNode x, JsonNode y, double longitude, double latitude) {
    boolean isInRange() {
      return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
  }

  /** Why a geometry is none, and where. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final transient JsonNode at;
    private final @Nullable String value;
    private final String expected;

    Malformed(JsonNode at, @Nullable String value, String expected) {
      super(expected, null, false, false);
      this.at = at;
      this.value = value;
      this.expected = expected;
    }

    JsonNode at() {
      return at;
    }

    @Nullable String value() {
      return value;
    }

    String expected() {
      return expected;
    }
  }

  private final GeometryFactory factory = new GeometryFactory();
  private final List<Position> points = new ArrayList<>();
  private final List<Geometry> shapes = new ArrayList<>();
  private final Consumer<JsonNode> seen;
  private final @Nullable ReferenceSystem system;
  private @Nullable JsonNode altitude;
  private @Nullable JsonNode textNumber;

  /**
   * Reads a geometry.
   *
   * @param seen told each geometry object, those in collections too
   * @param system the reference system of the positions, or null for WGS 84
   * @throws Malformed when it is none
   */
  GeoJsonShapes(JsonNode geometry, Consumer<JsonNode> seen, @Nullable ReferenceSystem system)
      throws Malformed {
    this.seen = seen;
    this.system = system;
    geometry(geometry);
  }

  /** Returns the positions of points, in order. */
  List<Position> points() {
    return points;
  }

  /** Tells whether there are lines or areas. */
  boolean hasShapes() {
    return !shapes.isEmpty();
  }

  /** Returns a point inside the lines and areas. */
  Point inside() {
    return factory.buildGeometry(shapes).getInteriorPoint();
  }

  /** Returns the first third number of a position, or null. */
  @Nullable JsonNode altitude() {
    return altitude;
  }

  /** Returns the first coordinate that is a text, or null. */
  @Nullable JsonNode textNumber() {
    return textNumber;
  }

  private void geometry(JsonNode geometry) throws Malformed {
    if (!geometry.isObject()) {
      throw new Malformed(geometry, geometry.text(), "{\"type\": …, \"coordinates\": …}");
    }
    JsonNode type = geometry.get("type");
    if (type == null) {
      throw new Malformed(geometry, null, TYPES);
    }
    seen.accept(geometry);
    if (type.text().equals("GeometryCollection")) {
      for (JsonNode member : items(member(geometry, "geometries"), "[{…}]")) {
        geometry(member);
      }
    } else {
      single(type, geometry);
    }
  }

  private void single(JsonNode type, JsonNode geometry) throws Malformed {
    switch (type.text()) {
      case "Point" -> point(coordinates(geometry));
      case "MultiPoint" -> points.addAll(positions(coordinates(geometry)));
      case "LineString" -> line(coordinates(geometry));
      case "MultiLineString" -> {
        for (JsonNode line : items(coordinates(geometry), "[" + POSITIONS + ", …]")) {
          line(line);
        }
      }
      case "Polygon" -> {
        JsonNode rings = coordinates(geometry);
        area(polygon(rings), rings);
      }
      case "MultiPolygon" -> multiPolygon(coordinates(geometry));
      default -> throw new Malformed(type, type.text(), TYPES);
    }
  }

  private static JsonNode coordinates(JsonNode geometry) throws Malformed {
    return member(geometry, "coordinates");
  }

  private static JsonNode member(JsonNode geometry, String name) throws Malformed {
    JsonNode member = geometry.get(name);
    if (member == null) {
      throw new Malformed(geometry, geometry.text(), name);
    }
    return member;
  }

  private static List<JsonNode> items(JsonNode array, String expected) throws Malformed {
    if (!array.isArray()) {
      throw new Malformed(array, array.text(), expected);
    }
    return array.children();
  }

  private void point(JsonNode coordinates) throws Malformed {
    if (!items(coordinates, POSITION).isEmpty()) {
      points.add(position(coordinates));
    }
  }

  private List<Position> positions(JsonNode coordinates) throws Malformed {
    List<Position> positions = new ArrayList<>();
    for (JsonNode position : items(coordinates, POSITIONS)) {
      positions.add(position(position));
    }
    return positions;
  }

  private Position position(JsonNode node) throws Malformed {
    List<JsonNode> numbers = items(node, POSITION);
    if (numbers.size() < 2) {
      throw new Malformed(node, node.text(), POSITION);
    }
    if (numbers.size() > 2 && altitude == null) {
      altitude = numbers.get(2);
    }
    JsonNode x = numbers.get(0);
    JsonNode y = numbers.get(1);
    if (system == null) {
      return new Position(x, y, number(x), number(y));
    }
    ReferenceSystem.Position position = system.toWgs84(number(x), number(y));
    if (position == null) {
      throw new Malformed(node, node.text(), system.name());
    }
    return new Position(x, y, position.longitude(), position.latitude());
  }

  private double number(JsonNode node) throws Malformed {
    double number = Double.NaN;
    if (node.isNumber()) {
      number = Double.parseDouble(node.text());
    } else if (node.isText() && NUMBER.matcher(node.text().strip()).matches()) {
      number = Double.parseDouble(node.text().strip());
      textNumber = textNumber == null ? node : textNumber;
    }
    if (!Double.isFinite(number)) {
      throw new Malformed(node, node.text(), "-4.4861");
    }
    return number;
  }

  private void line(JsonNode coordinates) throws Malformed {
    List<Position> positions = positions(coordinates);
    if (positions.size() == 1) {
      throw new Malformed(coordinates, coordinates.text(), POSITIONS);
    } else if (!positions.isEmpty()) {
      LineString line = factory.createLineString(sequence(positions));
      shapes.add(line);
    }
  }

  private void multiPolygon(JsonNode coordinates) throws Malformed {
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode polygon : items(coordinates, "[[" + POSITIONS + ", …], …]")) {
      Polygon one = polygon(polygon);
      if (!one.isEmpty()) {
        polygons.add(one);
      }
    }
    area(factory.createMultiPolygon(polygons.toArray(Polygon[]::new)), coordinates);
  }

  private Polygon polygon(JsonNode coordinates) throws Malformed {
    List<LinearRing> rings = new ArrayList<>();
    for (JsonNode ring : items(coordinates, "[" + POSITIONS + ", …]")) {
      rings.add(ring(ring));
    }
    if (rings.isEmpty()) {
      return factory.createPolygon();
    }
    return factory.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private LinearRing ring(JsonNode coordinates) throws Malformed {
    List<Position> positions = positions(coordinates);
    int count = positions.size();
    if (count < SHORTEST_RING) {
      throw new Malformed(coordinates, Integer.toString(count), "≥ " + SHORTEST_RING);
    }
    CoordinateSequence sequence = sequence(positions);
    if (!sequence.getCoordinate(0).equals2D(sequence.getCoordinate(count - 1))) {
      List<JsonNode> nodes = coordinates.children();
      throw new Malformed(nodes.get(count - 1), nodes.get(count - 1).text(), nodes.get(0).text());
    }
    return factory.createLinearRing(sequence);
  }

  private CoordinateSequence sequence(List<Position> positions) {
    return factory
        .getCoordinateSequenceFactory()
        .create(
            positions.stream()
                .map(position -> new Coordinate(position.longitude(), position.latitude()))
                .toArray(Coordinate[]::new));
  }

  private void area(Geometry area, JsonNode coordinates) throws Malformed {
    if (area.isEmpty()) {
      return;
    }
    if (area.getNumPoints() <= MOST_CHECKED) {
      TopologyValidationError error = new IsValidOp(area).getValidationError();
      if (error != null) {
        throw new Malformed(coordinates, error.getMessage(), "OGC 06-103r4");
      }
    }
    shapes.add(area);
  }
}
