package org.collporterre.check;

import org.collporterre.constraint.VersionNumber;
import org.collporterre.model.Entry;
import org.collporterre.model.Methodology;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.DerivationKind;
import org.jspecify.annotations.Nullable;

/**
 * A methodology that is a new version of another and has no greater version. Where two datasets are
 * compared, {@link org.collporterre.update.UpdatePlan} reports what was changed under the same
 * version. Memory: see {@link References}, and 14 bytes per new version.
 */
final class VersionNotIncreased implements Rule {
  @Override
  public String code() {
    return "version-not-increased";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    RecordPlaces unpinned = new RecordPlaces();
    return new Check() {
      @Override
      public void entry(Located<? extends Entry> row) {
        if (row.value() instanceof Methodology methodology
            && methodology.derivationKind() == DerivationKind.NEW_VERSION
            && context.entries().duplicateOf() < 0) {
          look(context, row, methodology, unpinned);
        }
      }

      @Override
      public void end() {
        references.each("derive_de", edge -> look(context, edge, unpinned));
      }
    };
  }

  private void look(
      CheckContext context,
      Located<? extends Entry> row,
      Methodology methodology,
      RecordPlaces unpinned) {
    boolean waits = false;
    for (RecordRef ref : methodology.derivedFrom()) {
      String earlier = ref.version();
      waits |= earlier == null && ref.isLocal();
      if (isNotAfter(methodology.version(), earlier) && !ref.target().equals(methodology.id())) {
        context.finding(this, row).field("version").expected("> " + earlier).report();
      }
    }
    if (waits) {
      unpinned.add(context.entries().size() - 1, row.origin().field("version"));
    }
  }

  private void look(CheckContext context, References.Edge edge, RecordPlaces unpinned) {
    Location place = edge.version() == null ? unpinned.of(edge.source()) : null;
    if (place == null || !edge.isResolved() || edge.isRepeated()) {
      return;
    }
    RecordFacts facts = context.references().facts();
    String version = facts.version(edge.source());
    String earlier = facts.version(edge.target());
    if (isNotAfter(version, earlier)) {
      EntryIndex entries = context.entries();
      context
          .finding(this, place, entries.type(edge.source()), entries.id(edge.source()))
          .field("version")
          .value(version)
          .expected("> " + earlier)
          .report();
    }
  }

  private static boolean isNotAfter(@Nullable String version, @Nullable String earlier) {
    return version != null
        && earlier != null
        && VersionNumber.Validator.matches(version)
        && VersionNumber.Validator.compare(version, earlier) <= 0;
  }
}
