package org.collporterre.check;

import java.time.LocalDate;
import java.util.List;
import org.collporterre.model.Sheet;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.RecordStatus;
import org.jspecify.annotations.Nullable;

/**
 * A record that nobody has made sure of, or else changed, for many months before the day of the
 * run. What is archived may be old; a day that is missing or could not be read is another finding.
 */
final class Stale implements RecordRule {
  private static final RuleParameter MONTHS = new RuleParameter("months", 24, 1, 1200);

  @Override
  public String code() {
    return "stale";
  }

  @Override
  public @Nullable Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? null : Severity.WARNING;
  }

  @Override
  public List<RuleParameter> parameters() {
    return List.of(MONTHS);
  }

  @Override
  public Check start(CheckContext context) {
    LocalDate oldest = context.today().minusMonths(context.parameter(this, MONTHS.name()));
    return row -> {
      Sheet sheet = row.value().sheet();
      boolean verified = sheet.verifiedOn() != null;
      LocalDate day = verified ? sheet.verifiedOn() : sheet.modifiedOn();
      if (day != null
          && day.isBefore(oldest)
          && sheet.status() != RecordStatus.ARCHIVED
          && (verified || !row.origin().hasText("verifie_le"))) {
        context
            .finding(this, row)
            .field(verified ? "verifie_le" : "date_maj")
            .expected("≥ " + oldest)
            .report();
      }
    };
  }
}
