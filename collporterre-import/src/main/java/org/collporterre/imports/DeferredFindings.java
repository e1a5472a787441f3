package org.collporterre.imports;

import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/** Passes findings on, or elsewhere while records are read ahead of their turn. */
final class DeferredFindings implements FindingSink {
  private final FindingSink sink;
  private FindingSink current;

  DeferredFindings(FindingSink sink) {
    this.sink = sink;
    this.current = sink;
  }

  /** Returns where findings go at their turn. */
  FindingSink sink() {
    return sink;
  }

  /** Gives another what is reported from now on; null to pass it on. */
  void divert(@Nullable FindingSink other) {
    current = other == null ? sink : other;
  }

  @Override
  public void report(Finding finding) {
    current.report(finding);
  }
}
