package org.collporterre.check;

import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A latitude without a longitude, or the other way round. */
final class CoordinatesHalf implements RecordRule {
  @Override
  public String code() {
    return "coordinates-half";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Initiative initiative) {
        for (int i = 0; i < initiative.locations().size(); i++) {
          Place place = initiative.locations().get(i);
          String missing = place.latitude() == null ? "latitude" : "longitude";
          if ((place.latitude() == null) != (place.longitude() == null)
              && !(i == 0 && row.origin().hasText(missing))) {
            String present = place.latitude() == null ? "longitude" : "latitude";
            context
                .finding(this, row)
                .place(i, present, place.latitude() == null ? place.longitude() : place.latitude())
                .expected(missing)
                .report();
          }
        }
      }
    };
  }
}
