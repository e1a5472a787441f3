package org.collporterre.examples.spark;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleGroup;
import org.collporterre.check.RuleSettings;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.report.Profile;

/**
 * What all tasks check by. A checker does not travel: each task makes its own from this.
 *
 * @param profile the profile
 * @param today the day of the run, the same for all tasks, however long it takes
 * @param places whether the French gazetteer is asked; it is read once per executor
 */
public record CheckSettings(Profile profile, LocalDate today, boolean places)
    implements Serializable {
  /** The rules across records; what else is not about one record is about one file. */
  public static final List<String> ACROSS = across();

  private static List<String> across() {
    Set<String> codes = new TreeSet<>();
    codes.add("id-duplicate");
    for (Rule rule : BuiltInRules.groups().getOrDefault(RuleGroup.RECORDS, List.of())) {
      if (!rule.isAboutOneRecord()) {
        codes.add(rule.code());
      }
    }
    return List.copyOf(codes);
  }

  /** Returns the checker of all rules: what one machine checks by. */
  public Checker checker() {
    Checker checker = Checker.standard().withProfile(profile).withClock(clock());
    return places ? checker.with(FrenchGazetteer.load()) : checker;
  }

  /** Returns the checker of the rules that look at one record, or at one file, only. */
  Checker ofRecords() {
    return without(checker(), rule -> ACROSS.contains(rule.code()));
  }

  /** Returns the checker of some rules across records only. */
  Checker across(List<String> codes) {
    Checker checker = Checker.standard().withProfile(profile).withClock(clock());
    return without(checker, rule -> !codes.contains(rule.code()));
  }

  Clock clock() {
    return Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
  }

  private interface Choice {
    boolean isOff(Rule rule);
  }

  private static Checker without(Checker checker, Choice choice) {
    RuleSettings settings = RuleSettings.NONE;
    for (Rule rule : checker.rules()) {
      if (rule.canBeOff() && choice.isOff(rule)) {
        settings = settings.withSeverity(rule, null);
      }
    }
    return checker.with(settings);
  }
}
