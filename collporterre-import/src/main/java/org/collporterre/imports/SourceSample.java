package org.collporterre.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a source holds in the first records of a file.
 *
 * @param name the name by which a mapping asks for it
 * @param records how many records were looked at
 * @param values the texts that are not empty, in their order, long ones cut
 * @param distinct how many of them differ
 */
record SourceSample(String name, int records, List<String> values, int distinct) {
  static SourceSample of(String name, int records, List<String> values) {
    return new SourceSample(name, records, List.copyOf(values), new HashSet<>(values).size());
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Returns how much of the records have a value, from 0 to 1. */
  double fill() {
    return records == 0 ? 0 : (double) values.size() / records;
  }

  /** Returns how many of the values are like no other before, from 0 to 1. */
  double variety() {
    return isEmpty() ? 0 : (double) distinct / values.size();
  }

  /** Returns how many of the values pass a test, from 0 to 1. */
  double share(Predicate<String> test) {
    return isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
  }

  /** Returns the first value that does not pass a test, or the first; empty for none. */
  String counterExample(Predicate<String> test) {
    return values.stream().filter(test.negate()).findFirst().orElse(example());
  }

  /** Returns the first value; empty for none. */
  String example() {
    return isEmpty() ? "" : values.get(0);
  }

  double averageLength() {
    return values.stream().mapToInt(String::length).average().orElse(0);
  }

  /** Tells whether several records have the same value and none another. */
  boolean isConstant() {
    return values.size() > 2 && distinct == 1;
  }

  /** Returns the values that differ when case and the separator between them do not count. */
  Set<String> items(char separator) {
    Set<String> items = new HashSet<>();
    for (String value : values) {
      for (String item : value.split(java.util.regex.Pattern.quote("" + separator), -1)) {
        items.add(item.strip().toLowerCase(Locale.ROOT));
      }
    }
    return items;
  }
}
