package org.collporterre.benchmarks;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleGroup;
import org.collporterre.check.RuleSettings;
import org.jspecify.annotations.Nullable;

/** How much of what can be checked is checked, so that each part's cost can be told. */
public enum Rules {
  /** Nothing: records are read and written. */
  NONE,

  /** The constraints on fields, as the product checks them: by its plan. */
  CONSTRAINTS,

  /** The constraints on fields, every record given to the Jakarta Validation provider. */
  PROVIDER,

  /** The constraints and all rules that look at one record. */
  RECORD,

  /** All rules, those across records too: identifiers, references, lineages, duplicates. */
  ALL;

  /** The groups whose rules look at records that were read. */
  private static final Set<RuleGroup> OF_RECORDS =
      Collections.unmodifiableSet(
          EnumSet.of(RuleGroup.RECORD, RuleGroup.PLACE, RuleGroup.UPKEEP, RuleGroup.RECORDS));

  /** Returns the rules of a name, written small. */
  public static Rules of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Returns the checker, or null where nothing is checked. */
  public @Nullable Checker checker() {
    return switch (this) {
      case NONE -> null;
      case CONSTRAINTS -> only(rule -> false);
      case PROVIDER -> only(rule -> false).withValidator(provider());
      case RECORD -> only(Rule::isAboutOneRecord);
      case ALL -> Checker.standard();
    };
  }

  private static Checker only(Predicate<Rule> wanted) {
    RuleSettings settings = RuleSettings.NONE;
    for (RuleGroup group : OF_RECORDS) {
      for (Rule rule : BuiltInRules.groups().getOrDefault(group, List.of())) {
        if (rule.canBeOff() && !wanted.test(rule)) {
          settings = settings.withSeverity(rule, null);
        }
      }
    }
    return Checker.standard().with(settings);
  }

  private static Validator provider() {
    return Validation.byDefaultProvider()
        .configure()
        .ignoreXmlConfiguration()
        .messageInterpolator(new Templates())
        .buildValidatorFactory()
        .getValidator();
  }

  /** Findings carry no sentence: the product asks for none, and so does the comparison. */
  private static final class Templates implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }
}
