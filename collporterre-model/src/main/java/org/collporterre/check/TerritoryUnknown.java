package org.collporterre.check;

import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Territory;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** The code of a French territory that does not exist today; that of a former one is replaced. */
final class TerritoryUnknown implements TerritoryRule {
  @Override
  public String code() {
    return "territory-unknown";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public void territory(
      CheckContext context, Located<? extends Entry> row, Territory territory, boolean alone) {
    boolean listed =
        switch (territory.kind()) {
          case COM, DEP, REG, EPCI -> true;
          case SIREN, ISO, MONDE, LIBRE -> false;
        };
    if (!listed || context.gazetteer().name(territory) != null) {
      return;
    }
    String today = today(context.gazetteer(), territory);
    context
        .finding(this, row)
        .field(FIELD)
        .value(territory.toString())
        .expected(today)
        .fix(today == null || !alone ? null : Fix.unsafe(FIELD, today))
        .report();
  }

  private static @Nullable String today(Gazetteer gazetteer, Territory territory) {
    Commune commune =
        territory.kind() == Territory.Kind.COM ? gazetteer.commune(territory.code()) : null;
    return commune == null ? null : "com:" + commune.today();
  }
}
