package org.collporterre.check;

import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.LostBeginning;
import org.jspecify.annotations.Nullable;

/** A postal code in France that is not five digits. */
final class PostcodeMalformed implements RecordRule {
  @Override
  public String code() {
    return "postcode-malformed";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Initiative initiative) {
        for (int i = 0; i < initiative.locations().size(); i++) {
          Place place = initiative.locations().get(i);
          String code = place.postcode();
          if (PlaceRule.isFrench(place) && code != null && !isFiveDigits(code)) {
            context
                .finding(this, row)
                .place(i, "code_postal", code)
                .expected("29200")
                .fix(fix(code, place))
                .report();
          }
        }
      }
    };
  }

  private static @Nullable Fix fix(String code, Place place) {
    String whole = LostBeginning.ofPostcode(code, place.country());
    if (whole != null) {
      return Fix.safe("code_postal", whole);
    }
    return isFiveDigits("0" + code) ? Fix.unsafe("code_postal", "0" + code) : null;
  }

  /** Tells whether a code has the form of a French one; {@code 00000} stands for none. */
  static boolean isFiveDigits(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return code.length() == 5 && !code.equals("00000");
  }
}
