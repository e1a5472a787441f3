package org.collporterre.check;

import org.collporterre.model.Methodology;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A methodology made from another that does not say how. */
final class DerivationKindMissing implements RecordRule {
  @Override
  public String code() {
    return "derivation-kind-missing";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Methodology methodology
          && !methodology.derivedFrom().isEmpty()
          && methodology.derivationKind() == null) {
        context.finding(this, row).field("nature_derivation").report();
      }
    };
  }
}
