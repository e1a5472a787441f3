package org.collporterre.export;

import java.util.List;
import java.util.function.Predicate;
import org.collporterre.model.Place;
import org.collporterre.schema.Component;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;

/** Which records show a component, and which of its values go under which term. */
final class NodeConditions {
  /** No record at all. */
  static final Predicate<Object> NEVER = owner -> false;

  /** A position is written whole and plausible, or not at all. */
  static final Predicate<Object> LOCATED =
      owner -> !(owner instanceof Place place) || place.isLocated();

  private NodeConditions() {}

  /** Returns which records may show a component to the public. */
  static Predicate<Object> open(Component component, Schema<?> schema) {
    Confidential confidential = component instanceof Field field ? field.confidential() : null;
    if (confidential == null) {
      return NodeForm.ALL;
    }
    if (confidential.unless().isEmpty()) {
      return NEVER;
    }
    Field lifting = schema.requireField(confidential.unless());
    return owner -> Boolean.TRUE.equals(lifting.from(owner));
  }

  /** Returns which records lack the field that would be written instead. */
  static Predicate<Object> unless(Term term, Schema<?> schema) {
    if (term.unless().isEmpty()) {
      return NodeForm.ALL;
    }
    Field other = schema.requireField(term.unless());
    return owner -> {
      Object value = other.from(owner);
      return value == null || value instanceof List<?> items && items.isEmpty();
    };
  }

  /**
   * Returns which values are related to their record in the way that a term speaks of.
   *
   * @param relations all relations that terms of the component speak of
   */
  static Predicate<Object> related(Term term, List<String> relations) {
    List<String> mine = List.of(term.when());
    return mine.isEmpty()
        ? value -> !relations.contains(((LinkedNode) value).relation())
        : value -> mine.contains(((LinkedNode) value).relation());
  }
}
