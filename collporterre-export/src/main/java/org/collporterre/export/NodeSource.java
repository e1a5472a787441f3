package org.collporterre.export;

import java.util.List;
import java.util.function.Predicate;
import org.collporterre.schema.Component;
import org.jspecify.annotations.Nullable;

/** Where a property finds values in the record its node is made of. Immutable. */
final class NodeSource {
  private final List<Component> path;
  private final Predicate<Object> when;
  private final Predicate<Object> each;
  private final NodeShape shape;

  /**
   * @param path the components from the record down to the values; empty for the record itself
   * @param when which records have the property at all
   * @param each which values are the property's
   */
  NodeSource(
      List<Component> path, Predicate<Object> when, Predicate<Object> each, NodeShape shape) {
    this.path = List.copyOf(path);
    this.when = when;
    this.each = each;
    this.shape = shape;
  }

  /** Tells whether there is a value. */
  boolean isPresent(Object owner) {
    Object value = when.test(owner) ? value(owner) : null;
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        if (each.test(items.get(i))) {
          return true;
        }
      }
      return false;
    }
    return value != null && each.test(value);
  }

  /** Hands the values to their shape. */
  void queue(Object owner, NodeRun run) {
    Object value = when.test(owner) ? value(owner) : null;
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        Object item = items.get(i);
        if (each.test(item)) {
          shape.queue(item, run);
        }
      }
    } else if (value != null && each.test(value)) {
      shape.queue(value, run);
    }
  }

  private @Nullable Object value(Object owner) {
    return value(path, owner);
  }

  /** Returns what is at the end of a path from a record; the record itself of an empty one. */
  static @Nullable Object value(List<Component> path, Object owner) {
    Object value = owner;
    for (int i = 0; i < path.size(); i++) {
      value = path.get(i).in(value);
      if (value == null) {
        return null;
      }
    }
    return value;
  }
}
