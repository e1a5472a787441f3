package org.collporterre.imports;

import java.util.List;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/** Passes findings on, or keeps them while records are read ahead of their turn. */
final class DeferredFindings implements FindingSink {
  private final FindingSink sink;
  private @Nullable List<Finding> kept;

  DeferredFindings(FindingSink sink) {
    this.sink = sink;
  }

  /** Returns where findings go at their turn. */
  FindingSink sink() {
    return sink;
  }

  /** Keeps what is reported from now on in a list; null to pass it on. */
  void keep(@Nullable List<Finding> list) {
    kept = list;
  }

  @Override
  public void report(Finding finding) {
    if (kept == null) {
      sink.report(finding);
    } else {
      kept.add(finding);
    }
  }
}
