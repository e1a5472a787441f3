package org.collporterre.check;

import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * A reference to a record of another type than the field refers to: an initiative that is said to
 * apply an initiative. Memory: see {@link References}.
 */
final class RefWrongType implements Rule {
  @Override
  public String code() {
    return "ref-wrong-type";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    return Check.atEnd(
        () ->
            references.each(
                edge -> {
                  if (edge.otherType() != null) {
                    context.finding(this, edge).expected(edge.targetType()).report();
                  }
                }));
  }
}
