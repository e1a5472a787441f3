package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.internal.Texts;
import org.collporterre.report.Location;

/**
 * Many locations, packed: each costs 10 bytes, in JSON also its pointer. They are numbered from 0
 * in the order in which they are added. Used by one thread.
 */
final class Places {
  private static final int MOST_FILES = 1 << 13;

  private final List<String> files = new ArrayList<>();
  private final Texts pointers = new Texts();
  private int[] lines = new int[16];
  private int[] columns = new int[16];
  private short[] fileNumbers = new short[16];
  private long[] pointerPlaces = {};
  private int size;

  int size() {
    return size;
  }

  void add(Location place) {
    if (size == lines.length) {
      int larger = size + (size >> 1);
      lines = Arrays.copyOf(lines, larger);
      columns = Arrays.copyOf(columns, larger);
      fileNumbers = Arrays.copyOf(fileNumbers, larger);
    }
    lines[size] = place.line();
    columns[size] = place.column();
    fileNumbers[size] = (short) fileNumber(place.file());
    if (!place.pointer().isEmpty()) {
      if (size >= pointerPlaces.length) {
        int filled = pointerPlaces.length;
        pointerPlaces = Arrays.copyOf(pointerPlaces, lines.length);
        Arrays.fill(pointerPlaces, filled, pointerPlaces.length, -1);
      }
      pointerPlaces[size] = pointers.add(place.pointer());
    }
    size++;
  }

  private int fileNumber(String file) {
    int last = files.size() - 1;
    if (last >= 0 && files.get(last).equals(file)) {
      return last;
    }
    int found = files.indexOf(file);
    if (found < 0 && files.size() < MOST_FILES) {
      files.add(file);
      return last + 1;
    }
    // Beyond so many files the last is named; only the name in a message can suffer.
    return found < 0 ? last : found;
  }

  Location get(int number) {
    long pointer = number < pointerPlaces.length ? pointerPlaces[number] : -1;
    return new Location(
        files.get(fileNumbers[number] & 0xFFFF),
        lines[number],
        columns[number],
        pointer < 0 ? "" : pointers.get(pointer));
  }
}
