package org.collporterre.check;

import org.collporterre.internal.PageAddress;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** The address of a record's own page with parameters that only follow who clicks on it. */
final class LinkTracker implements RecordRule {
  @Override
  public String code() {
    return "link-tracker";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      String page = PageAddress.of(row.value());
      String plain = page == null ? null : PageAddress.withoutTrackers(page);
      if (plain != null && !plain.equals(page)) {
        String field = PageAddress.field(row.value());
        context
            .finding(this, row)
            .field(field)
            .expected(plain)
            .fix(Fix.safe(field, plain))
            .report();
      }
    };
  }
}
