package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.report.Location;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers met in a run with the place of each, by record type. A record costs the length of
 * its identifier and about 30 bytes. Used by one thread.
 */
public final class EntryIndex {
  private final Texts ids = new Texts();
  private final Places places = new Places();

  /** Per entry: where its identifier is, and its type. */
  private long[] where = new long[64];

  private byte[] typeNumbers = new byte[64];
  private int size;
  private int duplicateOf = -1;
  private int[] table = new int[128];

  private final List<String> types = new ArrayList<>();
  private final Texts.Cursor probe = ids.new Cursor();

  EntryIndex() {}

  /** Returns the number of entries. */
  public int size() {
    return size;
  }

  /**
   * Returns the number of an earlier record of the same type and identifier as the record whose
   * turn it is, or −1.
   */
  public int duplicateOf() {
    return duplicateOf;
  }

  /**
   * Returns the number of the first record of a type with an identifier, or −1. Numbers count
   * records from 0 in the order in which they were met.
   */
  public int find(String type, String id) {
    int typeNumber = types.indexOf(type);
    if (typeNumber < 0) {
      return -1;
    }
    int slot = slot(typeNumber, Texts.bytes(id));
    return table[slot] - 1;
  }

  /** Returns the identifier of a number. */
  public String id(int number) {
    return ids.get(where[number]);
  }

  /** Returns the record type's name of a number. */
  public String type(int number) {
    return types.get(typeNumbers[number]);
  }

  /** Returns where the record of a number was met, without a JSON Pointer. */
  public Location location(int number) {
    return places.get(number);
  }

  /**
   * Returns the identifier of a type that was probably meant by a text, or null; see {@link
   * Nearest}. Looks at all of them.
   */
  public @Nullable String nearest(String type, String text) {
    int typeNumber = types.indexOf(type);
    Nearest search = new Nearest(text);
    Texts.Cursor candidate = ids.new Cursor();
    int best = -1;
    for (int i = 0; i < size; i++) {
      if (typeNumbers[i] == typeNumber && search.isNearer(candidate.at(where[i]))) {
        best = i;
      }
    }
    return best < 0 ? null : id(best);
  }

  /** Adds a record unless its type already has one of that identifier. */
  void add(String type, String id, Location place) {
    byte[] bytes = Texts.bytes(id);
    int typeNumber = number(type);
    int slot = slot(typeNumber, bytes);
    if (table[slot] != 0) {
      duplicateOf = table[slot] - 1;
      return;
    }
    duplicateOf = -1;
    grow();
    where[size] = ids.add(bytes);
    // The pointer of each of a million records would cost as much as their identifiers.
    places.add(new Location(place.file(), place.line(), place.column()));
    typeNumbers[size] = (byte) typeNumber;
    table[slot] = ++size;
    if (size > table.length / 2) {
      rehash();
    }
  }

  private int number(String type) {
    int found = types.indexOf(type);
    if (found < 0) {
      types.add(type);
      return types.size() - 1;
    }
    return found;
  }

  private void grow() {
    if (size == where.length) {
      int larger = size + (size >> 1);
      where = Arrays.copyOf(where, larger);
      typeNumbers = Arrays.copyOf(typeNumbers, larger);
    }
  }

  private void rehash() {
    table = new int[table.length * 2];
    Texts.Cursor cursor = ids.new Cursor();
    for (int i = 0; i < size; i++) {
      int slot = hash(typeNumbers[i], cursor.at(where[i]).toBytes()) & (table.length - 1);
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
    return typeNumbers[number] == type && probe.at(where[number]).isEqualTo(bytes);
  }

  private static int hash(int type, byte[] bytes) {
    int hash = Arrays.hashCode(bytes) * 31 + type;
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
