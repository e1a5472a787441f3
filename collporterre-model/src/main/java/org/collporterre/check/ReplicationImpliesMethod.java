package org.collporterre.check;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * An initiative that replicates another one which has methodologies, written from it or applied by
 * it, and says of none that it applies it: those are proposed. Methodologies of other datasets and
 * those that are not published are not. Memory: see {@link References}, and at the end 16 bytes per
 * reference to a methodology.
 */
final class ReplicationImpliesMethod implements Rule {
  /** How many methodologies an initiative may apply. */
  private static final int MOST = 20;

  @Override
  public String code() {
    return "replication-implies-method";
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
          RecordPairs applied = new RecordPairs();
          references.each("applique", edge -> applied.add(edge.source(), edge.target()));
          references.each(
              "replique_de", edge -> look(context, references.facts(), edge, documented, applied));
        });
  }

  private void look(
      CheckContext context,
      RecordFacts facts,
      References.Edge edge,
      RecordPairs documented,
      RecordPairs applied) {
    if (!edge.isResolved() || edge.isRepeated() || facts.applies(edge.source())) {
      return;
    }
    String methods =
        IntStream.concat(documented.of(edge.target()), applied.of(edge.target()))
            .distinct()
            .filter(number -> !facts.isHidden(number))
            .filter(number -> !documented.contains(edge.source(), number))
            .limit(MOST)
            .mapToObj(context.entries()::id)
            .collect(Collectors.joining("|"));
    if (!methods.isEmpty()) {
      context.finding(this, edge).expected(methods).fix(Fix.unsafe("applique", methods)).report();
    }
  }
}
