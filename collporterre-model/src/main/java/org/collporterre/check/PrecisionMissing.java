package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * A position that does not say what it stands for: a door, a street, a municipality. As long as no
 * position says it, this is told once per file.
 */
final class PrecisionMissing implements Rule {
  /** The column that says it. */
  static final String FIELD = "precision_position";

  @Override
  public String code() {
    return "precision-missing";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return new Search(context);
  }

  private final class Search implements Check {
    private final CheckContext context;
    private final MissingColumns files = new MissingColumns();
    private boolean isUsed;

    Search(CheckContext context) {
      this.context = context;
    }

    @Override
    public void entry(Located<? extends Entry> row) {
      if (row.value() instanceof Initiative initiative) {
        List<Place> places = initiative.locations();
        for (int i = 0; i < places.size(); i++) {
          Place place = places.get(i);
          isUsed |= place.precision() != null;
          if (place.precision() == null
              && place.isLocated()
              && !(i == 0 && row.origin().hasText(FIELD))
              && (isUsed || files.isFirst(row))) {
            context
                .finding(PrecisionMissing.this, row)
                .place(i, FIELD, null)
                .expected("adresse|voie|commune|…")
                .report();
          }
        }
      }
    }
  }
}
