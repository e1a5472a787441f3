package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.collporterre.model.Methodology;
import org.collporterre.model.Step;
import org.collporterre.model.StepBuilder;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** Steps are numbered 1 to 400. */
class StepsPositionsTest {
  private static boolean isFound(IntStream positions) {
    List<Step> steps = new ArrayList<>();
    positions.forEach(
        position -> steps.add(StepBuilder.builder().position(position).title("Étape").build()));
    Report report = Report.create();
    Checker.standard().check(List.of(Methodology.named("m", "Titre").steps(steps).build()), report);
    return report.byRule().containsKey("steps-positions");
  }

  @Test
  void of_four_hundred_steps_one_that_is_there_twice_is_found() {
    assertThat(isFound(IntStream.rangeClosed(1, 400))).isFalse();
    assertThat(isFound(IntStream.rangeClosed(1, 400).map(i -> i == 400 ? 399 : i))).isTrue();
    assertThat(isFound(IntStream.rangeClosed(1, 400).map(i -> 401 - i))).isFalse();
  }

  @Test
  void more_steps_and_positions_than_there_may_be_are_left_to_the_rule_of_the_field() {
    assertThat(isFound(IntStream.rangeClosed(1, 401).map(i -> i == 401 ? 1 : i))).isFalse();
    assertThat(isFound(IntStream.of(1, 400))).isTrue();
    assertThat(isFound(IntStream.of(1, 401))).isFalse();
    assertThat(isFound(IntStream.of(2, 0))).isFalse();
  }
}
