package org.collporterre.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A named list of codes with their labels. Immutable and thread-safe. */
public final class Vocabulary {
  /** Stands in the folded index for what two codes share. */
  private static final String AMBIGUOUS = "";

  private final String name;
  private final Map<String, Concept> byCode;

  /** Made when it is first asked for: who writes codes needs none. */
  private volatile @Nullable Map<String, String> codeByFolded;

  private Vocabulary(String name, Map<String, Concept> byCode) {
    this.name = name;
    this.byCode = Collections.unmodifiableMap(byCode);
  }

  /** Threads may make it twice, which changes nothing. */
  private Map<String, String> codeByFolded() {
    Map<String, String> made = codeByFolded;
    if (made == null) {
      made = index(byCode);
      codeByFolded = made;
    }
    return made;
  }

  private static Map<String, String> index(Map<String, Concept> byCode) {
    Map<String, String> index = new LinkedHashMap<>();
    for (Concept concept : byCode.values()) {
      for (String label : concept.labels().values()) {
        addFolded(index, label, concept.code());
      }
    }
    Map<String, String> codes = new LinkedHashMap<>();
    byCode.keySet().forEach(code -> addFolded(codes, code, code));
    // A code wins over a label that reads the same.
    index.putAll(codes);
    return index;
  }

  private static void addFolded(Map<String, String> index, String label, String code) {
    String folded = Folding.fold(label);
    String other = index.putIfAbsent(folded, code);
    if (other != null && !other.equals(code)) {
      index.put(folded, AMBIGUOUS);
    }
  }

  /** Returns a vocabulary; a code given twice keeps its last concept. */
  public static Vocabulary of(String name, Collection<Concept> concepts) {
    Map<String, Concept> byCode = new LinkedHashMap<>();
    concepts.forEach(c -> byCode.put(c.code(), c));
    return new Vocabulary(name, byCode);
  }

  /** Returns this vocabulary with further concepts behind its own. */
  public Vocabulary with(Collection<Concept> concepts) {
    List<Concept> all = new ArrayList<>(byCode.values());
    all.addAll(concepts);
    return of(name, all);
  }

  /** Returns the name used in {@link org.collporterre.schema.CodeList}, {@code themes} say. */
  public String name() {
    return name;
  }

  /** Returns the concepts in the vocabulary's own order. */
  public Collection<Concept> concepts() {
    return byCode.values();
  }

  /** Returns the concept of a code, or null. */
  public @Nullable Concept concept(String code) {
    return byCode.get(code);
  }

  /** Tells whether the code is one of this vocabulary, exactly as written. */
  public boolean contains(String code) {
    return byCode.containsKey(code);
  }

  /**
   * Returns the code that a text stands for: itself, or the one whose code or label in any language
   * reads the same after folding. Null when there is none, or more than one.
   */
  public @Nullable String resolve(String text) {
    if (byCode.containsKey(text)) {
      return text;
    }
    String code = codeByFolded().get(Folding.fold(text));
    return AMBIGUOUS.equals(code) ? null : code;
  }

  /**
   * Returns the codes that a text may stand for when it is not clear which, in the vocabulary's own
   * order: those that share a label. Empty when the text {@link #resolve}s, or means nothing.
   */
  public List<String> ambiguous(String text) {
    String folded = Folding.fold(text);
    if (byCode.containsKey(text) || !AMBIGUOUS.equals(codeByFolded().get(folded))) {
      return List.of();
    }
    List<String> byLabel = new ArrayList<>();
    List<String> byName = new ArrayList<>();
    for (Concept concept : byCode.values()) {
      if (Folding.fold(concept.code()).equals(folded)) {
        byName.add(concept.code());
      } else if (concept.labels().values().stream().map(Folding::fold).anyMatch(folded::equals)) {
        byLabel.add(concept.code());
      }
    }
    return byName.isEmpty() ? byLabel : byName;
  }

  /** Returns the code probably meant by a text that does not {@link #resolve}, or null. */
  public @Nullable String nearest(String text) {
    String folded = Nearest.of(Folding.fold(text), codeByFolded().keySet());
    String code = folded == null ? null : codeByFolded().get(folded);
    return AMBIGUOUS.equals(code) ? null : code;
  }
}
