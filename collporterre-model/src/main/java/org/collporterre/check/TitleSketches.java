package org.collporterre.check;

import org.collporterre.internal.ComparedTitle;

/**
 * Says of most pairs of titles, in no time, that they are not alike: of each title it keeps which
 * of 64 classes of pairs of letters it has, how many pairs, and a hash of its numbers. Memory: 14
 * bytes per title. Used by one thread.
 */
final class TitleSketches {
  private final long[] classes;
  private final char[] pairs;
  private final int[] numbers;

  TitleSketches(int titles) {
    this.classes = new long[titles];
    this.pairs = new char[titles];
    this.numbers = new int[titles];
  }

  void set(int number, ComparedTitle title) {
    classes[number] = title.pairClasses();
    pairs[number] = (char) title.pairCount();
    numbers[number] = title.numbersHash();
  }

  /** Tells whether two titles may share so many percent of their pairs of letters. */
  boolean mayShare(int title, int other, int percent) {
    if (numbers[title] != numbers[other]) {
      return false;
    }
    // A class that only one of them has is at least one pair that the other has not.
    int most =
        Math.min(
            pairs[title] - Long.bitCount(classes[title] & ~classes[other]),
            pairs[other] - Long.bitCount(classes[other] & ~classes[title]));
    return 200 * most >= percent * (pairs[title] + pairs[other]);
  }
}
