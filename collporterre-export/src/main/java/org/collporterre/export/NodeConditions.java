package org.collporterre.export;

import java.util.List;
import java.util.function.Predicate;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.schema.Component;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;
import org.jspecify.annotations.Nullable;

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

  /** Tells whether a field holds texts, or codes of an open vocabulary. */
  static boolean isText(Field field) {
    return field.valueClass() == String.class || field.valueClass() == LocalizedText.class;
  }

  /** Returns which texts of a field are read again as they are. */
  static Predicate<Object> givesBack(Field field) {
    return value -> CellRehearsal.givesBackFromJson(field, value);
  }

  /**
   * Tells whether values keep their order when those of each part are put behind those of the parts
   * before; what is no list does.
   */
  static boolean isInOrder(@Nullable Object value, List<Predicate<Object>> parts) {
    if (!(value instanceof List<?> items) || items.size() < 2) {
      return true;
    }
    int last = 0;
    for (int i = 0; i < items.size(); i++) {
      int part = 0;
      while (part < parts.size() && !parts.get(part).test(items.get(i))) {
        part++;
      }
      if (part < last) {
        return false;
      }
      last = part < parts.size() ? part : last;
    }
    return true;
  }
}
