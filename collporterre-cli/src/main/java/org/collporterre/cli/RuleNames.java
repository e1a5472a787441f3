package org.collporterre.cli;

import org.collporterre.check.BuiltInRules;
import org.collporterre.check.DeprecatedRule;
import org.collporterre.check.DeprecatedRules;
import org.collporterre.check.Rule;
import org.collporterre.reports.Phrases;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** Finds the rules that people name, and tells them when a rule has another name now. */
final class RuleNames {
  private final Session session;
  private final DeprecatedRules deprecated;

  RuleNames(Session session, DeprecatedRules deprecated) {
    this.session = session;
    this.deprecated = deprecated;
  }

  static RuleNames of(Session session) {
    return new RuleNames(session, DeprecatedRules.standard());
  }

  /**
   * Returns the rule of a code, or the one that has replaced it.
   *
   * @throws Misuse when there is none; the nearest is proposed
   */
  Rule require(String code) throws Misuse {
    Rule rule = find(code);
    if (rule == null) {
      throw session.misuse("misuse.rule.none");
    }
    return rule;
  }

  /**
   * Returns the rule of a code, or the one that has replaced it; null when it has ended without.
   *
   * @throws Misuse when there never was one; the nearest is proposed
   */
  @Nullable Rule find(String code) throws Misuse {
    Rule rule = BuiltInRules.rule(deprecated.current(code));
    DeprecatedRule old = deprecated.rule(code);
    Phrases phrases = session.phrases();
    if (old != null) {
      String note = old.note(phrases.locale());
      String told =
          rule == null
              ? phrases.text("rule.ended", code, old.since(), note)
              : phrases.text("rule.replaced", code, rule.code(), old.since(), note);
      session.shell().err().println(phrases.text("failure.line", told));
    } else if (rule == null) {
      String near = Nearest.of(code, new RuleCodes());
      String proposal = near == null ? "" : phrases.text("misuse.near", near);
      throw session.misuse("misuse.rule", code, proposal);
    }
    return rule;
  }
}
