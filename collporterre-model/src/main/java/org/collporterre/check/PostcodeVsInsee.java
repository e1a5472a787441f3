package org.collporterre.check;

import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A postal code that is not the municipality's. The beginning of a code says nothing. */
final class PostcodeVsInsee implements PlaceRule {
  @Override
  public String code() {
    return "postcode-vs-insee";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    Gazetteer gazetteer = context.gazetteer();
    String postcode = place.postcode();
    Commune commune = place.insee() == null ? null : gazetteer.commune(place.insee());
    if (postcode != null
        && commune != null
        && !commune.postcodes().isEmpty()
        && !commune.postcodes().contains(postcode)
        && isOfOthers(gazetteer, commune, postcode)) {
      context
          .finding(this, row)
          .place(number, "code_postal", postcode)
          .expected(String.join(" ", commune.postcodes()))
          .report();
    }
  }

  /** A code that nobody has is a company's (Cedex), or said to be unknown by another rule. */
  private static boolean isOfOthers(Gazetteer gazetteer, Commune commune, String postcode) {
    var having = gazetteer.withPostcode(postcode);
    return !having.isEmpty()
        && having.stream().noneMatch(other -> other.today().equals(commune.today()));
  }
}
