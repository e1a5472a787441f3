package org.collporterre.check;

import java.util.List;
import java.util.stream.Collectors;
import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.RecordStatus;

/**
 * A portrait that shows more than its subject agreed to. That it is open data counts only once it
 * is published. Where there is no consent that was given, other rules speak.
 */
final class ConsentScopeExceeded implements RecordRule {
  @Override
  public String code() {
    return "consent-scope";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait
          && portrait.consent().status() == ConsentStatus.GRANTED) {
        List<ConsentScope> lacking = portrait.notCovered();
        boolean published = portrait.sheet().status() == RecordStatus.PUBLISHED;
        String codes =
            lacking.stream()
                .filter(scope -> published || scope != ConsentScope.OPEN_DATA)
                .map(ConsentScope::code)
                .collect(Collectors.joining("|"));
        if (!codes.isEmpty()) {
          context.finding(this, row).field("consentement_portee").expected(codes).report();
        }
      }
    };
  }
}
