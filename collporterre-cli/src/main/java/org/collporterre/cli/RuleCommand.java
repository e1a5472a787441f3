package org.collporterre.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.reports.Phrases;
import org.collporterre.reports.RulePage;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the page of a rule. */
@Command(name = "rule")
final class RuleCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();

  @Parameters(paramLabel = "CODE", completionCandidates = RuleCodes.class)
  String code = "";

  RuleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Misuse {
    Rule rule = BuiltInRules.rule(code);
    Phrases phrases = session.phrases();
    if (rule == null) {
      String near = Nearest.of(code, new RuleCodes());
      String proposal = near == null ? "" : phrases.text("misuse.near", near);
      throw session.misuse("misuse.rule", code, proposal);
    }
    PrintStream out = session.shell().out();
    Messages messages = session.messages();
    out.println(code);
    for (Profile profile : Profile.values()) {
      out.println("  " + profile.label() + ": " + RulesCommand.severity(rule, profile, messages));
    }
    RulePage page = RulePage.of(code);
    show(null, page.explanation(phrases.locale()));
    show("rule.example", page.section("Example"));
    show("rule.findings", page.section("Findings"));
    show("rule.corrected", page.section("Corrected"));
    return Exit.CLEAN;
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
