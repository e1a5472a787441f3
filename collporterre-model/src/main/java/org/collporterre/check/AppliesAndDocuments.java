package org.collporterre.check;

import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * An initiative that says it applies the methodology that was written from it: that nobody else
 * does yet. Memory: see {@link References}, and at the end 8 bytes per reference.
 */
final class AppliesAndDocuments implements Rule {
  @Override
  public String code() {
    return "applies-and-documents";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.INFO;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    return Check.atEnd(
        () -> {
          RecordPairs documented = RecordPairs.documented(references);
          references.each(
              "applique",
              edge -> {
                if (documented.contains(edge.source(), edge.target())) {
                  context.finding(this, edge).report();
                }
              });
        });
  }
}
