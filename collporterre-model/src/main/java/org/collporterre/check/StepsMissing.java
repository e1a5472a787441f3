package org.collporterre.check;

import org.collporterre.model.Methodology;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.DocumentationStatus;

/** A methodology that is said to be written down, or even proven, and has no step. */
final class StepsMissing implements RecordRule {
  @Override
  public String code() {
    return "steps-missing";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Methodology methodology
          && methodology.steps().isEmpty()
          && isWritten(methodology)) {
        context.finding(this, row).field("etat_documentation").expected("etapes").report();
      }
    };
  }

  /** Tells whether nothing more is to be written. */
  static boolean isWritten(Methodology methodology) {
    return methodology.documentationStatus() == DocumentationStatus.COMPLETE
        || methodology.documentationStatus() == DocumentationStatus.PROVEN;
  }
}
