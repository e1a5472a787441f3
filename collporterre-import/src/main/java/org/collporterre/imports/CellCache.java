package org.collporterre.imports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of recent cells of one column, by their bytes: a column of codes has few. Gives up on
 * a column whose cells do not repeat. At most 256 short cells are kept.
 */
final class CellCache {
  private static final int SLOTS = 256;
  private static final int LONGEST = 64;
  private static final int TRIAL = 512;

  private byte @Nullable [] @Nullable [] keys = new byte[SLOTS][];
  private final @Nullable Object[] values = new @Nullable Object[SLOTS];
  private int asked;
  private int found;

  /** Returns the slot of a cell, or −1 when this column or cell is not for the cache. */
  int slot(byte[] bytes, int from, int to) {
    if (keys == null || to - from > LONGEST) {
      return -1;
    }
    if (++asked == TRIAL) {
      if (found < TRIAL / 2) {
        keys = null;
        return -1;
      }
      asked = 0;
      found = 0;
    }
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash >>> 24;
  }

  /** Returns the value of a cell in its slot, or null when another cell is there. */
  @Nullable Object get(int slot, byte[] bytes, int from, int to) {
    byte[] key = keys == null ? null : keys[slot];
    if (key != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
      found++;
      return values[slot];
    }
    return null;
  }

  void put(int slot, byte[] bytes, int from, int to, Object value) {
    if (keys != null) {
      keys[slot] = Arrays.copyOfRange(bytes, from, to);
      values[slot] = value;
    }
  }
}
