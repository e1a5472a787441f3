package org.collporterre.examples;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.Check;
import org.collporterre.check.CheckContext;
import org.collporterre.check.Rule;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

// snippet: rule-across-records
/** Two initiatives must not have the same web site. Remembers an address per record. */
final class WebsiteTwice implements Rule {
  @Override
  public String code() {
    return "website-twice";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.PUBLICATION ? Severity.ERROR : Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    Map<String, String> seen = new HashMap<>(); // of this run: a rule itself remembers nothing
    return row -> look(context, row, seen);
  }

  private void look(CheckContext context, Located<? extends Entry> row, Map<String, String> seen) {
    if (row.value() instanceof Initiative initiative && initiative.website() != null) {
      String site = initiative.website();
      String first = seen.putIfAbsent(site, initiative.id());
      if (first != null) {
        context.finding(this, row).field("site_web").value(site).expected(first).report();
      }
    }
  }

  @Override
  public String message(Locale locale) {
    return "Le site {value} est déjà celui de la fiche {expected}.";
  }
}
// end
