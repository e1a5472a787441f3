package org.collporterre.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.schema.Field;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Counts the codes of one field. */
final class CodeCounter {
  private final String vocabulary;
  private final Field field;
  private final Map<String, Integer> counts = new HashMap<>();
  private int without;
  private int others;

  CodeCounter(String vocabulary, Field field) {
    this.vocabulary = vocabulary;
    this.field = field;
  }

  void add(@Nullable Object value) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      Set<String> once = new HashSet<>();
      list.forEach(item -> once.add(field.type().write(item)));
      once.forEach(this::count);
    } else if (value == null || value instanceof List<?>) {
      without++;
    } else {
      count(field.write(value));
    }
  }

  private void count(String code) {
    if (counts.size() < Tally.MOST || counts.containsKey(code)) {
      counts.merge(code, 1, Integer::sum);
    } else {
      others++;
    }
  }

  Tally tally(String type) {
    List<Tally.Count> sorted = new ArrayList<>();
    if (field.isOpen()) {
      counts.forEach((code, number) -> sorted.add(new Tally.Count(code, number)));
      sorted.sort(
          Comparator.comparing(Tally.Count::records).reversed().thenComparing(Tally.Count::code));
    } else {
      for (Concept concept : Vocabularies.standard().get(vocabulary).concepts()) {
        int number = counts.getOrDefault(concept.code(), 0);
        sorted.add(new Tally.Count(concept.code(), number));
      }
    }
    return new Tally(type, field.key(), vocabulary, sorted, without, others);
  }
}
