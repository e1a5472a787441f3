package org.collporterre.internal;

/**
 * Many numbers, by place from 0, of which as a rule all are the same: they cost nothing as long as
 * that is so, and 4 bytes each from the first one that is another. Used by one thread.
 */
public final class UsualInts {
  private final int usual;
  private final IntList numbers = new IntList();
  private int size;

  /** Makes an empty one for numbers that are usually this one. */
  public UsualInts(int usual) {
    this.usual = usual;
  }

  /** Adds a number. */
  public void add(int number) {
    if (number != usual || numbers.size() > 0) {
      while (numbers.size() < size) {
        numbers.add(usual);
      }
      numbers.add(number);
    }
    size++;
  }

  /** Returns the number at a place. */
  public int get(int place) {
    return numbers.size() == 0 ? usual : numbers.get(place);
  }
}
