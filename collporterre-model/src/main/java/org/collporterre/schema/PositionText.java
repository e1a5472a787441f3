package org.collporterre.schema;

/**
 * What a text says as a position: two numbers, degrees with minutes and seconds, {@code geo:},
 * well-known text, or a GeoJSON point.
 */
public sealed interface PositionText {
  /**
   * A position.
   *
   * @param latitude in degrees, or the second coordinate of another reference system
   * @param longitude in degrees, or the first coordinate of another reference system
   * @param isPlain whether it is written as two decimal numbers with a comma between
   */
  record Read(double latitude, double longitude, boolean isPlain) implements PositionText {
    /** Returns the plain form, latitude first: {@code 48.39, -4.48}. */
    public String plain() {
      return Decimals.write(latitude) + ", " + Decimals.write(longitude);
    }
  }

  /** Nothing: two zeros, which stand where a position was not found, or a mark between nothing. */
  record Nothing() implements PositionText {}

  /**
   * No position.
   *
   * @param expected an example of the form that was probably meant
   */
  record Malformed(String expected) implements PositionText {}

  /**
   * Reads a text.
   *
   * @param longitudeFirst of two numbers without more, which comes first; other forms say so
   */
  static PositionText of(String text, boolean longitudeFirst) {
    return PositionForms.read(text, longitudeFirst);
  }
}
