package org.collporterre.check;

import org.collporterre.model.Methodology;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A least number of participants above the greatest. */
final class NumbersOrder implements RecordRule {
  @Override
  public String code() {
    return "numbers-order";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Methodology methodology) {
        Integer min = methodology.groupSizeMin();
        Integer max = methodology.groupSizeMax();
        if (min != null && max != null && min > max) {
          context.finding(this, row).field("participants_max").expected("≥ " + min).report();
        }
      }
    };
  }
}
