package org.collporterre.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of a type and an identifier, numbered from 0 as they come. A pair costs nine bytes of a
 * table and what {@link NumberedTexts} keeps of its identifier, a third of it and two bytes as a
 * rule; four more where there is more than one type. A hit is verified. Used by one thread.
 */
public final class KeyIndex {
  private final NumberedTexts ids;

  /** Per pair: a hash of it, then its number. */
  private final SortedKeys table = new SortedKeys(0);

  /** Empty as long as all pairs are of the first type. */
  private final IntList typeNumbers = new IntList();

  private int size;
  private final List<String> types = new ArrayList<>();
  private final NumberedTexts.Cursor probe;

  /** Makes an empty one. */
  public KeyIndex() {
    this(new NumberedTexts());
  }

  /** Makes one that keeps identifiers there. */
  KeyIndex(NumberedTexts ids) {
    this.ids = ids;
    this.probe = ids.new Cursor();
  }

  /** Returns the number of pairs. */
  public int size() {
    return size;
  }

  /** Returns the number of a pair, or −1. */
  public int find(String type, String id) {
    int typeNumber = types.indexOf(type);
    return typeNumber < 0 ? -1 : find(typeNumber, NumberedTexts.bytes(id));
  }

  private int find(int type, byte[] id) {
    long hash = hash(type, id);
    table.seek(hash);
    while (table.hasKey() && hash == (table.key() & -1L << Integer.SIZE)) {
      int number = (int) table.key();
      if (typeNumber(number) == type && probe.at(number).isEqualTo(id)) {
        return number;
      }
      table.next();
    }
    return -1;
  }

  /** Adds a pair; returns its number, or −1 − the number it already has. */
  public int add(String type, String id) {
    byte[] bytes = NumberedTexts.bytes(id);
    int typeNumber = number(type);
    int found = find(typeNumber, bytes);
    if (found >= 0) {
      return -1 - found;
    }
    if (typeNumber > 0 || typeNumbers.size() > 0) {
      typeNumbers.fill(0, size - typeNumbers.size());
      typeNumbers.add(typeNumber);
    }
    ids.add(bytes);
    table.add(hash(typeNumber, bytes) | size);
    return size++;
  }

  /** Returns the identifier of a number. */
  public String id(int number) {
    return ids.get(number);
  }

  /** Returns the type of a number. */
  public String type(int number) {
    return types.get(typeNumber(number));
  }

  /** Returns a look at identifiers, by number. */
  public NumberedTexts.Cursor cursor() {
    return ids.new Cursor();
  }

  private int typeNumber(int number) {
    return typeNumbers.size() == 0 ? 0 : typeNumbers.get(number);
  }

  private int number(String type) {
    int found = types.indexOf(type);
    if (found < 0) {
      types.add(type);
      return types.size() - 1;
    }
    return found;
  }

  /** Returns a hash in the upper half; below there is room for a number. */
  private static long hash(int type, byte[] bytes) {
    long hash = type;
    for (byte one : bytes) {
      hash = (hash ^ one & 0xFF) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    return hash & -1L << Integer.SIZE;
  }
}
