package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Located;

/** A rule at work in one run. Used by one thread. */
public interface Check {
  /** Returns a check that only looks at what the run remembers, after the last record. */
  static Check atEnd(Runnable look) {
    return new Check() {
      @Override
      public void entry(Located<? extends Entry> row) {}

      @Override
      public void end() {
        look.run();
      }
    };
  }

  /** Looks at a record. Records come in file order. */
  void entry(Located<? extends Entry> row);

  /** Looks at what was remembered, after the last record. */
  default void end() {}
}
