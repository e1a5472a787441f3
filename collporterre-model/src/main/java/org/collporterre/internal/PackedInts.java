package org.collporterre.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Many numbers, by place from 0, of which each is near the one before, such as those of lines: one
 * that is less than 64 away costs one byte and a half. Used by one thread.
 */
public final class PackedInts {
  /** So many differences follow each number that is kept as it is. */
  private static final int GROUP = 16;

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private static final int MORE = 1 << 7;

  private final List<byte[]> chunks = new ArrayList<>();

  /** Per group: its first number, and where the differences of the others begin. */
  private final IntList firsts = new IntList();

  private final IntList starts = new IntList();
  private int used;
  private int size;
  private int last;

  /** Makes an empty one. */
  public PackedInts() {}

  /** Returns how many numbers there are. */
  public int size() {
    return size;
  }

  /** Adds a number. */
  public void add(int number) {
    if (size % GROUP == 0) {
      firsts.add(number);
      starts.add(used);
    } else {
      int difference = number - last;
      // The sign goes last, so that small numbers stay small.
      int rest = difference << 1 ^ difference >> 31;
      while ((rest & -MORE) != 0) {
        put(rest | MORE);
        rest >>>= 7;
      }
      put(rest);
    }
    last = number;
    size++;
  }

  /** Returns the number at a place. */
  public int get(int place) {
    int number = firsts.get(place / GROUP);
    int at = starts.get(place / GROUP);
    for (int i = place % GROUP; i > 0; i--) {
      int code = 0;
      int shift = 0;
      int part;
      do {
        part = chunks.get(at >>> CHUNK_BITS)[at & CHUNK - 1];
        code |= (part & MORE - 1) << shift;
        shift += 7;
        at++;
      } while (part < 0);
      number += code >>> 1 ^ -(code & 1);
    }
    return number;
  }

  private void put(int part) {
    if (used == chunks.size() << CHUNK_BITS) {
      chunks.add(new byte[CHUNK]);
    }
    chunks.get(used >>> CHUNK_BITS)[used & CHUNK - 1] = (byte) part;
    used++;
  }
}
