package org.collporterre.benchmarks;

import java.util.Arrays;

/** The middle one of some times. */
final class Median {
  private Median() {}

  /** Returns the middle value; of an even number, the upper of the two. */
  static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
