package org.collporterre.dataset;

import java.util.Locale;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** From which findings on a check fails: with one of these or of something worse. */
public enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  INFO(Severity.INFO),
  /** Whatever is found. */
  NEVER(null);

  private final @Nullable Severity mildest;

  FailOn(@Nullable Severity mildest) {
    this.mildest = mildest;
  }

  /** Tells whether a check that found this fails. */
  public boolean isMet(Report report) {
    for (Severity severity : Severity.values()) {
      if (mildest != null && severity.compareTo(mildest) <= 0 && report.count(severity) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the name as written in files: {@code error}, {@code warning}, {@code info}, {@code
   * never}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the one of a name, or null. */
  public static @Nullable FailOn named(String label) {
    for (FailOn one : values()) {
      if (one.label().equals(label)) {
        return one;
      }
    }
    return null;
  }
}
