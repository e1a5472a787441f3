package org.collporterre.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Decimals;
import org.jspecify.annotations.Nullable;

/** A position given to less than the eleven centimetres that six decimals of a degree are. */
final class CoordinatesOverPrecise implements RecordRule {
  private static final double STEPS = 1e6;

  @Override
  public String code() {
    return "coordinates-over-precise";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.INFO;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Initiative initiative) {
        List<Place> places = initiative.locations();
        for (int i = 0; i < places.size(); i++) {
          Place place = places.get(i);
          boolean latitude = isOverPrecise(place.latitude());
          if (latitude || isOverPrecise(place.longitude())) {
            String key = latitude ? "latitude" : "longitude";
            Double found = latitude ? place.latitude() : place.longitude();
            context
                .finding(this, row)
                .place(i, key, found == null ? null : Decimals.write(found))
                .expected(found == null ? null : Decimals.write(rounded(found)))
                .fix(fix(row, place))
                .report();
          }
        }
      }
    };
  }

  private static boolean isOverPrecise(@Nullable Double degrees) {
    // A number with six decimals is the double nearest to a whole number divided by a million.
    return degrees != null && Math.abs(degrees) <= 180 && rounded(degrees) != degrees;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * STEPS) / STEPS;
  }

  /** Where a cell is not one plain number, nothing is proposed for it. */
  private static @Nullable Fix fix(Located<?> row, Place place) {
    Map<String, String> cells = new LinkedHashMap<>();
    round(row, "latitude", place.latitude(), cells);
    round(row, "longitude", place.longitude(), cells);
    return cells.isEmpty() ? null : new Fix(true, cells);
  }

  private static void round(
      Located<?> row, String key, @Nullable Double degrees, Map<String, String> cells) {
    if (degrees != null && isOverPrecise(degrees)) {
      String text = row.origin().text(key);
      if (text == null || Decimals.parse(text, '.') == degrees) {
        cells.put(key, Decimals.write(rounded(degrees)));
      }
    }
  }
}
