package org.collporterre.check;

import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose findings are made where the data is read or by a Jakarta constraint.
 *
 * @param code the rule's code
 * @param echange how bad it is in profile {@code echange}
 * @param publication how bad it is in profile {@code publication}
 */
record ReportedElsewhere(String code, @Nullable Severity echange, @Nullable Severity publication)
    implements Rule {
  @Override
  public boolean canBeOff() {
    return echange != Severity.ERROR;
  }

  @Override
  public @Nullable Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? echange : publication;
  }
}
