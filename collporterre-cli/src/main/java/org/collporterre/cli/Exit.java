package org.collporterre.cli;

import java.util.Optional;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** The exit codes. */
final class Exit {
  static final int CLEAN = 0;
  static final int ERRORS = 1;
  static final int FAILED = 2;
  static final int INTERRUPTED = 130;

  private Exit() {}

  /** Returns what a finished run says about its data. */
  static int of(Report report) {
    return of(report, Optional.of(Severity.ERROR));
  }

  /**
   * Returns what a finished run says about its data.
   *
   * @param least how bad a finding must be to matter; empty when none does
   */
  static int of(Report report, Optional<Severity> least) {
    if (report.worst("rule-failed") != null) {
      return FAILED;
    }
    for (Severity severity : Severity.values()) {
      if (least.isPresent() && severity.compareTo(least.get()) <= 0 && report.count(severity) > 0) {
        return ERRORS;
      }
    }
    return CLEAN;
  }
}
