package org.collporterre.export;

import java.util.function.Predicate;

/**
 * How the values of a field are written under its term, and where else those go that schema.org's
 * term cannot hold.
 *
 * @param shape how values are written under the term
 * @param fits which values the term can hold
 * @param otherTerm the property for the others; empty when all fit
 * @param otherShape how the others are written
 */
record NodeForm(NodeShape shape, Predicate<Object> fits, String otherTerm, NodeShape otherShape) {
  /** Accepts every value. */
  static final Predicate<Object> ALL = value -> true;

  /** Returns a form that holds every value. */
  static NodeForm of(NodeShape shape) {
    return new NodeForm(shape, ALL, "", shape);
  }
}
