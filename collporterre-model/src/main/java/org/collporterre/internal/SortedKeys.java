package org.collporterre.internal;

import java.util.Arrays;

/**
 * Different numbers of 64 bits, sorted, each with some bytes, in many small arrays that grow by an
 * eighth and are split in two when they are large: no array is ever copied as a whole, and a number
 * costs 8 to 9 bytes and its own. It is looked for by {@link #seek}, and what else there is to ask
 * or to tell is of the number that was found. Numbers should be spread evenly, as hashes are. Used
 * by one thread.
 */
public final class SortedKeys {
  /** So many numbers are moved by half when one is added. */
  private static final int FULL = 512;

  private final int width;
  private final int full;

  /** How many of the highest bits tell in which part a number is: one at least. */
  private int bits = 1;

  /** Within a part the highest bit is the same, so that signs do not disturb the order. */
  private long[][] keys = {{}, {}};

  private byte[][] values = {{}, {}};
  private int[] sizes = {0, 0};
  private int size;
  private int part;
  private int at;

  /**
   * Makes an empty one.
   *
   * @param width how many bytes each number has with it, all 0 at first
   */
  public SortedKeys(int width) {
    this(width, FULL);
  }

  /** Makes one whose parts have so many numbers before all are split, on an average. */
  SortedKeys(int width, int full) {
    this.width = width;
    this.full = full;
  }

  /** Returns how many numbers there are. */
  public int size() {
    return size;
  }

  /** Turns to a number, or to the place where it would be; tells whether it is there. */
  public boolean seek(long key) {
    part = (int) (key >>> Long.SIZE - bits);
    int found = Arrays.binarySearch(keys[part], 0, sizes[part], key);
    at = found < 0 ? -1 - found : found;
    return found >= 0;
  }

  /** Tells whether it turned to a number, of those with the same highest bit. */
  public boolean hasKey() {
    return at < sizes[part];
  }

  /** Returns the number it turned to. */
  public long key() {
    return keys[part][at];
  }

  /** Turns to the next number. */
  public void next() {
    at++;
  }

  /** Returns a number kept in some of the bytes, without sign. */
  public int value(int from, int bytes) {
    int value = 0;
    int place = at * width + from;
    for (int i = 0; i < bytes; i++) {
      value = value << Byte.SIZE | values[part][place + i] & 0xFF;
    }
    return value;
  }

  /** Keeps a number in some of the bytes. */
  public void set(int from, int bytes, int value) {
    int place = at * width + from;
    int rest = value;
    for (int i = bytes - 1; i >= 0; i--) {
      values[part][place + i] = (byte) rest;
      rest >>>= Byte.SIZE;
    }
  }

  /** Adds a number that is not there, and turns to it. */
  public void add(long key) {
    boolean split = size == full << bits;
    if (split) {
      split();
    }
    // Who adds a number has mostly just looked for it.
    if (split || !isPlaceOf(key)) {
      seek(key);
    }
    int behind = sizes[part] - at;
    if (sizes[part] == keys[part].length) {
      int larger = sizes[part] + (sizes[part] >> 3) + 1;
      keys[part] = Arrays.copyOf(keys[part], larger);
      values[part] = Arrays.copyOf(values[part], larger * width);
    }
    System.arraycopy(keys[part], at, keys[part], at + 1, behind);
    System.arraycopy(values[part], at * width, values[part], (at + 1) * width, behind * width);
    Arrays.fill(values[part], at * width, (at + 1) * width, (byte) 0);
    keys[part][at] = key;
    sizes[part]++;
    size++;
  }

  private boolean isPlaceOf(long key) {
    return part == (int) (key >>> Long.SIZE - bits)
        && at <= sizes[part]
        && (at == 0 || keys[part][at - 1] < key)
        && (at == sizes[part] || keys[part][at] > key);
  }

  private void split() {
    long[][] oldKeys = keys;
    byte[][] oldValues = values;
    int[] oldSizes = sizes;
    keys = new long[oldKeys.length * 2][];
    values = new byte[oldKeys.length * 2][];
    sizes = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      int middle = middle(oldKeys[i], oldSizes[i], Long.MIN_VALUE >>> bits);
      part(2 * i, oldKeys[i], oldValues[i], 0, middle);
      part(2 * i + 1, oldKeys[i], oldValues[i], middle, oldSizes[i]);
      // Old and new ones need not be there all at once.
      oldKeys[i] = keys[2 * i];
      oldValues[i] = values[2 * i];
    }
    bits++;
  }

  private void part(int number, long[] from, byte[] bytes, int start, int end) {
    keys[number] = Arrays.copyOfRange(from, start, end);
    values[number] = Arrays.copyOfRange(bytes, start * width, end * width);
    sizes[number] = end - start;
  }

  /** Returns the place of the first number that has a bit. */
  private static int middle(long[] keys, int size, long bit) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = from + to >>> 1;
      if ((keys[middle] & bit) == 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
