package org.collporterre.check;

import java.util.Arrays;
import org.collporterre.internal.TextHash;

/**
 * Pairs of records, each with a strength; of a record that is in many, only the strongest are kept.
 * A pair stays when it is among the {@value #PER_RECORD} strongest of either of its two records; of
 * equally strong ones their identifiers decide, by a hash, not the order in which they were read.
 * Memory: at most 24 bytes for each pair kept and each record. Used by one thread.
 */
final class StrongestPairs {
  /** A hundred copies of a record are not 4 950 findings. */
  static final int PER_RECORD = 5;

  /** The greatest strength; the least is 0. */
  static final int STRONGEST = 127;

  private static final int STRENGTH_BITS = 7;
  private static final int RECORD_BITS = 19;
  private static final int RANK_BITS = 45;
  private static final int TIE_BITS = RANK_BITS - STRENGTH_BITS;
  private static final int FEW = 1 << 16;

  private final EntryIndex entries;
  private long[] pairs = new long[64];
  private int size;
  private int limit = FEW;

  StrongestPairs(EntryIndex entries) {
    this.entries = entries;
  }

  /** Adds a pair; one that is there already keeps the greater of the two strengths. */
  void add(int record, int other, int strength) {
    if (size == limit) {
      keepStrongest();
      limit = Math.max(FEW, size * 2);
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    long later = Math.max(record, other);
    pairs[size++] =
        (later << RECORD_BITS | Math.min(record, other)) << STRENGTH_BITS
            | Math.min(STRONGEST, strength);
  }

  /** Returns how many pairs are left, ordered by their later record, then by the earlier one. */
  int finish() {
    keepStrongest();
    return size;
  }

  /** Returns the record of a pair that was read first. */
  int earlier(int pair) {
    return (int) (pairs[pair] >>> STRENGTH_BITS) & (1 << RECORD_BITS) - 1;
  }

  /** Returns the record of a pair that was read second. */
  int later(int pair) {
    return (int) (pairs[pair] >>> STRENGTH_BITS + RECORD_BITS);
  }

  private void keepStrongest() {
    dropWeakerCopies();
    if (size == 0) {
      return;
    }
    long[] worst = worstKept();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long rank = rank(i);
      if (rank <= worst[earlier(i)] || rank <= worst[later(i)]) {
        pairs[kept++] = pairs[i];
      }
    }
    size = kept;
  }

  private void dropWeakerCopies() {
    Arrays.sort(pairs, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i + 1 == size || pairs[i] >>> STRENGTH_BITS != pairs[i + 1] >>> STRENGTH_BITS) {
        pairs[kept++] = pairs[i];
      }
    }
    size = kept;
  }

  /** Per record, the rank of the last of its pairs that is strong enough. */
  private long[] worstKept() {
    long[] ranked = new long[size * 2];
    for (int i = 0; i < size; i++) {
      long rank = rank(i);
      ranked[2 * i] = (long) earlier(i) << RANK_BITS | rank;
      ranked[2 * i + 1] = (long) later(i) << RANK_BITS | rank;
    }
    // Large records sort as negative numbers: only that those of one record are together matters.
    Arrays.sort(ranked);
    long[] worst = new long[later(size - 1) + 1];
    int nth = 0;
    for (int i = 0; i < ranked.length; i++) {
      int record = (int) (ranked[i] >>> RANK_BITS);
      nth = i > 0 && record == (int) (ranked[i - 1] >>> RANK_BITS) ? nth + 1 : 1;
      if (nth <= PER_RECORD) {
        worst[record] = ranked[i] & (1L << RANK_BITS) - 1;
      }
    }
    return worst;
  }

  /** The stronger, the lower; equally strong pairs have the same order whatever was read first. */
  long rank(int pair) {
    long weakness = STRONGEST - (pairs[pair] & STRONGEST);
    long tie = TextHash.of(entries.id(earlier(pair))) ^ TextHash.of(entries.id(later(pair)));
    tie *= 0x9E3779B97F4A7C15L;
    return weakness << TIE_BITS | tie >>> Long.SIZE - TIE_BITS;
  }
}
