package org.collporterre.schema;

import org.collporterre.constraint.VersionNumber;
import org.jspecify.annotations.Nullable;

/**
 * A version of the format. Data of the same major version can be read, with what a newer minor one
 * has added left aside.
 *
 * @param major the first number
 * @param minor the second number
 */
public record FormatVersion(int major, int minor) {
  /** The version that this library reads and writes. */
  public static final FormatVersion CURRENT = new FormatVersion(1, 0);

  /** Returns the version of a text {@code 1.0} or {@code 1.0.2}, or null when it is none. */
  public static @Nullable FormatVersion parse(String text) {
    if (!VersionNumber.Validator.matches(text)) {
      return null;
    }
    String[] numbers = text.split("\\.", -1);
    return new FormatVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  /** Returns the written form. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
