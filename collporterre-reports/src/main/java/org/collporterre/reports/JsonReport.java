package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.Census;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Messages;
import org.collporterre.report.Severity;
import org.collporterre.reports.bound.JsonDocument;

/** A report for programs, see {@link JsonDocument}. */
final class JsonReport implements ReportRenderer {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    Messages french = Messages.in(Locale.FRENCH);
    Messages english = Messages.in(Locale.ENGLISH);
    List<Finding> findings = outcome.report().findings();
    List<String> fingerprints = outcome.fingerprints(findings);
    List<JsonDocument.Item> items = new ArrayList<>(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      items.add(
          item(
              finding,
              fingerprints.get(i),
              outcome.messages().text(finding),
              french.text(finding),
              english.text(finding)));
    }
    JsonText.write(
        new JsonDocument(outcome.version(), outcome.profile().label(), summary(outcome), items),
        out);
  }

  private static JsonDocument.Summary summary(CheckOutcome outcome) {
    Map<String, Integer> severities = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      severities.put(severity.label(), outcome.report().count(severity));
    }
    Census census = outcome.census();
    return new JsonDocument.Summary(
        census.byType(),
        census.located(),
        census.unlocated(),
        severities,
        outcome.report().byRule(),
        outcome.accepted());
  }

  private static JsonDocument.Item item(
      Finding finding, String fingerprint, String message, String french, String english) {
    Fix fix = finding.fix();
    String pointer = finding.location().pointer();
    return new JsonDocument.Item(
        finding.code(),
        finding.severity().label(),
        finding.profile().label(),
        finding.location().file(),
        finding.location().line(),
        finding.location().column(),
        pointer.isEmpty() ? null : pointer,
        finding.type(),
        finding.id(),
        finding.field(),
        finding.value(),
        finding.expected(),
        fix == null ? null : new JsonDocument.Correction(fix.safe(), fix.cells()),
        message,
        french,
        english,
        fingerprint);
  }
}
