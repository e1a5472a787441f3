package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleLife;
import org.collporterre.check.RulePage;
import org.collporterre.check.RuleParameter;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.reports.JsonText;
import org.collporterre.reports.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the rules. */
@Command(name = "rules")
final class RulesCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin AnswerForm form = new AnswerForm();

  RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<Rule> rules = BuiltInRules.all();
    if (form.isJson()) {
      JsonText.write(rules.stream().map(RulesCommand::entry).toList(), session.shell().out());
    } else {
      table(rules);
    }
    return Exit.CLEAN;
  }

  private void table(List<Rule> rules) {
    Messages messages = session.messages();
    int codes = rules.stream().mapToInt(rule -> rule.code().length()).max().orElse(0);
    String format = "%-" + codes + "s  %-13s  %-13s  %s";
    PrintStream out = session.shell().out();
    Phrases phrases = session.phrases();
    out.println(
        String.format(
            Locale.ROOT, format, "code", "echange", "publication", phrases.text("rules.title")));
    for (Rule rule : rules) {
      String line =
          String.format(
              Locale.ROOT,
              format,
              rule.code(),
              severity(rule, Profile.ECHANGE, messages),
              severity(rule, Profile.PUBLICATION, messages),
              RulePage.of(rule.code()).title(phrases.locale()) + numbers(rule));
      out.println(line.stripTrailing());
    }
  }

  /** Returns how bad a rule's findings are in a profile, in words; a hyphen where it is off. */
  static String severity(Rule rule, Profile profile, Messages messages) {
    Severity severity = RuleLife.standard().severity(rule, profile);
    return severity == null ? "-" : messages.severity(severity);
  }

  /** Returns the numbers that a dataset may set, as they are when it does not. */
  private static String numbers(Rule rule) {
    return rule.parameters().isEmpty()
        ? ""
        : rule.parameters().stream()
            .map(number -> number.name() + " = " + number.standard())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /** Returns what programs get to know of a rule. */
  static Map<String, Object> entry(Rule rule) {
    RulePage page = RulePage.of(rule.code());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("code", rule.code());
    for (Profile profile : Profile.values()) {
      entry.put(profile.label(), label(RuleLife.standard().severity(rule, profile)));
    }
    entry.put("since", rule.since());
    entry.put("titleFr", page.title(Locale.FRENCH));
    entry.put("titleEn", page.title(Locale.ENGLISH));
    if (!rule.parameters().isEmpty()) {
      entry.put("parameters", rule.parameters().stream().map(RulesCommand::entry).toList());
    }
    return entry;
  }

  private static Map<String, Object> entry(RuleParameter number) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", number.name());
    entry.put("default", number.standard());
    entry.put("minimum", number.least());
    entry.put("maximum", number.most());
    return entry;
  }

  private static String label(@Nullable Severity severity) {
    return severity == null ? "off" : severity.label();
  }
}
