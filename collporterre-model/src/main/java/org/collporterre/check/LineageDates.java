package org.collporterre.check;

import java.time.LocalDate;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * A methodology that is older than the one it was made from. When it does not say when it was made,
 * the day of its last change counts, which cannot be earlier. Memory: see {@link References}.
 */
final class LineageDates implements Rule {
  @Override
  public String code() {
    return "lineage-dates";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    RecordFacts facts = references.facts();
    return Check.atEnd(
        () ->
            references.each(
                "derive_de",
                edge -> {
                  if (edge.isResolved() && !edge.isRepeated()) {
                    LocalDate parent = facts.created(edge.target());
                    LocalDate child = facts.known(edge.source());
                    if (parent != null && child != null && child.isBefore(parent)) {
                      context.finding(this, edge).expected(child + " ≥ " + parent).report();
                    }
                  }
                }));
  }
}
