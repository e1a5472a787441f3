package org.collporterre.check;

import org.collporterre.model.Initiative;
import org.collporterre.model.PartialDate;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** An initiative that ends before it begins, however widely its dates are read. */
final class InitiativePeriod implements RecordRule {
  @Override
  public String code() {
    return "initiative-period";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Initiative initiative) {
        PartialDate start = initiative.startDate();
        PartialDate end = initiative.endDate();
        if (start != null && end != null && start.earliest().isAfter(end.latest())) {
          context.finding(this, row).field("date_fin").expected("≥ " + start).report();
        }
      }
    };
  }
}
