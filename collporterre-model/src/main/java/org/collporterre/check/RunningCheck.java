package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * A rule at work that cannot stop the others: one that throws is told of once and not asked again,
 * since what it remembers may be half done.
 */
final class RunningCheck {
  /** The code of the finding about a rule that throws. */
  static final String FAILED = "rule-failed";

  /** Is told of a rule that throws. */
  interface Failures {
    /** Takes the rule, the record it threw at, null for none, and what it threw. */
    void failed(Rule rule, @Nullable Located<? extends Entry> row, RuntimeException exception);
  }

  private final Rule rule;
  private final Failures failures;
  private @Nullable Check check;

  private RunningCheck(Rule rule, Check check, Failures failures) {
    this.rule = rule;
    this.check = check;
    this.failures = failures;
  }

  /** Starts a rule, or returns null when its findings are made elsewhere, or it throws. */
  static @Nullable RunningCheck start(Rule rule, CheckContext context, Failures failures) {
    try {
      Check check = rule.start(context);
      return check == null ? null : new RunningCheck(rule, check, failures);
    } catch (RuntimeException e) {
      failures.failed(rule, null, e);
      return null;
    }
  }

  void entry(Located<? extends Entry> row) {
    if (check != null) {
      try {
        check.entry(row);
      } catch (RuntimeException e) {
        check = null;
        failures.failed(rule, row, e);
      }
    }
  }

  void end() {
    if (check != null) {
      try {
        check.end();
      } catch (RuntimeException e) {
        check = null;
        failures.failed(rule, null, e);
      }
    }
  }
}
