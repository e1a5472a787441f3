package org.collporterre.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Many numbers, by place from 0, in arrays of one size that are never copied: each costs 4 bytes.
 * Used by one thread.
 */
public final class IntList {
  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<int[]> chunks = new ArrayList<>();
  private int size;

  /** Makes an empty one. */
  public IntList() {}

  /** Returns how many numbers there are. */
  public int size() {
    return size;
  }

  /** Adds a number. */
  public void add(int number) {
    if (size == chunks.size() << CHUNK_BITS) {
      chunks.add(new int[CHUNK]);
    }
    chunks.get(size >>> CHUNK_BITS)[size & CHUNK - 1] = number;
    size++;
  }

  /** Puts another number at a place. */
  public void set(int place, int number) {
    chunks.get(place >>> CHUNK_BITS)[place & CHUNK - 1] = number;
  }

  /** Returns the number at a place. */
  public int get(int place) {
    return chunks.get(place >>> CHUNK_BITS)[place & CHUNK - 1];
  }
}
