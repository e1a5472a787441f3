package org.collporterre.check;

import org.collporterre.internal.SortedKeys;

/**
 * The first record that has a value, by a hash of the value of 64 bits: 13 bytes per value, and
 * those of a note. Of a million values two that differ have one hash in one of 37 million datasets.
 * Used by one thread.
 */
final class FirstRecords {
  private static final int RECORD = Integer.BYTES;

  private final int noteBytes;
  private final SortedKeys values;

  /** Makes an empty one, without notes. */
  FirstRecords() {
    this(0);
  }

  /** Makes one with a note of so many bytes for each value, 0 at first. */
  FirstRecords(int noteBytes) {
    this.noteBytes = noteBytes;
    this.values = new SortedKeys(RECORD + noteBytes);
  }

  /** Returns how many values there are. */
  int size() {
    return values.size();
  }

  /** Returns the record that had the value first: this one, unless there is an earlier one. */
  int putIfAbsent(long hash, int record) {
    if (values.seek(hash)) {
      return values.value(0, RECORD);
    }
    values.add(hash);
    values.set(0, RECORD, record);
    return record;
  }

  /** Tells whether a record has the value. */
  boolean has(long hash) {
    return values.seek(hash);
  }

  /** Returns the note of the value that was asked about last, and is there. */
  int note() {
    return values.value(RECORD, noteBytes);
  }

  /** Keeps the note of that value; what has no room in the bytes is lost. */
  void note(int note) {
    values.set(RECORD, noteBytes, note);
  }
}
