package org.collporterre.check;

import java.util.List;
import org.collporterre.geo.BoundingBox;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Place;
import org.collporterre.model.Territory;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A position in France that is not in the department of the place's municipality. */
final class CoordinatesOutsideDepartment implements PlaceRule {
  @Override
  public String code() {
    return "coordinates-outside-department";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    Gazetteer gazetteer = context.gazetteer();
    Double latitude = place.latitude();
    Double longitude = place.longitude();
    if (latitude == null || longitude == null || !place.isLocated()) {
      return;
    }
    Commune commune = PlaceRule.commune(gazetteer, place);
    if (commune == null) {
      return;
    }
    List<BoundingBox> boxes = gazetteer.department(commune.department());
    if (boxes.isEmpty() || Positions.isIn(boxes, longitude, latitude)) {
      return;
    }
    // What is not in France at all is said by another rule.
    List<BoundingBox> country = gazetteer.country("FR");
    if (country.isEmpty() || Positions.isIn(country, longitude, latitude)) {
      context
          .finding(this, row)
          .place(number, "latitude", latitude)
          .value(Positions.text(latitude, longitude))
          .expected(name(gazetteer, commune.department()))
          .report();
    }
  }

  private static String name(Gazetteer gazetteer, String department) {
    Territory territory = Territory.parse("dep:" + department);
    String name = territory == null ? null : gazetteer.name(territory);
    return name == null ? department : name + " (" + department + ")";
  }
}
