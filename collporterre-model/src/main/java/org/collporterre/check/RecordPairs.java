package org.collporterre.check;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pairs of numbers of records, packed: 8 bytes each. They are added first, then asked about. Used
 * by one thread.
 */
final class RecordPairs {
  private long[] pairs = new long[16];
  private int size;
  private boolean sorted = true;

  /**
   * Returns which initiatives methodologies were written from, as either side says it: the
   * initiative comes first.
   */
  static RecordPairs documented(References references) {
    RecordPairs pairs = new RecordPairs();
    references.each("methodologies", edge -> pairs.add(edge.source(), edge.target()));
    references.each("documente", edge -> pairs.add(edge.target(), edge.source()));
    return pairs;
  }

  /** Adds a pair, unless one of the two is −1. */
  void add(int first, int second) {
    if (first < 0 || second < 0) {
      return;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size + (size >> 1));
    }
    pairs[size++] = pair(first, second);
    sorted = false;
  }

  boolean contains(int first, int second) {
    sort();
    return Arrays.binarySearch(pairs, 0, size, pair(first, second)) >= 0;
  }

  /** Returns the seconds of a first, ascending and each once. */
  IntStream of(int first) {
    sort();
    int found = Arrays.binarySearch(pairs, 0, size, pair(first, 0));
    int from = found < 0 ? -1 - found : found;
    while (from > 0 && pairs[from - 1] == pair(first, 0)) {
      from--;
    }
    int to = from;
    while (to < size && pairs[to] >>> 32 == first) {
      to++;
    }
    return Arrays.stream(pairs, from, to).mapToInt(pair -> (int) pair).distinct();
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(pairs, 0, size);
      sorted = true;
    }
  }

  private static long pair(int first, int second) {
    return (long) first << 32 | second;
  }
}
