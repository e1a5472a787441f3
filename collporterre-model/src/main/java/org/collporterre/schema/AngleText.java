package org.collporterre.schema;

import java.util.Map;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Reads angles in degrees, minutes and seconds as maps and telephones write them: {@code
 * 48°23'24"N}, {@code 4° 29,17′ O}, {@code N 48 23 24}, {@code -4.48°}. {@code O} is west, ouest.
 */
final class AngleText {
  /** Seven decimals of a degree are a centimetre. */
  private static final double PRECISION = 1e7;

  /** What is longer is no angle, nor two. */
  static final int LONGEST = 200;

  private static final int DEGREES = 1;
  private static final int MINUTES = 2;
  private static final int SECONDS = 3;
  private static final String BLANKS = " \u00A0\u202F";
  private static final String DEGREE_MARKS = "°º˚";
  private static final String PRIMES = "'’‘´′`";
  private static final String DOUBLE_PRIMES = "\"”“″";
  private static final char NO_SIDE = ' ';
  private static final Map<String, Character> SIDES =
      Map.ofEntries(
          Map.entry("n", 'N'),
          Map.entry("nord", 'N'),
          Map.entry("north", 'N'),
          Map.entry("s", 'S'),
          Map.entry("sud", 'S'),
          Map.entry("south", 'S'),
          Map.entry("e", 'E'),
          Map.entry("est", 'E'),
          Map.entry("east", 'E'),
          Map.entry("o", 'W'),
          Map.entry("ouest", 'W'),
          Map.entry("w", 'W'),
          Map.entry("west", 'W'));

  /**
   * An angle.
   *
   * @param degrees negative to the south and west, rounded to seven decimals
   * @param side {@code N}, {@code S}, {@code E}, {@code W}, or a blank when it is not said
   */
  record Angle(double degrees, char side) {
    boolean isLatitude() {
      return side == 'N' || side == 'S';
    }

    boolean isLongitude() {
      return side == 'E' || side == 'W';
    }
  }

  private final String text;
  private int at;
  private boolean marked;
  private boolean broken;

  private AngleText(String text) {
    this.text = text;
  }

  /** Returns the angle of a text that says by a mark that it is one, or null. */
  static @Nullable Angle one(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    AngleText scanner = new AngleText(text);
    Angle angle = scanner.next();
    return scanner.isAtEnd() ? angle : null;
  }

  /** Returns the two angles of a text, the latitude first where their sides tell, or null. */
  static Angle @Nullable [] two(String text) {
    AngleText scanner = new AngleText(text);
    Angle first = scanner.next();
    scanner.skip(BLANKS + ",;|/");
    Angle second = first == null ? null : scanner.next();
    if (first == null || second == null || !scanner.isAtEnd()) {
      return null;
    }
    boolean swapped = first.isLongitude() || second.isLatitude();
    boolean alike =
        first.isLatitude() && second.isLatitude() || first.isLongitude() && second.isLongitude();
    return alike ? null : swapped ? new Angle[] {second, first} : new Angle[] {first, second};
  }

  /** Tells whether the sides of two angles say which is the latitude. */
  static boolean tellSides(Angle[] angles) {
    return angles[0].side() != NO_SIDE || angles[1].side() != NO_SIDE;
  }

  private boolean isAtEnd() {
    skip(BLANKS);
    return at == text.length();
  }

  private void skip(String chars) {
    while (at < text.length() && chars.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private @Nullable Angle next() {
    marked = false;
    broken = false;
    skip(BLANKS);
    char side = side();
    skip(BLANKS);
    boolean signed = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
    boolean negative = signed && text.charAt(at) == '-';
    at += signed ? 1 : 0;
    double degrees = degrees();
    side = side == NO_SIDE ? side() : side;
    double most = side == 'N' || side == 'S' ? 90 : 180;
    if (broken || !marked || signed && side != NO_SIDE || !(degrees <= most)) {
      return null;
    }
    boolean below = negative || side == 'S' || side == 'W';
    double rounded = Math.round(degrees * PRECISION) / PRECISION;
    return new Angle(below && rounded != 0 ? -rounded : rounded, side);
  }

  /** Reads degrees, and the minutes and seconds behind them. */
  private double degrees() {
    int from = at;
    double value = number();
    boolean whole = isWhole(from);
    int unit = mark();
    broken |= unit > DEGREES;
    for (int last = DEGREES; whole && last < SECONDS; ) {
      int before = at;
      skip(BLANKS);
      from = at;
      double part = at < text.length() && isDigit(text.charAt(at)) ? number() : Double.NaN;
      whole = isWhole(from);
      unit = mark();
      if (Double.isNaN(part) || unit == DEGREES) {
        at = before;
        break;
      }
      last = unit == 0 ? last + 1 : unit <= last ? broken() : unit;
      broken |= part >= 60;
      value += last == MINUTES ? part / 60 : part / 3600;
    }
    return value;
  }

  private int broken() {
    broken = true;
    return SECONDS;
  }

  private boolean isWhole(int from) {
    for (int i = from; i < at; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return at > from;
  }

  /** Reads digits, perhaps with a mark and decimals; NaN when there are none. */
  private double number() {
    int from = at;
    boolean decimals = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean mark = (c == '.' || c == ',') && !decimals && at > from;
      if (mark && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
        decimals = true;
      } else if (!isDigit(c)) {
        break;
      }
      at++;
    }
    return Decimals.parse(text.substring(from, at).replace(',', '.'), '.');
  }

  /** Reads the mark of a unit; 0 when there is none. */
  private int mark() {
    int before = at;
    skip(BLANKS);
    char c = at < text.length() ? text.charAt(at) : NO_SIDE;
    int unit =
        DEGREE_MARKS.indexOf(c) >= 0
            ? DEGREES
            : DOUBLE_PRIMES.indexOf(c) >= 0 ? SECONDS : PRIMES.indexOf(c) >= 0 ? MINUTES : 0;
    if (unit == 0) {
      at = before;
      return 0;
    }
    at++;
    marked = true;
    if (unit == MINUTES && at < text.length() && PRIMES.indexOf(text.charAt(at)) >= 0) {
      at++;
      return SECONDS;
    }
    return unit;
  }

  private char side() {
    int before = at;
    skip(BLANKS);
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    Character side = at == from ? null : SIDES.get(Folding.fold(text.substring(from, at)));
    if (side == null) {
      at = before;
      return NO_SIDE;
    }
    marked = true;
    return side;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
