package org.collporterre.check;

import java.time.LocalDate;
import org.collporterre.model.Consent;
import org.collporterre.model.Entry;
import org.collporterre.model.Portrait;
import org.collporterre.model.Sheet;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Days in an order that cannot be: made after changed, changed in the future, met after told,
 * consent after publication or expired before given.
 */
final class DatesOrder implements RecordRule {
  @Override
  public String code() {
    return "dates-order";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    // A day of grace, for writers ahead of the checker's time zone.
    LocalDate tomorrow = context.today().plusDays(1);
    return row -> {
      Sheet sheet = row.value().sheet();
      if (isAfter(sheet.createdOn(), sheet.modifiedOn())) {
        report(context, row, "date_maj", "≥ " + sheet.createdOn());
      }
      if (isAfter(sheet.modifiedOn(), tomorrow)) {
        report(context, row, "date_maj", "≤ " + tomorrow);
      }
      if (isAfter(sheet.verifiedOn(), tomorrow)) {
        report(context, row, "verifie_le", "≤ " + tomorrow);
      }
      if (row.value() instanceof Portrait portrait) {
        portrait(context, row, portrait);
      }
    };
  }

  private void portrait(CheckContext context, Located<? extends Entry> row, Portrait portrait) {
    LocalDate published = portrait.publishedOn();
    Consent consent = portrait.consent();
    if (portrait.interviewDate() != null
        && isAfter(portrait.interviewDate().earliest(), published)) {
      report(context, row, "date_publication", "≥ " + portrait.interviewDate());
    }
    if (isAfter(consent.date(), published)) {
      report(context, row, "consentement_le", "≤ " + published);
    }
    if (isAfter(consent.date(), consent.expiry())) {
      report(context, row, "consentement_expire", "> consentement_le");
    }
  }

  private void report(
      CheckContext context, Located<? extends Entry> row, String field, String expected) {
    context.finding(this, row).field(field).expected(expected).report();
  }

  private static boolean isAfter(@Nullable LocalDate day, @Nullable LocalDate other) {
    return day != null && other != null && day.isAfter(other);
  }
}
