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
          boolean north = place.latitude() != null;
          String missing = north ? "longitude" : "latitude";
          if (north != (place.longitude() != null) && !(i == 0 && row.origin().hasText(missing))) {
            context
                .finding(this, row)
                .place(
                    i,
                    north ? "latitude" : "longitude",
                    north ? place.latitude() : place.longitude())
                .expected(missing)
                .report();
          }
        }
      }
    };
  }
}
