package org.collporterre.examples.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A place in the order in which one machine would read everything.
 *
 * @param source the number of the source
 * @param position the record's place in it
 * @param item a place in the record
 */
record Order(int source, long position, int item) implements Comparable<Order>, Serializable {
  /** Behind everything. */
  static final Order NEVER = new Order(Integer.MAX_VALUE, 0, 0);

  private static final Comparator<Order> READING =
      Comparator.comparingInt(Order::source)
          .thenComparingLong(Order::position)
          .thenComparingInt(Order::item);

  @Override
  public int compareTo(Order other) {
    return READING.compare(this, other);
  }
}
