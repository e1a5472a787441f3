package org.collporterre.check;

import org.collporterre.model.Methodology;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** A methodology written down that says neither what must stay as it is nor what may change. */
final class AdaptableMissing implements ScreenedRule {
  private static final String FIXED = "invariants";
  private static final String ADAPTABLE = "adaptable";

  @Override
  public String code() {
    return "adaptable-missing";
  }

  @Override
  public @Nullable Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? null : Severity.WARNING;
  }

  @Override
  public Screen screen(CheckContext context) {
    return (row, values) ->
        row.value() instanceof Methodology methodology
            && methodology.invariants().isEmpty()
            && methodology.adaptableParts().isEmpty()
            && StepsMissing.isWritten(methodology)
            && !row.origin().hasText(FIXED)
            && !row.origin().hasText(ADAPTABLE);
  }

  @Override
  public Check start(CheckContext context) {
    MissingColumns columns = new MissingColumns();
    return row -> {
      if (row.origin().hasColumn(FIXED) || columns.isNews(row, ADAPTABLE)) {
        context.finding(this, row).field(ADAPTABLE).expected(FIXED + " | " + ADAPTABLE).report();
      }
    };
  }
}
