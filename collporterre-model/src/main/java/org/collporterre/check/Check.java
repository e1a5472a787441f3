package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Located;

/** A rule at work in one run. Used by one thread. */
public interface Check {
  /** Looks at a record. Records come in file order. */
  void entry(Located<? extends Entry> row);

  /** Looks at what was remembered, after the last record. */
  default void end() {}
}
