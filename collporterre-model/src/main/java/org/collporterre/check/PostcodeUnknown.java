package org.collporterre.check;

import java.util.Locale;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A postal code in France that no municipality has; those of companies (Cedex) are not known. */
final class PostcodeUnknown implements PlaceRule {
  @Override
  public String code() {
    return "postcode-unknown";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.INFO;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    String postcode = place.postcode();
    String name = place.locality();
    boolean company = name != null && name.toLowerCase(Locale.ROOT).contains("cedex");
    if (postcode != null
        && !company
        && PlaceRule.isFrench(place)
        && PostcodeMalformed.isFiveDigits(postcode)
        && context.gazetteer().withPostcode(postcode).isEmpty()) {
      context.finding(this, row).place(number, "code_postal", postcode).report();
    }
  }
}
