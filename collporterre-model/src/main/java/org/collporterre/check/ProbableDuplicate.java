package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Two records of a type seem to describe the same thing; see {@link DuplicateSearch}. Each pair is
 * reported once, at the record read second. Records that refer to each other are not, nor records
 * of one identifier, which is a matter of {@link IdDuplicate}. Memory: see {@link DuplicateTraces};
 * beyond {@value RecordValues#MOST_RECORDS} records nothing is remembered, and that is said.
 */
final class ProbableDuplicate implements Rule {
  /** Says that a dataset is too large to look for duplicates in it. */
  static final Rule NOT_SEARCHED =
      new ReportedElsewhere("duplicates-not-searched", Severity.INFO, Severity.INFO);

  @Override
  public String code() {
    return "probable-duplicate";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    EntryIndex entries = context.entries();
    return new Check() {
      private @Nullable DuplicateTraces traces = new DuplicateTraces(entries);

      @Override
      public void entry(Located<? extends Entry> row) {
        if (traces == null || entries.duplicateOf() >= 0) {
          return;
        }
        if (traces.isFull()) {
          traces = null;
          String most = String.valueOf(RecordValues.MOST_RECORDS);
          context.finding(NOT_SEARCHED, row).expected(most).report();
          return;
        }
        traces.add(row.value());
      }

      @Override
      public void end() {
        if (traces != null) {
          new DuplicateSearch(traces, entries).search(this::report);
        }
      }

      private void report(int earlier, int later, DuplicateEvidence evidence, long rank) {
        if (traces != null) {
          Location place = entries.location(later);
          context
              .finding(ProbableDuplicate.this, place, entries.type(later), entries.id(later))
              .value(shown(entries, traces, earlier))
              .expected(evidence.toString())
              .report();
        }
      }
    };
  }

  /** Returns how findings name the record of a pair that was read first. */
  static String shown(EntryIndex entries, DuplicateTraces traces, int earlier) {
    return entries.id(earlier) + " (" + traces.titleOf(earlier) + ")";
  }
}
