package org.collporterre.check;

import org.collporterre.geo.Commune;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.PositionPrecision;

/** A position too far from the place's municipality, of a gazetteer that knows where those are. */
final class CoordinatesVsCommune implements PlaceRule {
  private static final double ALWAYS_NEAR = 3;
  private static final double TOLERANCE = 1.5;

  @Override
  public String code() {
    return "coordinates-vs-commune";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    Double latitude = place.latitude();
    Double longitude = place.longitude();
    Commune commune = PlaceRule.commune(context.gazetteer(), place);
    Commune.Centre centre = commune == null ? null : commune.centre();
    if (latitude == null
        || longitude == null
        || !place.isLocated()
        || place.precision() == PositionPrecision.TERRITORY
        || commune == null
        || centre == null) {
      return;
    }
    double distance =
        Positions.distance(latitude, longitude, centre.latitude(), centre.longitude());
    if (distance > Math.max(ALWAYS_NEAR, centre.radius() * TOLERANCE)) {
      context
          .finding(this, row)
          .place(number, "latitude", latitude)
          .value(Positions.text(latitude, longitude))
          .expected(commune.name() + " (" + commune.code() + ")")
          .report();
    }
  }
}
