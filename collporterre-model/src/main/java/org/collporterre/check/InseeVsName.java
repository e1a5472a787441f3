package org.collporterre.check;

import org.collporterre.geo.Commune;
import org.collporterre.geo.CommuneNames;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The name of one municipality with the INSEE code of another; the code of the name is proposed
 * when the postal code or the department tells which it is.
 */
final class InseeVsName implements PlaceRule {
  @Override
  public String code() {
    return "insee-vs-name";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    Gazetteer gazetteer = context.gazetteer();
    String insee = place.insee();
    String name = place.locality();
    Commune commune = insee == null ? null : gazetteer.commune(insee);
    if (name == null || commune == null || isNameOf(gazetteer, commune, name)) {
      return;
    }
    String right = code(gazetteer, name, place.postcode(), commune.department());
    if (right == null && CommuneNames.isPart(name, commune.name())) {
      return;
    }
    context
        .finding(this, row)
        .place(number, "commune", name)
        .expected(commune.name() + " (" + commune.code() + ")")
        .fix(right == null ? null : Fix.unsafe("code_insee", right))
        .report();
  }

  /** The parts of a municipality, and the city of a district, may give their names. */
  private static boolean isNameOf(Gazetteer gazetteer, Commune commune, String name) {
    return commune.name().isEmpty()
        || CommuneNames.areAlike(commune.name(), name)
        || CommuneNames.fold(name).isEmpty()
        || gazetteer.named(name).stream()
            .anyMatch(namesake -> namesake.today().equals(commune.today()));
  }

  private static @Nullable String code(
      Gazetteer gazetteer, String name, @Nullable String postcode, String department) {
    Commune right = postcode == null ? null : gazetteer.commune(name, postcode);
    right = right == null ? gazetteer.communeIn(department, name) : right;
    return right == null ? null : right.today();
  }
}
