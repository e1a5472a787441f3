package org.collporterre.export;

import java.util.Map;

/** Counts values instead of writing them. */
final class NodeLoss {
  private NodeLoss() {}

  private interface Counter extends NodeShape {
    @Override
    default void write(Object value, NodeRun run) {
      throw new IllegalStateException("lost values are not written");
    }

    @Override
    void queue(Object value, NodeRun run);
  }

  /** Counts each column of a map of columns that the format does not know. */
  static final NodeShape COLUMNS =
      (Counter)
          (value, run) -> ((Map<?, ?>) value).keySet().forEach(name -> run.lost((String) name));

  /** Returns a shape that counts each value of a field. */
  static NodeShape of(String field) {
    return (Counter) (value, run) -> run.lost(field);
  }
}
