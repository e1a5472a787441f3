package org.collporterre.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in the language of its record, with translations.
 *
 * @param text the text in the record's own language
 * @param translations other languages' texts by language tag; empty when there are none
 */
public record LocalizedText(String text, SortedMap<String, String> translations) {
  private static final SortedMap<String, String> NONE =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  public LocalizedText {
    translations =
        translations.isEmpty()
            ? NONE
            : Collections.unmodifiableSortedMap(new TreeMap<>(translations));
  }

  /** Returns a text without translations. */
  public static LocalizedText of(String text) {
    return new LocalizedText(text, NONE);
  }

  /** Returns this text with one more translation, or with another one for that language. */
  public LocalizedText with(String language, String translation) {
    SortedMap<String, String> all = new TreeMap<>(translations);
    all.put(language, translation);
    return new LocalizedText(text, all);
  }

  /** Returns the text in a language, else the one in the record's own language. */
  public String in(String language) {
    return ((Map<String, String>) translations).getOrDefault(language, text);
  }

  @Override
  public String toString() {
    return text;
  }
}
