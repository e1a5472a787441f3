package org.collporterre.export;

import java.util.List;
import java.util.function.Predicate;
import org.collporterre.schema.Component;
import org.jspecify.annotations.Nullable;

/** Where a property finds values in the record its node is made of. Immutable. */
final class NodeSource {
  /** The place of the record itself. */
  static final int OWNER = -1;

  private final int place;
  private final boolean list;
  private final Predicate<Object> when;
  private final Predicate<Object> each;
  private final NodeShape shape;

  /**
   * @param place where the values are among those read of the record, or {@link #OWNER}
   * @param list whether there are several
   * @param when which records have the property at all
   * @param each which values are the property's
   */
  NodeSource(
      int place, boolean list, Predicate<Object> when, Predicate<Object> each, NodeShape shape) {
    this.place = place;
    this.list = list;
    this.when = when;
    this.each = each;
    this.shape = shape;
  }

  /**
   * Tells whether there is a value.
   *
   * @param values what was read of the record
   */
  boolean isPresent(Object owner, @Nullable Object[] values) {
    Object value = place == OWNER ? owner : values[place];
    if (value == null || !when.test(owner)) {
      return false;
    }
    if (list) {
      List<?> items = (List<?>) value;
      for (int i = 0; i < items.size(); i++) {
        if (each.test(items.get(i))) {
          return true;
        }
      }
      return false;
    }
    return each.test(value);
  }

  /**
   * Hands the values to their shape.
   *
   * @param values what was read of the record
   */
  void queue(Object owner, @Nullable Object[] values, NodeRun run) {
    Object value = place == OWNER ? owner : values[place];
    if (value == null || !when.test(owner)) {
      return;
    }
    if (list) {
      List<?> items = (List<?>) value;
      for (int i = 0; i < items.size(); i++) {
        Object item = items.get(i);
        if (each.test(item)) {
          shape.queue(item, run);
        }
      }
    } else if (each.test(value)) {
      shape.queue(value, run);
    }
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
