package org.collporterre.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of a type and an identifier, numbered from 0 as they come. A pair costs the length of its
 * identifier and 15 to 23 bytes: two with the text, four for its place, one for its type, and eight
 * to sixteen of the table. A hit is verified. There are at most 127 types. Used by one thread.
 */
public final class KeyIndex {
  private final Texts ids = new Texts();

  /** Per pair: where its identifier is, packed, and its type. */
  private final IntList where = new IntList();

  private byte[] typeNumbers = new byte[64];
  private int size;
  private int[] table = new int[128];

  private final List<String> types = new ArrayList<>();
  private final Texts.Cursor probe = ids.new Cursor();

  /** Makes an empty one. */
  public KeyIndex() {}

  /** Returns the number of pairs. */
  public int size() {
    return size;
  }

  /** Returns the number of a pair, or −1. */
  public int find(String type, String id) {
    int typeNumber = types.indexOf(type);
    return typeNumber < 0 ? -1 : table[slot(typeNumber, Texts.bytes(id))] - 1;
  }

  /** Adds a pair; returns its number, or −1 − the number it already has. */
  public int add(String type, String id) {
    byte[] bytes = Texts.bytes(id);
    int typeNumber = number(type);
    int slot = slot(typeNumber, bytes);
    if (table[slot] != 0) {
      return -table[slot];
    }
    if (size == typeNumbers.length) {
      typeNumbers = Arrays.copyOf(typeNumbers, size + (size >> 1));
    }
    where.add(Texts.packed(ids.add(bytes)));
    typeNumbers[size] = (byte) typeNumber;
    table[slot] = ++size;
    if (size > table.length / 2) {
      rehash();
    }
    return size - 1;
  }

  /** Returns the identifier of a number. */
  public String id(int number) {
    return ids.get(place(number));
  }

  /** Returns the type of a number. */
  public String type(int number) {
    return types.get(typeNumbers[number]);
  }

  /** Returns a look at identifiers, for {@link #at}. */
  public Texts.Cursor cursor() {
    return ids.new Cursor();
  }

  /** Turns a look to the identifier of a number. */
  public Texts.Cursor at(Texts.Cursor cursor, int number) {
    return cursor.at(place(number));
  }

  private long place(int number) {
    return Texts.unpacked(where.get(number));
  }

  private int number(String type) {
    int found = types.indexOf(type);
    if (found < 0) {
      types.add(type);
      return types.size() - 1;
    }
    return found;
  }

  private void rehash() {
    table = new int[table.length * 2];
    Texts.Cursor cursor = cursor();
    for (int i = 0; i < size; i++) {
      int slot = hash(typeNumbers[i], cursor.at(place(i)).toBytes()) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = i + 1;
    }
  }

  private int slot(int type, byte[] bytes) {
    int slot = hash(type, bytes) & (table.length - 1);
    while (table[slot] != 0 && !isAt(table[slot] - 1, type, bytes)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isAt(int number, int type, byte[] bytes) {
    return typeNumbers[number] == type && probe.at(place(number)).isEqualTo(bytes);
  }

  private static int hash(int type, byte[] bytes) {
    int hash = Arrays.hashCode(bytes) * 31 + type;
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
