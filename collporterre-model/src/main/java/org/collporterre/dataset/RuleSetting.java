package org.collporterre.dataset;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset says of one rule.
 *
 * @param severity how bad its findings are, or null for what the rule says
 * @param parameters its numbers, by name; see {@link org.collporterre.check.RuleParameter}
 */
public record RuleSetting(@Nullable RuleLevel severity, Map<String, Integer> parameters) {
  /** The member that says the severity; the others are parameters. */
  public static final String SEVERITY = "severity";

  public RuleSetting {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
