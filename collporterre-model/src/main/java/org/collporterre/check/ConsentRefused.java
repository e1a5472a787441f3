package org.collporterre.check;

import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.RecordStatus;

/** A portrait that is published although the consent is refused, withdrawn or not given yet. */
final class ConsentRefused implements RecordRule {
  @Override
  public String code() {
    return "consent-refused";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait
          && portrait.sheet().status() == RecordStatus.PUBLISHED) {
        ConsentStatus status = portrait.consent().status();
        if (status == ConsentStatus.REFUSED
            || status == ConsentStatus.WITHDRAWN
            || status == ConsentStatus.PENDING) {
          context.finding(this, row).field("statut_fiche").expected("brouillon|archive").report();
        }
      }
    };
  }
}
