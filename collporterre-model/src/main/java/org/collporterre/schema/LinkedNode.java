package org.collporterre.schema;

/** A record whose schema.org type depends on what it holds. */
public interface LinkedNode {
  /** Returns the schema.org type of this value, {@code Person} for instance. */
  String nodeType();
}
