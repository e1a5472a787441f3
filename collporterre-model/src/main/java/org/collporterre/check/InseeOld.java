package org.collporterre.check;

import org.collporterre.geo.Commune;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** The INSEE code of a former municipality; that of the one it is part of today is proposed. */
final class InseeOld implements PlaceRule {
  @Override
  public String code() {
    return "insee-old";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    String insee = place.insee();
    Commune commune = insee == null ? null : context.gazetteer().commune(insee);
    if (commune != null && commune.isOld()) {
      context
          .finding(this, row)
          .place(number, "code_insee", insee)
          .expected(commune.today())
          .fix(Fix.unsafe("code_insee", commune.today()))
          .report();
    }
  }
}
