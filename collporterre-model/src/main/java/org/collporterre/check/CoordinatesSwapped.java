package org.collporterre.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.collporterre.geo.BoundingBox;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Decimals;

/** A position in metropolitan France written longitude first. */
final class CoordinatesSwapped implements RecordRule {
  private static final BoundingBox METROPOLITAN_FRANCE = new BoundingBox(-6, 41, 10, 52);

  @Override
  public String code() {
    return "coordinates-swapped";
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
          if (latitude != null && longitude != null && isSwapped(place)) {
            context
                .finding(this, row)
                .place(i, "latitude", latitude)
                .expected("[41, 52]")
                .fix(swap(latitude, longitude))
                .report();
          }
        }
      }
    };
  }

  /**
   * Tells whether a French place's position would be in metropolitan France the other way round.
   */
  static boolean isSwapped(Place place) {
    Double latitude = place.latitude();
    Double longitude = place.longitude();
    return PlaceRule.isFrench(place)
        && latitude != null
        && longitude != null
        && METROPOLITAN_FRANCE.contains(latitude, longitude);
  }

  private static Fix swap(double latitude, double longitude) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("latitude", Decimals.write(longitude));
    cells.put("longitude", Decimals.write(latitude));
    return new Fix(false, cells);
  }
}
