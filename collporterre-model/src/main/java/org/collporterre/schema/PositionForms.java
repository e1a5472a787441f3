package org.collporterre.schema;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.schema.PositionText.Malformed;
import org.collporterre.schema.PositionText.Nothing;
import org.collporterre.schema.PositionText.Read;
import org.jspecify.annotations.Nullable;

/** The forms in which a text says a position, one method each. */
final class PositionForms {
  private static final int LONGEST = 400;
  private static final String NUMBERS = "48.39, -4.48";
  private static final String NUMBERS_SWAPPED = "-4.48, 48.39";
  private static final String URI = "geo:48.39,-4.48";
  private static final String WKT = "POINT (-4.48 48.39)";
  private static final String GEOJSON = "{\"type\":\"Point\",\"coordinates\":[-4.48,48.39]}";
  private static final String ANGLES = "48°23'24\"N 4°29'10\"W";
  private static final String NUMBER = "([+-]?[0-9.]{1,40}+)";

  /** Well-known text; what comes third and fourth is a height or a measure. */
  private static final Pattern POINT =
      Pattern.compile(
          "POINT\\s*+(?:Z|M|ZM)?+\\s*+\\(\\s*+"
              + NUMBER
              + "\\s++"
              + NUMBER
              + "(?:\\s++[+-]?[0-9.]{1,40}+){0,2}+\\s*+\\)");

  private static final Pattern COORDINATES =
      Pattern.compile(
          "[\"']coordinates[\"']\\s*+:\\s*+\\[\\s*+"
              + NUMBER
              + "\\s*+,\\s*+"
              + NUMBER
              + "(?:\\s*+,\\s*+[+-]?[0-9.]{1,40}+)?+\\s*+\\]");

  private static final Pattern TYPE = Pattern.compile("[\"']type[\"']\\s*+:\\s*+[\"']Point[\"']");

  private final String text;
  private final boolean longitudeFirst;

  private PositionForms(String text, boolean longitudeFirst) {
    this.text = text;
    this.longitudeFirst = longitudeFirst;
  }

  static PositionText read(String text, boolean longitudeFirst) {
    return text.length() > LONGEST
        ? new Malformed(NUMBERS)
        : new PositionForms(text, longitudeFirst).read();
  }

  private PositionText read() {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.startsWith("GEO:")) {
      return uri();
    } else if (upper.startsWith("SRID=") || upper.startsWith("POINT")) {
      return wellKnown(upper);
    } else if (text.startsWith("{")) {
      return geoJson();
    }
    PositionText numbers = numbers();
    return numbers instanceof Malformed && looksLikeAngles() ? angles() : numbers;
  }

  /** RFC 5870; the only reference system it has is WGS 84. */
  private PositionText uri() {
    int end = text.indexOf(';');
    String parameters = end < 0 ? "" : text.substring(end).toLowerCase(Locale.ROOT);
    String[] parts = text.substring(4, end < 0 ? text.length() : end).split(",", -1);
    boolean other = parameters.contains(";crs=") && !parameters.contains(";crs=wgs84");
    return other || parts.length < 2 || parts.length > 3
        ? new Malformed(URI)
        : position(number(parts[0]), number(parts[1]), false, URI);
  }

  private PositionText wellKnown(String upper) {
    String point = upper;
    if (upper.startsWith("SRID=")) {
      int end = upper.indexOf(';');
      if (end < 0 || !upper.substring(5, end).strip().equals("4326")) {
        return new Malformed("SRID=4326;" + WKT);
      }
      point = upper.substring(end + 1).strip();
    }
    if (point.startsWith("POINT") && point.substring(5).strip().equals("EMPTY")) {
      return new Nothing();
    }
    Matcher matcher = POINT.matcher(point);
    return matcher.matches()
        ? position(number(matcher.group(2)), number(matcher.group(1)), false, WKT)
        : new Malformed(WKT);
  }

  private PositionText geoJson() {
    Matcher matcher = COORDINATES.matcher(text);
    return TYPE.matcher(text).find() && matcher.find()
        ? position(number(matcher.group(2)), number(matcher.group(1)), false, GEOJSON)
        : new Malformed(GEOJSON);
  }

  private boolean looksLikeAngles() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) || "°º˚'’′\"”″".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private PositionText angles() {
    AngleText.Angle[] angles = AngleText.two(text.replace('\u2212', '-'));
    if (angles == null) {
      return new Malformed(ANGLES);
    }
    boolean swap = longitudeFirst && !AngleText.tellSides(angles);
    return position(angles[swap ? 1 : 0].degrees(), angles[swap ? 0 : 1].degrees(), false, ANGLES);
  }

  private PositionText numbers() {
    String inner = withoutBrackets(text.replace('\u2212', '-').replace('\u00A0', ' '));
    int[] between = separator(inner);
    if (between == null) {
      return new Malformed(longitudeFirst ? NUMBERS_SWAPPED : NUMBERS);
    }
    String first = inner.substring(0, between[0]).strip();
    String second = inner.substring(between[1]).strip();
    if (isNothing(first) && isNothing(second)) {
      return new Nothing();
    }
    boolean comma = inner.substring(between[0], between[1]).strip().equals(",");
    boolean plain =
        comma && inner.equals(text) && first.indexOf(',') < 0 && second.indexOf(',') < 0;
    return longitudeFirst
        ? position(number(second), number(first), plain, NUMBERS_SWAPPED)
        : position(number(first), number(second), plain, NUMBERS);
  }

  private static boolean isNothing(String part) {
    return part.isEmpty() || part.equalsIgnoreCase("null") || part.equalsIgnoreCase("nan");
  }

  private static String withoutBrackets(String text) {
    int last = text.length() - 1;
    boolean round = text.startsWith("(") && text.endsWith(")");
    boolean square = text.startsWith("[") && text.endsWith("]");
    return last > 0 && (round || square) ? text.substring(1, last).strip() : text;
  }

  /**
   * Returns where what parts the two numbers begins and ends. A comma does when it is the only one,
   * has a blank at its side, or is the middle one of three; else commas belong to numbers.
   */
  private static int @Nullable [] separator(String pair) {
    for (char mark : new char[] {';', '|', '/'}) {
      int at = pair.indexOf(mark);
      if (at >= 0) {
        return pair.indexOf(mark, at + 1) < 0 ? new int[] {at, at + 1} : null;
      }
    }
    int commas = (int) pair.chars().filter(c -> c == ',').count();
    int comma = pair.indexOf(',');
    if (commas == 1 && (pair.indexOf(' ') < 0 || touchesBlank(pair, comma))) {
      return new int[] {comma, comma + 1};
    }
    for (int at = comma; at >= 0; at = pair.indexOf(',', at + 1)) {
      if (touchesBlank(pair, at)) {
        return new int[] {at, at + 1};
      }
    }
    int blank = pair.indexOf(' ');
    if (blank > 0) {
      return new int[] {blank, blank + 1};
    }
    int second = pair.indexOf(',', comma + 1);
    return commas == 3 ? new int[] {second, second + 1} : null;
  }

  private static boolean touchesBlank(String pair, int at) {
    return at > 0 && pair.charAt(at - 1) == ' '
        || at + 1 < pair.length() && pair.charAt(at + 1) == ' ';
  }

  private static double number(String part) {
    double value = Decimals.parse(part.strip(), '.');
    return Double.isNaN(value) ? Decimals.parse(part.strip(), ',') : value;
  }

  private static PositionText position(
      double latitude, double longitude, boolean plain, String expected) {
    if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
      return new Malformed(expected);
    }
    return latitude == 0 && longitude == 0 ? new Nothing() : new Read(latitude, longitude, plain);
  }
}
