package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** An initiative that serves so many Sustainable Development Goals that it says nothing. */
final class SdgTooMany implements RecordRule {
  private static final RuleParameter MOST = new RuleParameter("goals", 5, 1, 17);

  @Override
  public String code() {
    return "sdg-too-many";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.WARNING;
  }

  @Override
  public List<RuleParameter> parameters() {
    return List.of(MOST);
  }

  @Override
  public Check start(CheckContext context) {
    int most = context.parameter(this, MOST.name());
    return row -> {
      if (row.value() instanceof Initiative initiative && initiative.sdgs().size() > most) {
        context.finding(this, row).field("odd").expected("≤ " + most).report();
      }
    };
  }
}
