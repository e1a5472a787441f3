package org.collporterre.report;

import java.util.Locale;

/** How bad a finding is, the worst first. */
public enum Severity {
  /** The data is wrong; the run ends with exit code 1. */
  ERROR,
  /** The data is probably wrong, or will be refused elsewhere. */
  WARNING,
  /** Worth knowing: something was understood although it was not written in the plain form. */
  INFO;

  /** Returns the name as written in reports: {@code error}, {@code warning}, {@code info}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
