package org.collporterre.check;

import org.collporterre.model.Initiative;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** An initiative whose address to write to is a person's. Only its beginning is shown. */
final class PersonalEmail implements RecordRule {
  @Override
  public String code() {
    return "personal-email";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Initiative initiative
          && initiative.contactEmail() != null
          && EmailAddresses.isPersonal(initiative.contactEmail())) {
        context
            .finding(this, row)
            .field("courriel")
            .masked(initiative.contactEmail())
            .expected("contact@…")
            .report();
      }
    };
  }
}
