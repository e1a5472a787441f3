package org.collporterre.dataset;

import java.util.Locale;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** How bad a dataset says that the findings of a rule are. */
public enum RuleLevel {
  /** The rule is not looked at. */
  OFF(null),
  INFO(Severity.INFO),
  WARNING(Severity.WARNING),
  ERROR(Severity.ERROR);

  private final @Nullable Severity severity;

  RuleLevel(@Nullable Severity severity) {
    this.severity = severity;
  }

  /** Returns the severity, or null for {@link #OFF}. */
  public @Nullable Severity severity() {
    return severity;
  }

  /**
   * Returns the name as written in files: {@code off}, {@code info}, {@code warning}, {@code
   * error}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the level of a name, or null. */
  public static @Nullable RuleLevel named(String label) {
    for (RuleLevel level : values()) {
      if (level.label().equals(label)) {
        return level;
      }
    }
    return null;
  }
}
