package org.collporterre.check;

import java.util.function.Consumer;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * A reference to an identifier that no record has; the nearest one of the type meant is proposed.
 * That of another type is {@link RefWrongType}. References to other datasets are not looked up.
 * Memory: see {@link References}. Time: for the nearest, some ten million identifiers are compared
 * at most, a second or two; further references get no proposal.
 */
final class RefUnresolved implements Rule {
  private static final int MOST_COMPARISONS = 10_000_000;

  @Override
  public String code() {
    return "ref-unresolved";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    return Check.atEnd(() -> references.each(new Search(context)));
  }

  /** Looks for what was meant, as long as that takes no time. */
  private final class Search implements Consumer<References.Edge> {
    private final CheckContext context;
    private long effort;

    Search(CheckContext context) {
      this.context = context;
    }

    @Override
    public void accept(References.Edge edge) {
      if (edge.target() >= 0 || edge.otherType() != null) {
        return;
      }
      boolean searched = effort <= MOST_COMPARISONS;
      effort += context.entries().size();
      String nearest = searched ? context.entries().nearest(edge.targetType(), edge.id()) : null;
      context
          .finding(RefUnresolved.this, edge)
          .expected(nearest == null ? edge.targetType() : nearest)
          .fix(nearest == null || !edge.isAlone() ? null : fix(edge, nearest))
          .report();
    }

    private static Fix fix(References.Edge edge, String nearest) {
      String cell = edge.version() == null ? nearest : nearest + "@" + edge.version();
      return Fix.unsafe(edge.field().key(), cell);
    }
  }
}
