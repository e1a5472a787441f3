package org.collporterre.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The names and descriptions of fields for people, in French or English. They exist for the key of
 * every {@link Field}, for the names of child tables, and for the columns that link a child table
 * to its record. Immutable and thread-safe.
 */
public final class Labels {
  private static final class Loaded {
    static final Labels FRENCH = load(Locale.FRENCH, 1);
    static final Labels ENGLISH = load(Locale.ENGLISH, 2);
  }

  private record Line(String label, String description) {}

  private final Locale locale;
  private final Map<String, Line> byKey;

  private Labels(Locale locale, Map<String, Line> byKey) {
    this.locale = locale;
    this.byKey = byKey;
  }

  /** Returns the labels in French for a French locale, in English for any other. */
  public static Labels in(Locale locale) {
    return locale.getLanguage().equals("fr") ? Loaded.FRENCH : Loaded.ENGLISH;
  }

  /** Returns the language of the labels. */
  public Locale locale() {
    return locale;
  }

  /** Returns the keys that have a label, in the order of the reference. */
  public Set<String> keys() {
    return byKey.keySet();
  }

  /**
   * Returns the name of a field, a few words without a full stop.
   *
   * @throws IllegalArgumentException when there is no such key: an error of the program
   */
  public String label(String key) {
    return line(key).label();
  }

  /**
   * Returns what to write into a field, one sentence, with an example where that helps.
   *
   * @throws IllegalArgumentException when there is no such key: an error of the program
   */
  public String description(String key) {
    return line(key).description();
  }

  private Line line(String key) {
    Line line = byKey.get(key);
    if (line == null) {
      throw new IllegalArgumentException("no label for " + key);
    }
    return line;
  }

  private static Labels load(Locale locale, int column) {
    InputStream resource = Labels.class.getResourceAsStream("fields.tsv");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
      Map<String, Line> byKey = new LinkedHashMap<>();
      in.lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(cells -> byKey.put(cells[0], new Line(cells[column], cells[column + 2])));
      return new Labels(locale, Collections.unmodifiableMap(byKey));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
