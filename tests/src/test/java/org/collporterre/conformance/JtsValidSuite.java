package org.collporterre.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Geometries in WKT with the verdict whether they are valid, read as GeoJSON. */
final class JtsValidSuite implements Suite {
  @Override
  public String name() {
    return "JTS TestValid";
  }

  @Override
  public String folder() {
    return "jts-valid";
  }

  @Override
  public String shows() {
    return "areas whose outlines cross or touch as they must not are refused, others read";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    NodeList nodes = cases(folder.resolve("TestValid.xml"));
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      String name = (i + 1) + " " + text(element, "desc").replace("|", "/");
      boolean valid = text(element, "op").equals("true");
      try {
        cases.add(one(name, valid, new WKTReader().read(text(element, "a"))));
      } catch (ParseException | IllegalArgumentException e) {
        cases.add(Case.outOfScope(name, "no WKT that can be made a geometry"));
      }
    }
    return cases;
  }

  private static NodeList cases(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(in).getElementsByTagName("case");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static String text(Element element, String name) {
    return element
        .getElementsByTagName(name)
        .item(0)
        .getTextContent()
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static Case one(String name, boolean valid, Geometry geometry) throws IOException {
    if (!Arrays.stream(geometry.getCoordinates()).allMatch(JtsValidSuite::isFinite)) {
      return Case.outOfScope(name, "JSON has no number for it");
    } else if (geometry instanceof LinearRing) {
      return Case.outOfScope(name, "RFC 7946 has no ring of its own");
    } else if (geometry instanceof Polygon polygon && valid && hasEmptyRing(polygon)) {
      return Case.outOfScope(name, "RFC 7946 has no empty ring");
    } else if (!valid && geometry.getDimension() < 2) {
      return Case.outOfScope(name, "RFC 7946 does not forbid a line whose positions are the same");
    }
    byte[] text = GeoJsonReading.feature(geometry(geometry)).getBytes(StandardCharsets.UTF_8);
    boolean refused = GeoJsonReading.of(text).errors().contains("geometry-malformed");
    return refused == valid ? Case.failed(name, valid ? "refused" : "accepted") : Case.passed(name);
  }

  private static boolean isFinite(Coordinate coordinate) {
    return Double.isFinite(coordinate.x) && Double.isFinite(coordinate.y);
  }

  private static boolean hasEmptyRing(Polygon polygon) {
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      if (polygon.getInteriorRingN(i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String geometry(Geometry geometry) {
    String type = geometry.getGeometryType();
    if (!type.equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      return "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates(geometry) + "}";
    }
    StringJoiner members = new StringJoiner(",", "[", "]");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      members.add(geometry(geometry.getGeometryN(i)));
    }
    return "{\"type\":\"GeometryCollection\",\"geometries\":" + members + "}";
  }

  private static String coordinates(Geometry geometry) {
    StringJoiner out = new StringJoiner(",", "[", "]");
    if (geometry instanceof Point point) {
      return point.isEmpty() ? "[]" : position(point.getCoordinate());
    } else if (geometry instanceof LineString line) {
      for (Coordinate coordinate : line.getCoordinates()) {
        out.add(position(coordinate));
      }
    } else if (geometry instanceof Polygon polygon) {
      if (!polygon.isEmpty()) {
        out.add(coordinates(polygon.getExteriorRing()));
      }
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        out.add(coordinates(polygon.getInteriorRingN(i)));
      }
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        if (!geometry.getGeometryN(i).isEmpty()) {
          out.add(coordinates(geometry.getGeometryN(i)));
        }
      }
    }
    return out.toString();
  }

  private static String position(Coordinate coordinate) {
    return "[" + coordinate.x + "," + coordinate.y + "]";
  }
}
