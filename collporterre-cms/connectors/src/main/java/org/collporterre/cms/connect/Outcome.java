package org.collporterre.cms.connect;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a site, or would happen.
 *
 * @param applied whether it was done
 * @param steps each record, in the order of the dataset; then what is only on the site
 * @param stopped why it went no further, or null when it is complete. Doing it again goes on.
 */
public record Outcome(boolean applied, List<Step> steps, @Nullable IOException stopped) {
  public Outcome {
    steps = List.copyOf(steps);
  }

  /** Returns how many records there are of each kind, in order; kinds without any are left out. */
  public Map<Step.Kind, Integer> counts() {
    Map<Step.Kind, Integer> counts = new EnumMap<>(Step.Kind.class);
    steps.forEach(step -> counts.merge(step.kind(), 1, Integer::sum));
    return counts;
  }

  /** Tells whether something is left that a person has to decide. */
  public boolean isConflicting() {
    return steps.stream().anyMatch(step -> step.kind().isError());
  }
}
