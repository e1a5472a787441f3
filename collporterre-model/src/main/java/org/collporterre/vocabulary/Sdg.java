package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** The seventeen Sustainable Development Goals of the United Nations. */
@CodeList("odd")
public enum Sdg implements Coded {
  NO_POVERTY(1),
  ZERO_HUNGER(2),
  GOOD_HEALTH(3),
  QUALITY_EDUCATION(4),
  GENDER_EQUALITY(5),
  CLEAN_WATER(6),
  CLEAN_ENERGY(7),
  DECENT_WORK(8),
  INDUSTRY_AND_INNOVATION(9),
  REDUCED_INEQUALITIES(10),
  SUSTAINABLE_CITIES(11),
  RESPONSIBLE_CONSUMPTION(12),
  CLIMATE_ACTION(13),
  LIFE_BELOW_WATER(14),
  LIFE_ON_LAND(15),
  PEACE_AND_JUSTICE(16),
  PARTNERSHIPS(17);

  private final int number;

  Sdg(int number) {
    this.number = number;
  }

  /**
   * Returns the goal of a number.
   *
   * @throws IllegalArgumentException when the number is not 1 to 17
   */
  public static Sdg of(int number) {
    for (Sdg goal : values()) {
      if (goal.number == number) {
        return goal;
      }
    }
    throw new IllegalArgumentException("no goal " + number);
  }

  /** Returns the number of the goal, 1 to 17. */
  public int number() {
    return number;
  }

  @Override
  public String code() {
    return Integer.toString(number);
  }
}
