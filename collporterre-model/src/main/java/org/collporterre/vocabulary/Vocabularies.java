package org.collporterre.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The vocabularies in force: the standard ones and what an application added. Immutable. */
public final class Vocabularies {
  private static final class Standard {
    static final Vocabularies INSTANCE = load();
  }

  private final Map<String, Vocabulary> byName;

  private Vocabularies(Map<String, Vocabulary> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /** Returns the vocabularies of the format, with labels in French, English and partly Breton. */
  public static Vocabularies standard() {
    return Standard.INSTANCE;
  }

  /** Returns these vocabularies with one more, or with more concepts in one of that name. */
  public Vocabularies with(Vocabulary vocabulary) {
    Map<String, Vocabulary> all = new LinkedHashMap<>(byName);
    all.merge(vocabulary.name(), vocabulary, (mine, more) -> mine.with(more.concepts()));
    return new Vocabularies(all);
  }

  /**
   * Returns the vocabulary of a name.
   *
   * @throws IllegalArgumentException when there is none: an error of the program
   */
  public Vocabulary get(String name) {
    Vocabulary vocabulary = byName.get(name);
    if (vocabulary == null) {
      throw new IllegalArgumentException("no vocabulary " + name + " in " + byName.keySet());
    }
    return vocabulary;
  }

  /** Returns all vocabularies in a fixed order. */
  public Collection<Vocabulary> all() {
    return byName.values();
  }

  private static Vocabularies load() {
    Map<String, List<Concept>> concepts = new LinkedHashMap<>();
    InputStream resource = Vocabularies.class.getResourceAsStream("vocabularies.tsv");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
      String[] header = Objects.requireNonNull(in.readLine()).split("\t", -1);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split("\t", -1);
        Map<String, String> labels = new TreeMap<>();
        for (int i = 2; i < cells.length - 1; i++) {
          if (!cells[i].isEmpty()) {
            labels.put(header[i], cells[i]);
          }
        }
        String uri = cells[cells.length - 1];
        concepts
            .computeIfAbsent(cells[0], name -> new ArrayList<>())
            .add(new Concept(cells[1], labels, uri.isEmpty() ? null : uri));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Vocabulary> byName = new LinkedHashMap<>();
    concepts.forEach((name, list) -> byName.put(name, Vocabulary.of(name, list)));
    return new Vocabularies(byName);
  }
}
