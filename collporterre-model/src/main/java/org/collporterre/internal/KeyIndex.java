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

  private final UsualInts typeNumbers = new UsualInts(0);
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
    byte[] bytes = NumberedTexts.bytes(id);
    return typeNumber < 0 ? -1 : find(typeNumber, bytes, hash(typeNumber, bytes));
  }

  private int find(int type, byte[] id, long hash) {
    table.seek(hash);
    while (table.hasKey() && hash == (table.key() & -1L << Integer.SIZE)) {
      int number = (int) table.key();
      if (typeNumbers.get(number) == type && probe.at(number).isEqualTo(id)) {
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
    long hash = hash(typeNumber, bytes);
    int found = find(typeNumber, bytes, hash);
    if (found >= 0) {
      return -1 - found;
    }
    typeNumbers.add(typeNumber);
    ids.add(bytes);
    table.add(hash | size);
    return size++;
  }

  /** Returns the identifier of a number. */
  public String id(int number) {
    return ids.get(number);
  }

  /** Returns the type of a number. */
  public String type(int number) {
    return types.get(typeNumbers.get(number));
  }

  /** Returns a look at identifiers, by number. */
  public NumberedTexts.Cursor cursor() {
    return ids.new Cursor();
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
      hash = TextHash.add(hash, (char) (one & 0xFF));
    }
    return TextHash.mixed(hash) & -1L << Integer.SIZE;
  }
}
