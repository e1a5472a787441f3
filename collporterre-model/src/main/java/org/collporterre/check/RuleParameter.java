package org.collporterre.check;

/**
 * A number of a rule that a dataset may set, in {@code collporterre.json}.
 *
 * @param name its name, an English noun in snake_case with its unit: {@code months}
 * @param standard what it is when nobody sets it
 * @param least the least it may be
 * @param most the most it may be
 */
public record RuleParameter(String name, int standard, int least, int most) {
  public RuleParameter {
    if (standard < least || standard > most) {
      throw new IllegalArgumentException(name + ": " + standard);
    }
  }
}
