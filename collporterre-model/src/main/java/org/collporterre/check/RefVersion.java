package org.collporterre.check;

import org.collporterre.constraint.VersionNumber;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a version of a methodology that is not the current one, be it an earlier one or
 * one that does not exist yet. What a methodology was derived from in the past stays true, so that
 * no correction is proposed there. Memory: see {@link References}.
 */
final class RefVersion implements Rule {
  @Override
  public String code() {
    return "ref-version";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    return Check.atEnd(() -> references.each(edge -> look(context, references.facts(), edge)));
  }

  private void look(CheckContext context, RecordFacts facts, References.Edge edge) {
    String pinned = edge.version();
    String current = edge.isResolved() ? facts.version(edge.target()) : null;
    if (pinned == null || current == null) {
      return;
    }
    int order = VersionNumber.Validator.compare(pinned, current);
    if (order != 0) {
      context
          .finding(this, edge)
          .value(edge.id() + "@" + pinned)
          .expected(current)
          .fix(fix(edge, current, order < 0))
          .report();
    }
  }

  private static @Nullable Fix fix(References.Edge edge, String current, boolean isEarlier) {
    String field = edge.field().key();
    return !edge.isAlone() || isEarlier && field.equals("derive_de")
        ? null
        : Fix.unsafe(field, edge.id() + "@" + current);
  }
}
