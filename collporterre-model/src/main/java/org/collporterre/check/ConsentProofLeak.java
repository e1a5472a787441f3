package org.collporterre.check;

import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * A reference to the proof of a consent by which the proof itself, or the person, can be found: a
 * web or e-mail address.
 */
final class ConsentProofLeak implements RecordRule {
  @Override
  public String code() {
    return "consent-proof-leak";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait
          && portrait.consent().proof() != null
          && isAddress(portrait.consent().proof())) {
        context.finding(this, row).field("consentement_preuve").report();
      }
    };
  }

  private static boolean isAddress(String proof) {
    return proof.contains("://")
        || proof.regionMatches(true, 0, "www.", 0, 4)
        || proof.regionMatches(true, 0, "mailto:", 0, 7)
        || EmailAddresses.next(proof, 0) >= 0;
  }
}
