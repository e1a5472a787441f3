package org.collporterre.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.schema.Component;
import org.collporterre.schema.Group;
import org.collporterre.schema.RecordReader;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads at once what the sources of a plan look at: one value per path from a record of its class,
 * each at the place of its path. Immutable.
 */
final class NodeReader {
  private final RecordReader reader;

  /** By component: the place of its value; -1 for what no source looks at. */
  private final int[] places;

  /** By component: the reader of the record there; null for what is no record on a path. */
  private final @Nullable NodeReader[] inner;

  private NodeReader(RecordReader reader, int[] places, @Nullable NodeReader[] inner) {
    this.reader = reader;
    this.places = places;
    this.inner = inner;
  }

  /**
   * Makes the reader of a record class.
   *
   * @param places the places of all paths
   */
  static NodeReader of(Schema<?> schema, Map<List<Component>, Integer> places) {
    return of(schema, schema.type(), schema.components(), List.of(), places);
  }

  private static NodeReader of(
      Schema<?> schema,
      Class<?> type,
      List<Component> components,
      List<Component> outer,
      Map<List<Component>, Integer> places) {
    int[] own = new int[components.size()];
    @Nullable NodeReader[] inner = new @Nullable NodeReader[own.length];
    for (int i = 0; i < own.length; i++) {
      Component component = components.get(i);
      List<Component> path = new ArrayList<>(outer);
      path.add(component);
      own[i] = places.getOrDefault(path, -1);
      if (component instanceof Group group && isOnTheWay(path, places)) {
        inner[i] = of(schema, group.type(), schema.componentsOf(group), path, places);
      }
    }
    return new NodeReader(RecordReader.of(type), own, inner);
  }

  private static boolean isOnTheWay(List<Component> path, Map<List<Component>, Integer> places) {
    return places.keySet().stream()
        .anyMatch(
            other -> other.size() > path.size() && other.subList(0, path.size()).equals(path));
  }

  /** Puts the values of a record at their places; null stays where there is none. */
  void read(Object owner, @Nullable Object[] values) {
    @Nullable Object[] found = reader.read(owner);
    for (int i = 0; i < found.length; i++) {
      Object value = found[i];
      NodeReader next = inner[i];
      if (value == null) {
        continue;
      }
      if (places[i] >= 0) {
        values[places[i]] = value;
      }
      if (next != null) {
        next.read(value, values);
      }
    }
  }
}
