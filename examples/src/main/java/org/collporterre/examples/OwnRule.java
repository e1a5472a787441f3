package org.collporterre.examples;

import java.util.List;
import java.util.Locale;
import org.collporterre.check.Check;
import org.collporterre.check.CheckContext;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabulary;

/** Adds a rule and a theme of one's own. */
public final class OwnRule {
  private OwnRule() {}

  // snippet: own-rule
  /** In our network every initiative has a web site. */
  static final class WebsiteMissing implements Rule {
    @Override
    public String code() {
      return "website-missing";
    }

    @Override
    public Severity severity(Profile profile) {
      return Severity.WARNING;
    }

    @Override
    public Check start(CheckContext context) {
      return row -> {
        if (row.value() instanceof Initiative initiative && initiative.website() == null) {
          context.finding(this, row).field("site_web").report();
        }
      };
    }

    @Override
    public String message(Locale locale) {
      return "L'initiative n'a pas de site web.";
    }
  }

  static final Checker CHECKER =
      Checker.standard()
          .with(new WebsiteMissing())
          .with(Vocabulary.of("themes", List.of(Concept.of("low-tech", "Low-tech", "Low-tech"))));

  // end

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Messages messages = Messages.in(Locale.FRENCH).with(CHECKER.rules());
    for (Finding finding : run().findings()) {
      System.out.println(messages.line(finding));
    }
  }

  static Report run() {
    Report report = Report.create();
    Initiative initiative =
        Initiative.named("four-solaire", "Four solaire du quartier")
            .themes(List.of("low-tech"))
            .build();
    CHECKER.check(List.of(initiative), report);
    return report;
  }
}
