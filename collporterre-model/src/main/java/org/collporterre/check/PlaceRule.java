package org.collporterre.check;

import java.util.List;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** A rule about each place of an initiative that asks the gazetteer; without one it is silent. */
interface PlaceRule extends RecordRule {
  /**
   * Looks at a place.
   *
   * @param number of the place in its initiative, from 0
   */
  void place(CheckContext context, Located<? extends Entry> row, int number, Place place);

  @Override
  default @Nullable Check start(CheckContext context) {
    if (context.gazetteer() == Gazetteer.none()) {
      return null;
    }
    return row -> {
      if (row.value() instanceof Initiative initiative) {
        List<Place> places = initiative.locations();
        for (int i = 0; i < places.size(); i++) {
          place(context, row, i, places.get(i));
        }
      }
    };
  }

  /** Tells whether a place is in France, as one without a country is. */
  static boolean isFrench(Place place) {
    return place.country() == null || place.country().equals("FR");
  }

  /**
   * Returns the municipality a French place is in: that of its INSEE code, or without one that of
   * its name and postal code; null when it cannot be told.
   */
  static @Nullable Commune commune(Gazetteer gazetteer, Place place) {
    String insee = place.insee();
    if (insee != null) {
      return gazetteer.commune(insee);
    }
    String name = place.locality();
    String postcode = place.postcode();
    return name == null || postcode == null || !isFrench(place)
        ? null
        : gazetteer.commune(name, postcode);
  }
}
