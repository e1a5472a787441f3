package org.collporterre.benchmarks;

import java.util.List;

/**
 * Pseudo-random numbers that are the same on every JDK: SplitMix64 (Steele, Lea, Flood, 2014).
 * Quality is enough for test data.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** Begins a sequence that depends on nothing but these two numbers. */
  Dice(long seed, long number) {
    state = mix(mix(seed) + number * GOLDEN);
  }

  /** Returns a number from 0 to one less than the bound. */
  int below(int bound) {
    state += GOLDEN;
    return (int) ((mix(state) >>> 32) * bound >>> 32);
  }

  /** Tells whether an event of so many percent happens. */
  boolean percent(int chance) {
    return below(100) < chance;
  }

  /** Returns one of the items. */
  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
