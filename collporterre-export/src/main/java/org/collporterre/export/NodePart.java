package org.collporterre.export;

/**
 * Which part of a record a node stands for. A record with a {@link
 * org.collporterre.schema.SheetNode} is two nodes: the thing, and the sheet about it.
 */
enum NodePart {
  /** All of a record that is inside another. */
  NESTED,
  /** All of a record of the dataset. */
  RECORD,
  /** The thing a record of the dataset describes. */
  THING,
  /** The sheet of a record of the dataset. */
  SHEET;

  /**
   * Tells whether a term belongs here.
   *
   * @param componentOnSheet whether its component belongs to the sheet
   * @param termOnSheet whether the term alone does
   */
  boolean takes(boolean componentOnSheet, boolean termOnSheet) {
    return switch (this) {
      case NESTED, RECORD -> true;
      case THING -> !componentOnSheet && !termOnSheet;
      case SHEET -> componentOnSheet || termOnSheet;
    };
  }

  /** Tells whether a component that is not written is to be counted here. */
  boolean counts(boolean componentOnSheet) {
    return takes(componentOnSheet, false);
  }
}
