package org.collporterre.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.Methodology;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.DerivationKind;

/**
 * A methodology made from another that does not say what was changed, or whose original does not
 * say who wrote it: licences ask for both. Not where only ideas were taken up, and not where the
 * original is in the public domain. A table without the column {@code modifications} gets one
 * finding. Memory: see {@link References}, and 14 bytes per derived methodology that says no
 * changes.
 */
final class AttributionMissing implements Rule {
  private static final String CHANGES = "modifications";

  @Override
  public String code() {
    return "attribution-missing";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    Silent silent = new Silent(context);
    return new Check() {
      @Override
      public void entry(Located<? extends Entry> row) {
        if (row.value() instanceof Methodology methodology
            && !methodology.derivedFrom().isEmpty()
            && methodology.derivationKind() != DerivationKind.INSPIRATION
            && methodology.changes() == null
            && !row.origin().hasText(CHANGES)
            && context.entries().duplicateOf() < 0) {
          silent.add(row, methodology);
        }
      }

      @Override
      public void end() {
        references.eachCell("derive_de", silent::look);
        references.each("derive_de", edge -> authors(context, silent.licences, edge));
      }
    };
  }

  /** The derived methodologies that do not say what was changed. */
  private final class Silent {
    private final CheckContext context;
    private final RecordLicences licences;
    private final RecordPlaces places = new RecordPlaces();
    private final RecordPlaces withoutColumn = new RecordPlaces();
    private final Set<String> said = new HashSet<>();

    Silent(CheckContext context) {
      this.context = context;
      this.licences = new RecordLicences(context);
    }

    void add(Located<? extends Entry> row, Methodology methodology) {
      int number = context.entries().size() - 1;
      boolean column = row.origin().hasColumn(CHANGES);
      Location place = row.origin().field(CHANGES);
      if (methodology.derivedFrom().stream().allMatch(ref -> ref.isLocal())) {
        (column ? places : withoutColumn).add(number, place);
      } else if (column || said.add(place.file())) {
        report(place, number);
      }
    }

    void look(List<References.Edge> together) {
      References.Edge first = together.get(0);
      boolean free = first.isRepeated() || together.stream().allMatch(this::isPublic);
      Location place = free ? null : places.of(first.source());
      Location tablePlace = free ? null : withoutColumn.of(first.source());
      if (place != null) {
        report(place, first.source());
      } else if (tablePlace != null && said.add(tablePlace.file())) {
        report(tablePlace, first.source());
      }
    }

    private boolean isPublic(References.Edge edge) {
      return edge.isLoop()
          || edge.isResolved()
              && LicenseClass.of(licences.of(edge.target())) == LicenseClass.PUBLIC;
    }

    private void report(Location place, int number) {
      context
          .finding(
              AttributionMissing.this,
              place,
              context.entries().type(number),
              context.entries().id(number))
          .field(CHANGES)
          .expected(CHANGES)
          .report();
    }
  }

  private void authors(CheckContext context, RecordLicences licences, References.Edge edge) {
    RecordFacts facts = context.references().facts();
    if (edge.isResolved()
        && !edge.isRepeated()
        && facts.derivation(edge.source()) != DerivationKind.INSPIRATION
        && !facts.namesAuthors(edge.target())
        && LicenseClass.of(licences.of(edge.target())) != LicenseClass.PUBLIC) {
      context.finding(this, edge).expected("auteurs").report();
    }
  }
}
