package org.collporterre.check;

import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A position at 0/0, in the Gulf of Guinea: what geocoders write when they found nothing. */
final class CoordinatesNullIsland implements RecordRule {
  @Override
  public String code() {
    return "coordinates-null-island";
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
          Double latitude = place.latitude();
          Double longitude = place.longitude();
          if (latitude != null
              && longitude != null
              && Math.abs(latitude) < Place.NULL_ISLAND
              && Math.abs(longitude) < Place.NULL_ISLAND) {
            context.finding(this, row).place(i, "latitude", latitude).report();
          }
        }
      }
    };
  }
}
