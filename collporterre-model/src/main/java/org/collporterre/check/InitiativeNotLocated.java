package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** An initiative with no territory, municipality, INSEE code or position. */
final class InitiativeNotLocated implements RecordRule {
  @Override
  public String code() {
    return "initiative-not-located";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Initiative initiative
          && initiative.territories().isEmpty()
          && !isSomewhere(initiative.locations())) {
        context
            .finding(this, row)
            .expected("territoires | commune | code_insee | latitude, longitude")
            .report();
      }
    };
  }

  private static boolean isSomewhere(List<Place> places) {
    for (int i = 0; i < places.size(); i++) {
      if (isSomewhere(places.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSomewhere(Place place) {
    return place.insee() != null
        || place.locality() != null && place.postcode() != null
        || place.latitude() != null && place.longitude() != null;
  }
}
