package org.collporterre.imports;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has been said of the rows of a file and is not said again. Rows that are read apart from
 * those before them cannot know it: where that would matter, they are {@link #isUnsettled}.
 */
final class RowMemory {
  private final Set<Object> said;
  private final boolean apart;
  private boolean unsettled;

  private RowMemory(Set<Object> said, boolean apart) {
    this.said = said;
    this.apart = apart;
  }

  /** Returns the memory of rows that are read in file order. */
  static RowMemory inOrder() {
    return new RowMemory(ConcurrentHashMap.newKeySet(), false);
  }

  /** Returns the memory of rows of the same file that are read apart. */
  RowMemory apart() {
    return new RowMemory(said, true);
  }

  /** Tells whether something is to be said now, since it has not been said before. */
  boolean isFirst(Object what) {
    if (!apart) {
      return said.add(what);
    }
    // What was said, was said of rows before these.
    unsettled |= !said.contains(what);
    return false;
  }

  /** Tells whether something has been said. */
  boolean isSaid(Object what) {
    return said.contains(what);
  }

  /** Returns how much has been said. */
  int size() {
    return said.size();
  }

  /** Tells whether rows are read apart. */
  boolean isApart() {
    return apart;
  }

  /** Tells whether rows are read apart, so that what now comes up must wait until it is known. */
  boolean mustWait() {
    unsettled |= apart;
    return apart;
  }

  /** Tells whether the rows read apart must be read again in file order. */
  boolean isUnsettled() {
    return unsettled;
  }

  /** Begins to read other rows. */
  void begin() {
    unsettled = false;
  }
}
