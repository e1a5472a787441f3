package org.collporterre.dataset;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.check.DeprecatedRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleSettings;
import org.collporterre.report.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How a dataset wants to be checked: what the file {@code collporterre.json} at its root says. It
 * is bound to JSON by {@link org.collporterre.json.CollporterreJsonb}; a file that people write is
 * read by {@code org.collporterre.imports.SettingsFile}, which says where it is wrong.
 *
 * @param profile the profile, or null for that of the caller
 * @param today the day on which consents expire and records are stale, or null for the day of the
 *     check: with it a check gives the same tomorrow
 * @param failOn from which findings on a check fails, or null for that of the caller
 * @param maxFindings how many findings a report shows at most, or null for that of the caller
 * @param baseline the file of the accepted findings, relative to this one, or null
 * @param rules what is decided about rules, by code
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record DatasetSettings(
    @Nullable Profile profile,
    @Nullable LocalDate today,
    @Nullable FailOn failOn,
    @Nullable Integer maxFindings,
    @Nullable String baseline,
    Map<String, RuleSetting> rules) {
  /** The name of the file. */
  public static final String FILE = "collporterre.json";

  /** Settings that say nothing. */
  public static final DatasetSettings NONE =
      new DatasetSettings(null, null, null, null, null, Map.of());

  public DatasetSettings {
    rules = rules == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(rules));
  }

  /**
   * Returns what is decided about rules. What is said of a rule that has ended is said of the one
   * that replaces it, unless that is named too, or of none.
   *
   * @param known the rules there are
   * @throws IllegalArgumentException when a rule, or a number of it, is not among them, or a rule
   *     is turned off that cannot be
   */
  public RuleSettings ruleSettings(Collection<Rule> known) {
    Map<String, Rule> byCode = new TreeMap<>();
    known.forEach(rule -> byCode.put(rule.code(), rule));
    RuleSettings settings = RuleSettings.NONE;
    for (Map.Entry<String, RuleSetting> setting : rules.entrySet()) {
      String code = setting.getKey();
      String current = DeprecatedRules.standard().current(code);
      Rule rule = byCode.get(current);
      boolean ended = DeprecatedRules.standard().rule(code) != null;
      if (ended && (rule == null || rules.containsKey(current))) {
        continue;
      } else if (rule == null) {
        throw new IllegalArgumentException("no rule " + code);
      }
      RuleLevel level = setting.getValue().severity();
      if (level != null) {
        settings = settings.withSeverity(rule, level.severity());
      }
      for (Map.Entry<String, Integer> number : setting.getValue().parameters().entrySet()) {
        settings = settings.withParameter(rule, number.getKey(), number.getValue());
      }
    }
    return settings;
  }
}
