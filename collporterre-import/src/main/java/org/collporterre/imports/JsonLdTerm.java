package org.collporterre.imports;

import java.util.List;
import org.collporterre.schema.Term;

/** A {@link Term} as it is declared; an annotation answers through a proxy, which is slow. */
record JsonLdTerm(
    String value, String node, String property, String propertyId, List<String> when) {
  static JsonLdTerm of(Term term) {
    return new JsonLdTerm(
        term.value(), term.node(), term.property(), term.propertyId(), List.of(term.when()));
  }
}
