package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.model.Territory;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** The name of a territory that has a code; the largest of the name is meant, if only one is. */
final class TerritoryFreeText implements TerritoryRule {
  @Override
  public String code() {
    return "territory-free-text";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.WARNING;
  }

  @Override
  public void territory(
      CheckContext context, Located<? extends Entry> row, Territory territory, boolean alone) {
    if (territory.kind() != Territory.Kind.LIBRE) {
      return;
    }
    List<Territory> named = context.gazetteer().territories(territory.code());
    boolean clear =
        named.size() == 1 || named.size() > 1 && named.get(0).kind() != named.get(1).kind();
    if (clear) {
      String code = named.get(0).toString();
      context
          .finding(this, row)
          .field(FIELD)
          .value(territory.toString())
          .expected(code)
          .fix(alone ? Fix.unsafe(FIELD, code) : null)
          .report();
    }
  }
}
