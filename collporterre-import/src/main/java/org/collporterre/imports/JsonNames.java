package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Numbers the names in a file by their bytes, in the order in which they are first asked for. */
final class JsonNames {
  /** More names than this are not numbered. */
  static final int MOST = 1 << 10;

  private static final int SLOTS = MOST * 2;
  private static final int LONGEST = 64;

  private final byte[][] keys = new byte[MOST][];
  private final short[] numbers = new short[SLOTS];
  private int size;

  /** Returns names of which some are numbered already. */
  static JsonNames of(List<String> names) {
    JsonNames all = new JsonNames();
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      all.number(bytes, 0, bytes.length);
    }
    return all;
  }

  /** Returns the number of the string that was last read, from 0; −1 when it gets none. */
  int number(JsonCursor name) {
    return number(name.bytes(), name.from(), name.to());
  }

  private int number(byte[] bytes, int from, int to) {
    int hash = to - from;
    if (hash > LONGEST) {
      return -1;
    }
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = hash * 0x9E3779B9 >>> 21;
    while (numbers[slot] != 0) {
      int number = numbers[slot] - 1;
      byte[] key = keys[number];
      if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
        return number;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return size == MOST ? -1 : add(slot, Arrays.copyOfRange(bytes, from, to));
  }

  private int add(int slot, byte[] key) {
    keys[size] = key;
    size++;
    numbers[slot] = (short) size;
    return size - 1;
  }
}
