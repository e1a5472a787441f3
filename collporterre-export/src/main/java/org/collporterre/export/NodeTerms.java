package org.collporterre.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.schema.Component;
import org.collporterre.schema.Term;

/** Chooses among the terms of a component, see {@link Term}. */
final class NodeTerms {
  private NodeTerms() {}

  /**
   * Returns the terms of a component in nodes of a type: those that name the type, else those that
   * name none; and beside them the ones for some records or values only.
   */
  static List<Term> choose(Component component, NodePart part, boolean onSheet, String nodeType) {
    List<Term> named = new ArrayList<>();
    List<Term> general = new ArrayList<>();
    List<Term> special = new ArrayList<>();
    for (Term term : component.terms()) {
      boolean names = Arrays.asList(term.on()).contains(nodeType);
      if (part.takes(onSheet, term.sheet()) && (names || term.on().length == 0)) {
        (isSpecial(term) ? special : names ? named : general).add(term);
      }
    }
    List<Term> chosen = new ArrayList<>(named.isEmpty() ? general : named);
    chosen.addAll(special);
    return chosen;
  }

  private static boolean isSpecial(Term term) {
    return !term.unless().isEmpty() || term.when().length > 0;
  }

  /** Returns the relations that some of the terms speak of. */
  static List<String> relations(List<Term> terms) {
    return terms.stream().flatMap(term -> Arrays.stream(term.when())).toList();
  }
}
