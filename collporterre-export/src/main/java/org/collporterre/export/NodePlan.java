package org.collporterre.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How records of a class are written as nodes of a schema.org type: what each property holds,
 * worked out once. Immutable.
 */
final class NodePlan {
  /** The type that says nothing: such nodes are written without one. */
  static final String UNTYPED = "Thing";

  /** A property with its name ready to be written. */
  private static final class Property {
    final byte[] name;
    final NodeSource[] sources;

    Property(String name, List<NodeSource> sources) {
      this.name = JsonOut.encodedName(name);
      this.sources = sources.toArray(NodeSource[]::new);
    }
  }

  private final String type;
  private final byte[] typeMember;
  private final NodeReader reader;
  private final int places;
  private final Property[] properties;
  private final NodeSource[] losses;

  /**
   * @param places how many values the reader reads
   * @param properties the sources of each property, in the order in which they are written
   * @param losses the sources of what is not written; their shape counts it
   */
  NodePlan(
      String type,
      NodeReader reader,
      int places,
      Map<String, List<NodeSource>> properties,
      List<NodeSource> losses) {
    this.type = type;
    this.typeMember = JsonOut.encodedMember("@type", type);
    this.reader = reader;
    this.places = places;
    this.properties =
        properties.entrySet().stream()
            .map(entry -> new Property(entry.getKey(), entry.getValue()))
            .toArray(Property[]::new);
    this.losses = losses.toArray(NodeSource[]::new);
  }

  /** Returns the schema.org type. */
  String type() {
    return type;
  }

  private @Nullable Object[] values(Object owner) {
    @Nullable Object[] values = new @Nullable Object[places];
    reader.read(owner, values);
    return values;
  }

  /** Tells whether a record has anything to write. */
  boolean isPresent(Object owner) {
    @Nullable Object[] values = values(owner);
    for (Property property : properties) {
      for (NodeSource source : property.sources) {
        if (source.isPresent(owner, values)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Writes the node of a record, and counts what is left out. */
  void write(Object owner, NodeRun run) {
    @Nullable Object[] values = values(owner);
    JsonOut out = run.out();
    out.beginObject();
    if (!type.equals(UNTYPED)) {
      out.encoded(typeMember);
    }
    for (Property property : properties) {
      int base = run.queued();
      for (NodeSource source : property.sources) {
        source.queue(owner, values, run);
      }
      if (run.queued() > base) {
        out.name(property.name);
        run.writeFrom(base);
      }
    }
    out.endObject();
    for (NodeSource loss : losses) {
      loss.queue(owner, values, run);
    }
  }
}
