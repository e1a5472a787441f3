package org.collporterre.check;

import java.math.BigDecimal;
import java.util.List;
import org.collporterre.model.Cost;
import org.collporterre.model.Entry;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.Methodology;
import org.collporterre.model.Step;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A methodology, or a step of one, that takes more years than one plans, or a cost in no currency.
 * A duration of nothing and a negative cost are not read as such; a cost of nothing needs no
 * currency.
 */
final class DurationCostSuspicious implements RecordRule {
  private static final RuleParameter MOST = new RuleParameter("years", 10, 1, 1000);
  private static final String CURRENCY = "cout_devise";

  @Override
  public String code() {
    return "duration-cost-suspicious";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public List<RuleParameter> parameters() {
    return List.of(MOST);
  }

  @Override
  public Check start(CheckContext context) {
    int most = context.parameter(this, MOST.name());
    return row -> {
      if (row.value() instanceof Methodology methodology) {
        if (isLong(methodology.duration(), most)) {
          context.finding(this, row).field("duree").expected("≤ P" + most + "Y").report();
        }
        steps(context, row, methodology.steps(), most);
        cost(context, row, methodology.cost());
      }
    };
  }

  private void steps(
      CheckContext context, Located<? extends Entry> row, List<Step> steps, int most) {
    for (int i = 0; i < steps.size(); i++) {
      IsoDuration duration = steps.get(i).duration();
      if (isLong(duration, most)) {
        context
            .finding(this, row)
            .field("etapes")
            .value(steps.get(i).position() + ": " + duration)
            .expected("≤ P" + most + "Y")
            .report();
      }
    }
  }

  private void cost(CheckContext context, Located<? extends Entry> row, @Nullable Cost cost) {
    BigDecimal amount = cost == null ? null : cost.amount();
    if (cost != null
        && amount != null
        && amount.signum() > 0
        && cost.currency() == null
        && !row.origin().hasText(CURRENCY)) {
      context
          .finding(this, row)
          .field("cout_montant")
          .expected(CURRENCY)
          .fix(Fix.unsafe(CURRENCY, "EUR"))
          .report();
    }
  }

  private static boolean isLong(@Nullable IsoDuration duration, int most) {
    return duration != null && duration.years() > most;
  }
}
