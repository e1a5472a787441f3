package org.collporterre.check;

import java.util.Arrays;
import org.collporterre.internal.ComparedTitle;

/**
 * Says of most pairs of titles, in no time, that they are not alike: of each title it keeps which
 * of 64 classes of pairs of letters it has, how many pairs, and a hash of its numbers. Memory: 14
 * bytes per title. Used by one thread.
 */
final class TitleSketches {
  private long[] classes = new long[16];
  private char[] pairs = new char[16];
  private int[] numbers = new int[16];
  private int size;

  /** Adds the title of the next number. */
  void add(ComparedTitle title) {
    if (size == classes.length) {
      int larger = size + (size >> 1);
      classes = Arrays.copyOf(classes, larger);
      pairs = Arrays.copyOf(pairs, larger);
      numbers = Arrays.copyOf(numbers, larger);
    }
    classes[size] = title.pairClasses();
    pairs[size] = (char) title.pairCount();
    numbers[size] = title.numbersHash();
    size++;
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
