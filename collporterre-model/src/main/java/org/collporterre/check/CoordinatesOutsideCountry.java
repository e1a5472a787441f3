package org.collporterre.check;

import java.util.List;
import org.collporterre.geo.BoundingBox;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A position that is in no part of the place's country. */
final class CoordinatesOutsideCountry implements PlaceRule {
  @Override
  public String code() {
    return "coordinates-outside-country";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    Double latitude = place.latitude();
    Double longitude = place.longitude();
    String country = place.country() == null ? "FR" : place.country();
    List<BoundingBox> boxes = context.gazetteer().country(country);
    if (latitude != null
        && longitude != null
        && place.isLocated()
        && !boxes.isEmpty()
        && !Positions.isIn(boxes, longitude, latitude)
        && !CoordinatesSwapped.isSwapped(place)) {
      context
          .finding(this, row)
          .place(number, "latitude", latitude)
          .value(Positions.text(latitude, longitude))
          .expected(country)
          .report();
    }
  }
}
