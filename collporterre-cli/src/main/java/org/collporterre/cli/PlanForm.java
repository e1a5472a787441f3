package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.collporterre.reports.JsonText;
import org.collporterre.update.UpdatePlan;

/** How it is told what changes. */
enum PlanForm {
  TEXT,
  JSON,
  MARKDOWN;

  /** Prints a plan in this form. */
  void print(UpdatePlan plan, Session session, PrintStream out) throws IOException {
    PlanReport report = new PlanReport(session.phrases(), plan);
    switch (this) {
      case TEXT -> report.text(out);
      case MARKDOWN -> report.markdown(out);
      case JSON -> JsonText.write(PlanJson.of(Collporterre.Version.number(), plan), out);
    }
  }
}
