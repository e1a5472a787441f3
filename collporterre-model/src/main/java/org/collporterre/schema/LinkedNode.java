package org.collporterre.schema;

/** A record whose schema.org type depends on what it holds. */
public interface LinkedNode {
  /** Returns the schema.org type of this value, {@code Person} for instance. */
  String nodeType();

  /**
   * Returns what this value is to the record that holds it: a code that {@link Term#when()} may
   * name; empty when there is nothing to say.
   */
  default String relation() {
    return "";
  }

  /** Tells whether this value is personal data, which is kept out of public formats. */
  default boolean isPersonal() {
    return false;
  }
}
