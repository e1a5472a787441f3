package org.collporterre.export;

/** How the values of one field are written as a property. Used by one thread. */
@FunctionalInterface
interface PropertyForm {
  /**
   * Writes a value, behind its property's name or as an item of its property's array.
   *
   * @return whether a reader of what is written has the same value again
   */
  boolean write(Object value, JsonOut out);
}
