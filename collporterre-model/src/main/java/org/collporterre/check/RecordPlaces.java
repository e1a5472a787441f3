package org.collporterre.check;

import java.util.Arrays;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * Places by the numbers of records, packed: 14 bytes each, in JSON also the pointer. They are added
 * in the order of the numbers. Used by one thread.
 */
final class RecordPlaces {
  /** Is shown records and their places. */
  interface Visitor {
    /** Takes a record's number and its place. */
    void visit(int number, Location place);
  }

  private int[] numbers = new int[16];
  private final Places places = new Places();

  void add(int number, Location place) {
    int at = places.size();
    numbers = at == numbers.length ? Arrays.copyOf(numbers, at + (at >> 1)) : numbers;
    numbers[at] = number;
    places.add(place);
  }

  /** Returns the place of a record, or null when it has none here. */
  @Nullable Location of(int number) {
    int at = Arrays.binarySearch(numbers, 0, places.size(), number);
    return at < 0 ? null : places.get(at);
  }

  /** Shows all, in the order of the numbers. */
  void each(Visitor visitor) {
    for (int i = 0; i < places.size(); i++) {
      visitor.visit(numbers[i], places.get(i));
    }
  }
}
