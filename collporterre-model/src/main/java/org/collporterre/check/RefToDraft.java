package org.collporterre.check;

import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * A reference to a draft or an archived record from one that is neither: who follows it finds
 * nothing, since such records are not published. Memory: see {@link References}.
 */
final class RefToDraft implements Rule {
  @Override
  public String code() {
    return "ref-to-draft";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    RecordFacts facts = references.facts();
    return Check.atEnd(
        () ->
            references.each(
                edge -> {
                  if (edge.isResolved()
                      && facts.isHidden(edge.target())
                      && !facts.isHidden(edge.source())) {
                    context.finding(this, edge).expected("publie").report();
                  }
                }));
  }
}
