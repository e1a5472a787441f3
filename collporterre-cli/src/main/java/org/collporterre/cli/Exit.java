package org.collporterre.cli;

import org.collporterre.dataset.FailOn;
import org.collporterre.report.Report;

/** The exit codes. */
final class Exit {
  static final int CLEAN = 0;
  static final int ERRORS = 1;
  static final int FAILED = 2;
  static final int INTERRUPTED = 130;

  private Exit() {}

  /** Returns what a finished run says about its data. */
  static int of(Report report) {
    return of(report, FailOn.ERROR);
  }

  /** Returns what a finished run says about its data; a rule that failed is no data. */
  static int of(Report report, FailOn failOn) {
    if (report.worst("rule-failed") != null) {
      return FAILED;
    }
    return failOn.isMet(report) ? ERRORS : CLEAN;
  }
}
