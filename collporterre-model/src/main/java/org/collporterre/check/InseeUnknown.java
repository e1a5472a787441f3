package org.collporterre.check;

import org.collporterre.constraint.Insee;
import org.collporterre.geo.Commune;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** An INSEE code of the right form that no municipality has or had. */
final class InseeUnknown implements PlaceRule {
  @Override
  public String code() {
    return "insee-unknown";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    String insee = place.insee();
    if (insee == null
        || !Insee.Validator.matches(insee)
        || context.gazetteer().commune(insee) != null) {
      return;
    }
    String name = place.locality();
    String postcode = place.postcode();
    Commune right =
        name == null || postcode == null ? null : context.gazetteer().commune(name, postcode);
    context
        .finding(this, row)
        .place(number, "code_insee", insee)
        .expected(right == null ? null : right.today())
        .fix(right == null ? null : Fix.unsafe("code_insee", right.today()))
        .report();
  }
}
