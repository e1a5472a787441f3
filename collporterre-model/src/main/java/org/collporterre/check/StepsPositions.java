package org.collporterre.check;

import java.util.List;
import java.util.StringJoiner;
import org.collporterre.model.Methodology;
import org.collporterre.model.Step;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Steps that are not numbered from 1 to their number, each once. In which order they stand is
 * another matter; a number that is missing or out of range is told by its constraint.
 */
final class StepsPositions implements RecordRule {
  private static final int MOST = 400;

  @Override
  public String code() {
    return "steps-positions";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Methodology methodology && isWrong(methodology.steps())) {
        List<Step> steps = methodology.steps();
        StringJoiner found = new StringJoiner(", ");
        steps.forEach(step -> found.add(String.valueOf(step.position())));
        context
            .finding(this, row)
            .field("etapes")
            .value(found.toString())
            .expected(steps.size() == 1 ? "1" : "1 … " + steps.size())
            .report();
      }
    };
  }

  private static boolean isWrong(List<Step> steps) {
    if (steps.size() > MOST) {
      return false;
    }
    boolean ordered = true;
    for (int i = 0; i < steps.size(); i++) {
      Integer position = position(steps.get(i));
      if (position == null || position < 1 || position > MOST) {
        return false;
      }
      ordered &= position == i + 1;
    }
    return !ordered && !isEachOnce(steps);
  }

  private static boolean isEachOnce(List<Step> steps) {
    boolean[] met = new boolean[MOST + 1];
    for (Step step : steps) {
      int position = step.position();
      if (position > steps.size() || met[position]) {
        return false;
      }
      met[position] = true;
    }
    return true;
  }

  /** Steps read from faulty files can lack what they must have. */
  private static @Nullable Integer position(Step step) {
    return step.position();
  }
}
