package org.collporterre.check;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset or an application decides about rules, in place of what they say themselves: how
 * bad their findings are, whatever the profile, and their numbers. Immutable.
 */
public final class RuleSettings {
  /** Nothing decided: rules are as they say themselves. */
  public static final RuleSettings NONE = new RuleSettings(Map.of(), Map.of());

  private final Map<String, Optional<Severity>> severities;
  private final Map<String, Integer> parameters;

  private RuleSettings(
      Map<String, Optional<Severity>> severities, Map<String, Integer> parameters) {
    this.severities = Collections.unmodifiableMap(severities);
    this.parameters = Collections.unmodifiableMap(parameters);
  }

  /**
   * Returns these settings with the severity of a rule's findings; null turns the rule off.
   *
   * @throws IllegalArgumentException when it is to be turned off and {@link Rule#canBeOff()} says
   *     no
   */
  public RuleSettings withSeverity(Rule rule, @Nullable Severity severity) {
    if (severity == null && !rule.canBeOff()) {
      throw new IllegalArgumentException(rule.code() + " cannot be off");
    }
    Map<String, Optional<Severity>> more = new TreeMap<>(severities);
    more.put(rule.code(), Optional.ofNullable(severity));
    return new RuleSettings(more, parameters);
  }

  /**
   * Returns these settings with a number of a rule.
   *
   * @throws IllegalArgumentException when the rule has no such number, or it is out of its range
   */
  public RuleSettings withParameter(Rule rule, String name, int value) {
    RuleParameter parameter = declared(rule, name);
    if (value < parameter.least() || value > parameter.most()) {
      throw new IllegalArgumentException(rule.code() + "." + name + " = " + value);
    }
    Map<String, Integer> more = new TreeMap<>(parameters);
    more.put(rule.code() + "." + name, value);
    return new RuleSettings(severities, more);
  }

  /** Returns how bad a rule's findings are in a profile, or null where it is off. */
  public @Nullable Severity severity(Rule rule, Profile profile) {
    Optional<Severity> decided = severities.get(rule.code());
    return decided == null ? RuleLife.standard().severity(rule, profile) : decided.orElse(null);
  }

  /**
   * Returns how bad the findings of one of the library's rules are in a profile, or null where it
   * is off.
   *
   * @throws IllegalArgumentException when there is no such rule: an error of the program
   */
  public @Nullable Severity severity(String code, Profile profile) {
    return severity(BuiltInRules.require(code), profile);
  }

  /**
   * Returns a number of a rule: the one decided, else its own.
   *
   * @throws IllegalArgumentException when the rule has no such number: an error of the program
   */
  public int parameter(Rule rule, String name) {
    Integer decided = parameters.get(rule.code() + "." + name);
    return decided == null ? declared(rule, name).standard() : decided;
  }

  private static RuleParameter declared(Rule rule, String name) {
    for (RuleParameter parameter : rule.parameters()) {
      if (parameter.name().equals(name)) {
        return parameter;
      }
    }
    throw new IllegalArgumentException("no number " + name + " in " + rule.code());
  }
}
