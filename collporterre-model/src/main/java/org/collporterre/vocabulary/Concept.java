package org.collporterre.vocabulary;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a vocabulary.
 *
 * @param code the code written in files
 * @param labels the label by language tag ({@code fr}, {@code en}, {@code br}…)
 * @param uri the concept's own address, as of a United Nations goal; null when it has none
 */
public record Concept(String code, Map<String, String> labels, @Nullable String uri) {
  public Concept {
    labels = Map.copyOf(labels);
  }

  /** Returns a concept with a French and an English label. */
  public static Concept of(String code, String french, String english) {
    return new Concept(code, Map.of("fr", french, "en", english), null);
  }

  /** Returns the label in a language, else the French one, else the code. */
  public String label(String language) {
    String label = labels.get(language);
    if (label == null) {
      label = labels.get("fr");
    }
    return label == null ? code : label;
  }
}
