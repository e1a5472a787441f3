package org.collporterre.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;

/** A dataset with a million errors makes a bounded report, in every form. */
class LargeReportTest {
  private static final int ERRORS = 1_000_000;
  private static final int RULES = 25;

  /** With the longest value, and both sentences of JSON, a finding takes less than this. */
  private static final int BYTES_PER_FINDING = 2_000;

  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) {
      bytes += length;
    }
  }

  @Test
  void a_million_errors_make_a_report_of_ten_thousand() throws IOException {
    Report report = Report.keeping(1_000, 10_000);
    for (int i = 0; i < ERRORS; i++) {
      report.report(
          new Finding(
              "rule-" + i % RULES,
              Severity.ERROR,
              Profile.ECHANGE,
              new Location("initiatives.csv", i + 2, 1),
              "initiative",
              "i" + i,
              "titre",
              "v".repeat(100),
              null,
              null));
    }
    assertThat(report.count(Severity.ERROR)).isEqualTo(ERRORS);
    assertThat(report.findings()).hasSize(10_000);
    CheckOutcome outcome = Outcomes.of(report, Locale.FRENCH);
    for (ReportRenderer form : Reports.all()) {
      Counting out = new Counting();
      form.render(outcome, out);
      assertThat(out.bytes).as(form.name()).isBetween(1_000L, 10_000L * BYTES_PER_FINDING);
    }
  }
}
