package org.collporterre.check;

import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A portrait with neither a text nor the address of one. */
final class PortraitWithoutText implements RecordRule {
  @Override
  public String code() {
    return "portrait-without-text";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait
          && portrait.body() == null
          && portrait.bodyUrl() == null) {
        context.finding(this, row).expected("texte | texte_url").report();
      }
    };
  }
}
