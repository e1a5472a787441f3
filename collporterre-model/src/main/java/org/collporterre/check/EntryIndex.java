package org.collporterre.check;

import java.nio.charset.StandardCharsets;
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
  private static final byte[] NONE = new byte[0];
  private static final int CHUNK_BITS = 18;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** The length is kept in two bytes; what is longer, no identifier at all, is cut. */
  private static final int LONGEST = 0xFFFF;

  private final List<String> files = new ArrayList<>();
  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK;

  /** Per entry: where its identifier begins in the chunks, its place, and its file and type. */
  private long[] where = new long[64];

  private int[] lines = new int[64];
  private int[] columns = new int[64];
  private short[] fileAndType = new short[64];
  private int size;
  private int duplicateOf = -1;
  private int[] table = new int[128];

  private final List<String> types = new ArrayList<>();

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
    int slot = slot(typeNumber, bytes(id));
    return table[slot] - 1;
  }

  /** Returns the identifier of a number. */
  public String id(int number) {
    return new Stored().at(number).toString();
  }

  /** Returns the record type's name of a number. */
  public String type(int number) {
    return types.get(fileAndType[number] & 7);
  }

  /** Returns where the record of a number was met. */
  public Location location(int number) {
    return new Location(
        files.get((fileAndType[number] & 0xFFFF) >>> 3), lines[number], columns[number]);
  }

  /**
   * Returns the identifier of a type that was probably meant by a text, or null; see {@link
   * Nearest}. Looks at all of them.
   */
  public @Nullable String nearest(String type, String text) {
    int typeNumber = types.indexOf(type);
    Nearest search = new Nearest(text);
    Stored candidate = new Stored();
    int best = -1;
    for (int i = 0; i < size; i++) {
      if ((fileAndType[i] & 7) == typeNumber && search.isNearer(candidate.at(i))) {
        best = i;
      }
    }
    return best < 0 ? null : id(best);
  }

  /** The bytes of an identifier where they lie; characters outside ASCII are not put together. */
  private final class Stored implements CharSequence {
    private byte[] chunk = NONE;
    private int from;
    private int length;

    Stored at(int number) {
      chunk = chunks.get((int) (where[number] >>> 32));
      from = (int) where[number] + 2;
      length = chunk[from - 2] & 0xFF | (chunk[from - 1] & 0xFF) << 8;
      return this;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return (char) (chunk[from + index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return toString().substring(start, end);
    }

    @Override
    public String toString() {
      return new String(chunk, from, length, StandardCharsets.UTF_8);
    }
  }

  /** Adds a record unless its type already has one of that identifier. */
  void add(String type, String id, Location place) {
    byte[] bytes = bytes(id);
    int typeNumber = number(types, type);
    int slot = slot(typeNumber, bytes);
    if (table[slot] != 0) {
      duplicateOf = table[slot] - 1;
      return;
    }
    duplicateOf = -1;
    grow();
    where[size] = store(bytes);
    lines[size] = place.line();
    columns[size] = place.column();
    fileAndType[size] = (short) (fileNumber(place.file()) << 3 | typeNumber);
    table[slot] = ++size;
    if (size > table.length / 2) {
      rehash();
    }
  }

  private static byte[] bytes(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
  }

  private byte[] stored(int number) {
    Stored stored = new Stored().at(number);
    return Arrays.copyOfRange(stored.chunk, stored.from, stored.from + stored.length);
  }

  private int fileNumber(String file) {
    // Beyond 8 191 files the last number is shared; only the name in a message can suffer.
    return Math.min(number(files, file), (1 << 13) - 1);
  }

  private static int number(List<String> names, String name) {
    int last = names.size() - 1;
    if (last >= 0 && names.get(last).equals(name)) {
      return last;
    }
    int found = names.indexOf(name);
    if (found < 0) {
      names.add(name);
      return last + 1;
    }
    return found;
  }

  private long store(byte[] bytes) {
    if (used + bytes.length + 2 > CHUNK) {
      chunks.add(new byte[CHUNK]);
      used = 0;
    }
    int chunk = chunks.size() - 1;
    byte[] target = chunks.get(chunk);
    long place = (long) chunk << 32 | used;
    target[used] = (byte) bytes.length;
    target[used + 1] = (byte) (bytes.length >>> 8);
    System.arraycopy(bytes, 0, target, used + 2, bytes.length);
    used += bytes.length + 2;
    return place;
  }

  private void grow() {
    if (size == where.length) {
      int larger = size + (size >> 1);
      where = Arrays.copyOf(where, larger);
      lines = Arrays.copyOf(lines, larger);
      columns = Arrays.copyOf(columns, larger);
      fileAndType = Arrays.copyOf(fileAndType, larger);
    }
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int i = 0; i < size; i++) {
      int slot = hash(fileAndType[i] & 7, stored(i)) & (table.length - 1);
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
    if ((fileAndType[number] & 7) != type) {
      return false;
    }
    Stored stored = new Stored().at(number);
    int end = stored.from + stored.length;
    return Arrays.equals(stored.chunk, stored.from, end, bytes, 0, bytes.length);
  }

  private static int hash(int type, byte[] bytes) {
    int hash = Arrays.hashCode(bytes) * 31 + type;
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
