package org.collporterre.check;

import org.collporterre.model.Methodology;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A methodology that says neither which initiative it was written from nor that it is generic. */
final class OrphanMethodology implements RecordRule {
  @Override
  public String code() {
    return "orphan-methodology";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Methodology methodology
          && methodology.documents().isEmpty()
          && !Boolean.TRUE.equals(methodology.generic())) {
        context
            .finding(this, row)
            .field("documente")
            .expected("documente | generique=oui")
            .report();
      }
    };
  }
}
