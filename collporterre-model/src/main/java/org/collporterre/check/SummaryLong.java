package org.collporterre.check;

import org.collporterre.model.LocalizedText;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A summary of more than 280 characters, which other platforms cut or refuse. */
final class SummaryLong implements RecordRule {
  private static final int LIMIT = 280;

  @Override
  public String code() {
    return "summary-long";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      LocalizedText summary = row.value().header().summary();
      if (summary != null && summary.text().codePointCount(0, summary.text().length()) > LIMIT) {
        context.finding(this, row).field("resume").expected("≤ " + LIMIT).report();
      }
    };
  }
}
