package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of 45 bits that records have, several per record, packed: each costs 8 bytes. Records are
 * added in the order of their numbers, which are less than {@link #MOST_RECORDS}. Used by one
 * thread.
 */
final class RecordValues {
  static final int MOST_RECORDS = 1 << 17;

  private static final int VALUE_BITS = 45;

  /** All that 64 bits leave, more than the numbers need. */
  private static final int RECORD_BITS = 19;

  static final long VALUES = (1L << VALUE_BITS) - 1;
  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  /** Adds a value; of a larger number the lowest 45 bits count. */
  void add(int record, long value) {
    if (size == chunks.size() * CHUNK) {
      chunks.add(new long[CHUNK]);
    }
    chunks.get(size >>> CHUNK_BITS)[size & CHUNK - 1] =
        (long) record << VALUE_BITS | value & VALUES;
    size++;
  }

  /** Returns how many values there are. */
  int size() {
    return size;
  }

  /** Returns where the values of a record begin; those of the next record begin where they end. */
  int start(int record) {
    if (record == MOST_RECORDS) {
      return size;
    }
    long sought = (long) record << VALUE_BITS;
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Long.compareUnsigned(raw(middle), sought) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Returns the value at a place. */
  long value(int place) {
    return raw(place) & VALUES;
  }

  /** Returns the record that the value at a place is of. */
  int recordAt(int place) {
    return (int) (raw(place) >>> VALUE_BITS);
  }

  /** Tells whether a record has a value. */
  boolean has(int record, long value) {
    int end = start(record + 1);
    for (int i = start(record); i < end; i++) {
      if (value(i) == (value & VALUES)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether two records have a value in common that is not among the sorted ones given. */
  boolean shareOneBut(long[] excluded, int record, int other) {
    int end = start(record + 1);
    for (int i = start(record); i < end; i++) {
      if (has(other, value(i)) && Arrays.binarySearch(excluded, value(i)) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns all, ordered by value, then by record; see {@link #recordOf} and {@link #valueOf}. */
  long[] byValue() {
    long[] all = new long[size];
    for (int i = 0; i < size; i++) {
      all[i] = Long.rotateLeft(raw(i), RECORD_BITS);
    }
    // Large values sort as negative numbers: only their equality and the order of records matter.
    Arrays.sort(all);
    return all;
  }

  /** Returns the values that more records than so many have, sorted. */
  long[] sharedByMoreThan(int records) {
    long[] all = byValue();
    long[] shared = new long[16];
    int found = 0;
    for (int from = 0; from < all.length; ) {
      int to = from;
      int different = 0;
      while (to < all.length && valueOf(all[to]) == valueOf(all[from])) {
        different += to == from || all[to] != all[to - 1] ? 1 : 0;
        to++;
      }
      if (different > records) {
        shared = found == shared.length ? Arrays.copyOf(shared, found * 2) : shared;
        shared[found++] = valueOf(all[from]);
      }
      from = to;
    }
    long[] values = Arrays.copyOf(shared, found);
    Arrays.sort(values);
    return values;
  }

  /** Returns the record of an item of {@link #byValue}. */
  static int recordOf(long item) {
    return (int) item & MOST_RECORDS - 1;
  }

  /** Returns the value of an item of {@link #byValue}. */
  static long valueOf(long item) {
    return item >>> RECORD_BITS;
  }

  private long raw(int place) {
    return chunks.get(place >>> CHUNK_BITS)[place & CHUNK - 1];
  }
}
