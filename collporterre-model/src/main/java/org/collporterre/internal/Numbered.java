package org.collporterre.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of which there are few different ones, by number: of texts about 100 bytes for each
 * different one. Null has a number too, 0. Used by one thread.
 *
 * @param <T> the values; equal ones have the same number
 */
public final class Numbered<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  /** Returns the number of a value. */
  public int number(@Nullable T value) {
    if (value == null) {
      return 0;
    }
    Integer known = numbers.get(value);
    if (known == null) {
      values.add(value);
      known = values.size();
      numbers.put(value, known);
    }
    return known;
  }

  /** Returns the value of a number. */
  public @Nullable T get(int number) {
    return number == 0 ? null : values.get(number - 1);
  }
}
