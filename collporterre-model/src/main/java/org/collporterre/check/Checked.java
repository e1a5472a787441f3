package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * A record with what was found by looking at it alone. Made by {@link Checker.Records}, in any
 * thread, for {@link Checker.Run#accept(Checked)}. Immutable but for the record's origin.
 *
 * @param <E> the record type
 */
public final class Checked<E extends Entry> {
  /**
   * Something a rule told.
   *
   * @param rule the number of the rule in its checker, or −1 for the constraints
   * @param finding what it found; null when it only refused the record
   * @param failed whether the finding is that the rule threw
   */
  record Told(int rule, @Nullable Finding finding, boolean failed) {}

  private final Checker.Run run;
  private final Located<E> row;
  private final @Nullable Object[] values;
  private final List<Told> told;
  private final boolean whole;
  private final boolean passes;
  private final long concerned;

  Checked(
      Checker.Run run,
      Located<E> row,
      @Nullable Object[] values,
      List<Told> told,
      boolean whole,
      boolean passes,
      long concerned) {
    this.run = run;
    this.row = row;
    this.values = values;
    this.told = told;
    this.whole = whole;
    this.passes = passes;
    this.concerned = concerned;
  }

  /** Returns the record. */
  public Located<E> row() {
    return row;
  }

  /**
   * Tells whether nothing that was found so far holds the record back. That {@link
   * Checker.Run#accept(Checked)} then tells otherwise is rare: an identifier that an earlier record
   * has, say, or, the other way round, a rule that threw at an earlier record.
   */
  public boolean passes() {
    return passes;
  }

  /** Returns the run it was checked for. */
  Checker.Run run() {
    return run;
  }

  /** Returns the values of its fields. */
  @Nullable Object[] values() {
    return values;
  }

  /** Returns what was told, in the order of the rules. */
  List<Told> told() {
    return told;
  }

  /** Tells whether it is a record at all: one with an identifier and all required parts. */
  boolean isWhole() {
    return whole;
  }

  /** Returns a bit for each screen that let it through. */
  long concerned() {
    return concerned;
  }
}
