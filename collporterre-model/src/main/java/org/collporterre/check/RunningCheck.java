package org.collporterre.check;

/**
 * A rule across records at work. One that throws is told of once and not asked again, since what it
 * remembers may be half done; the others go on.
 *
 * @param rule the number of the rule in its checker
 * @param bit the bit of {@link Checked#concerned()} that stands for its screen, or 0 for none
 * @param check what looks at records
 */
record RunningCheck(int rule, long bit, Check check) {
  /** The code of the finding about a rule that throws. */
  static final String FAILED = "rule-failed";

  /** Tells whether it must look at a record that these screens let through. */
  boolean concerns(long concerned) {
    return bit == 0 || (concerned & bit) != 0;
  }
}
