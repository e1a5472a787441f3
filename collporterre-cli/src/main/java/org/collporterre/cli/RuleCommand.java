package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleLife;
import org.collporterre.check.RulePage;
import org.collporterre.check.RuleParameter;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.reports.JsonText;
import org.collporterre.reports.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the page of a rule. */
@Command(name = "rule")
final class RuleCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin AnswerForm form = new AnswerForm();

  @Parameters(paramLabel = "CODE", completionCandidates = RuleCodes.class)
  String code = "";

  RuleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Rule rule = RuleNames.of(session).require(code);
    if (form.isJson()) {
      json(rule);
    } else {
      text(rule);
    }
    return Exit.CLEAN;
  }

  private void json(Rule rule) throws IOException {
    Map<String, Object> entry = RulesCommand.entry(rule);
    RulePage page = RulePage.of(rule.code());
    put(entry, "textFr", page.text(Locale.FRENCH));
    put(entry, "textEn", page.text(Locale.ENGLISH));
    put(entry, "example", page.section("Example"));
    put(entry, "findings", page.section("Findings"));
    put(entry, "corrected", page.section("Corrected"));
    JsonText.write(entry, session.shell().out());
  }

  private static void put(Map<String, Object> entry, String key, @Nullable String text) {
    if (text != null) {
      entry.put(key, text);
    }
  }

  private void text(Rule rule) {
    PrintStream out = session.shell().out();
    Phrases phrases = session.phrases();
    Messages messages = session.messages();
    out.println(rule.code());
    for (Profile profile : Profile.values()) {
      out.println("  " + profile.label() + ": " + RulesCommand.severity(rule, profile, messages));
    }
    if (RuleLife.standard().isNew(rule)) {
      out.println("  " + phrases.text("rule.new", rule.since()));
    }
    for (RuleParameter number : rule.parameters()) {
      out.println("  " + phrases.text("rule.parameter", words(number)));
    }
    RulePage page = RulePage.of(rule.code());
    show(null, page.text(phrases.locale()));
    show("rule.example", page.section("Example"));
    show("rule.findings", page.section("Findings"));
    show("rule.corrected", page.section("Corrected"));
  }

  private static Object[] words(RuleParameter number) {
    return new Object[] {number.name(), number.standard(), number.least(), number.most()};
  }

  private void show(@Nullable String heading, @Nullable String text) {
    if (text == null) {
      return;
    }
    PrintStream out = session.shell().out();
    out.println();
    if (heading != null) {
      out.println(session.phrases().text(heading));
    }
    boolean code = false;
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("```")) {
        code = !code;
      } else {
        out.println(code ? "    " + line : line.replace("**", ""));
      }
    }
  }
}
