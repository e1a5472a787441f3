package org.collporterre.check;

import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.SubjectKind;

/** A portrait of a person, or of people, without a word on their consent. */
final class ConsentMissing implements RecordRule {
  @Override
  public String code() {
    return "consent-missing";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait
          && portrait.consent().status() == null
          && portrait.subject().kind() != SubjectKind.ORGANIZATION) {
        context.finding(this, row).field("consentement").expected("accorde|non-requis").report();
      }
    };
  }
}
