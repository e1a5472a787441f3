package org.collporterre.check;

import java.util.BitSet;
import org.collporterre.model.Entry;
import org.collporterre.model.Methodology;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.DocumentationStatus;

/**
 * A methodology that calls itself proven although no initiative applies it, but for those it was
 * written from. Memory: see {@link References}, and 14 bytes per proven methodology.
 */
final class StatusRegression implements Rule {
  private static final String FIELD = "etat_documentation";

  @Override
  public String code() {
    return "status-regression";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    RecordPlaces proven = new RecordPlaces();
    return new Check() {
      @Override
      public void entry(Located<? extends Entry> row) {
        if (row.value() instanceof Methodology methodology
            && methodology.documentationStatus() == DocumentationStatus.PROVEN
            && context.entries().duplicateOf() < 0) {
          proven.add(context.entries().size() - 1, row.origin().field(FIELD));
        }
      }

      @Override
      public void end() {
        BitSet applied = applied(references);
        proven.each(
            (number, place) -> {
              if (!applied.get(number)) {
                report(context, number, place);
              }
            });
      }
    };
  }

  private void report(CheckContext context, int number, Location place) {
    String lesser = DocumentationStatus.COMPLETE.code();
    context
        .finding(this, place, context.entries().type(number), context.entries().id(number))
        .field(FIELD)
        .value(DocumentationStatus.PROVEN.code())
        .expected(lesser)
        .fix(Fix.unsafe(FIELD, lesser))
        .report();
  }

  private static BitSet applied(References references) {
    RecordPairs documented = RecordPairs.documented(references);
    BitSet applied = new BitSet();
    references.each(
        "applique",
        edge -> {
          if (edge.isResolved() && !documented.contains(edge.source(), edge.target())) {
            applied.set(edge.target());
          }
        });
    return applied;
  }
}
