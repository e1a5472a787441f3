package org.collporterre.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which there are few different ones, by number: about 100 bytes for each different one.
 * Null has a number too, 0. Used by one thread.
 */
final class Words {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /** Returns the number of a text. */
  int number(@Nullable String word) {
    if (word == null) {
      return 0;
    }
    Integer known = numbers.get(word);
    if (known == null) {
      words.add(word);
      known = words.size();
      numbers.put(word, known);
    }
    return known;
  }

  /** Returns the text of a number. */
  @Nullable String get(int number) {
    return number == 0 ? null : words.get(number - 1);
  }
}
