package org.collporterre.export;

/** How one value is written as JSON-LD. */
@FunctionalInterface
interface NodeShape {
  /** Writes the value, after its property's name or as an item of its property's array. */
  void write(Object value, NodeRun run);

  /** Puts the value among those of the property at hand; a text with translations is several. */
  default void queue(Object value, NodeRun run) {
    run.queue(this, value);
  }
}
