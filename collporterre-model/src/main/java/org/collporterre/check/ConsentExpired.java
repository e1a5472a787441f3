package org.collporterre.check;

import java.time.LocalDate;
import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.RecordStatus;

/** A portrait that is published although its consent has expired, by the clock of the checker. */
final class ConsentExpired implements RecordRule {
  @Override
  public String code() {
    return "consent-expired";
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
        LocalDate expiry = portrait.consent().expiry();
        if (expiry != null && expiry.isBefore(context.today())) {
          context.finding(this, row).field("statut_fiche").expected("brouillon|archive").report();
        }
      }
    };
  }
}
