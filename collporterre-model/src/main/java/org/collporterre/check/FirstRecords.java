package org.collporterre.check;

/**
 * The first record that has a value, by a hash of the value of 64 bits: 26 to 52 bytes per value.
 * Used by one thread.
 */
final class FirstRecords {
  private long[] hashes = new long[32];

  /** The number of the record and one, or 0 where there is none. */
  private int[] records = new int[32];

  /** How many times each value was put, as far as a byte counts. */
  private byte[] times = new byte[32];

  private int size;
  private int last;

  /** Returns how many values there are. */
  int size() {
    return size;
  }

  /** Returns the record that had the value first: this one, unless there is an earlier one. */
  int putIfAbsent(long hash, int record) {
    int slot = slot(hash);
    last = times[slot] = (byte) Math.min(times[slot] + 1, Byte.MAX_VALUE);
    if (records[slot] != 0) {
      return records[slot] - 1;
    }
    hashes[slot] = hash;
    records[slot] = record + 1;
    if (++size > records.length / 2) {
      grow();
    }
    return record;
  }

  /** Tells whether a record has the value. */
  boolean has(long hash) {
    return records[slot(hash)] != 0;
  }

  /** Returns how many times the value that was put last has been put: at most 127. */
  int times() {
    return last;
  }

  private int slot(long hash) {
    int slot = (int) hash & records.length - 1;
    while (records[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & records.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldRecords = records;
    byte[] oldTimes = times;
    hashes = new long[oldHashes.length * 2];
    records = new int[oldRecords.length * 2];
    times = new byte[oldRecords.length * 2];
    for (int i = 0; i < oldRecords.length; i++) {
      if (oldRecords[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        records[slot] = oldRecords[i];
        times[slot] = oldTimes[i];
      }
    }
  }
}
