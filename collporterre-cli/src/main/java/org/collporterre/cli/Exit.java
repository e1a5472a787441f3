package org.collporterre.cli;

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
    if (report.byRule().containsKey("rule-failed")) {
      return FAILED;
    }
    return report.isClean() ? CLEAN : ERRORS;
  }
}
