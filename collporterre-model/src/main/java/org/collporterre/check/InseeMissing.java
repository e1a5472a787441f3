package org.collporterre.check;

import java.util.Map;
import org.collporterre.geo.Commune;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** No INSEE code where name and postal code are those of one municipality only. */
final class InseeMissing implements PlaceRule {
  @Override
  public String code() {
    return "insee-missing";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.INFO;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    Commune commune = place.insee() == null ? PlaceRule.commune(context.gazetteer(), place) : null;
    if (commune != null) {
      context
          .finding(this, row)
          .place(number, "code_insee", null)
          .expected(commune.today())
          .fix(new Fix(!commune.isOld(), Map.of("code_insee", commune.today())))
          .report();
    }
  }
}
