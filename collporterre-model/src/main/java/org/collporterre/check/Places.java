package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.internal.PackedInts;
import org.collporterre.internal.Texts;
import org.collporterre.internal.UsualInts;
import org.collporterre.report.Location;

/**
 * Many locations, packed: each costs a byte or two when its line is near the one before, 4 more
 * from the first that is not at the beginning of its line, 4 more from the second file, and in JSON
 * its pointer and 8 bytes. They are numbered from 0 in the order in which they are added. Used by
 * one thread.
 */
final class Places {
  private static final int MOST_FILES = 1 << 13;

  private final List<String> files = new ArrayList<>();
  private final Texts pointers = new Texts();
  private final PackedInts lines = new PackedInts();
  private final UsualInts columns = new UsualInts(1);
  private final UsualInts fileNumbers = new UsualInts(0);
  private long[] pointerPlaces = {};
  private int size;

  int size() {
    return size;
  }

  void add(Location place) {
    lines.add(place.line());
    columns.add(place.column());
    fileNumbers.add(fileNumber(place.file()));
    if (!place.pointer().isEmpty()) {
      if (size >= pointerPlaces.length) {
        int filled = pointerPlaces.length;
        pointerPlaces = Arrays.copyOf(pointerPlaces, Math.max(16, size + (size >> 1)));
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
        files.get(fileNumbers.get(number)),
        lines.get(number),
        columns.get(number),
        pointer < 0 ? "" : pointers.get(pointer));
  }
}
