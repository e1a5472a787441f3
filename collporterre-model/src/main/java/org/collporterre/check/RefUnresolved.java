package org.collporterre.check;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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
    return Check.atEnd(
        () -> {
          Search search = new Search(context.entries());
          references.each(search::want);
          Proposals proposals = new Proposals(context, search.proposals());
          references.each(proposals::report);
        });
  }

  private static boolean isUnresolved(References.Edge edge) {
    return edge.target() < 0 && edge.otherType() == null;
  }

  private static EntryIndex.Wanted wanted(References.Edge edge) {
    return new EntryIndex.Wanted(edge.targetType(), edge.id());
  }

  /** Looks for what was meant by the first references, as long as that takes no time. */
  private static final class Search {
    private final EntryIndex entries;
    private final Set<EntryIndex.Wanted> wanted = new LinkedHashSet<>();
    private long effort;
    private int searched;

    Search(EntryIndex entries) {
      this.entries = entries;
    }

    void want(References.Edge edge) {
      if (effort <= MOST_COMPARISONS && isUnresolved(edge)) {
        wanted.add(wanted(edge));
        effort += entries.size();
        searched++;
      }
    }

    Found proposals() {
      return new Found(entries.nearest(wanted), searched);
    }
  }

  /** What was found for the first so many references. */
  private record Found(Map<EntryIndex.Wanted, String> nearest, int searched) {}

  private final class Proposals {
    private final CheckContext context;
    private final Found found;
    private int reported;

    Proposals(CheckContext context, Found found) {
      this.context = context;
      this.found = found;
    }

    void report(References.Edge edge) {
      if (!isUnresolved(edge)) {
        return;
      }
      boolean searched = reported++ < found.searched();
      String nearest = searched ? found.nearest().get(wanted(edge)) : null;
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
