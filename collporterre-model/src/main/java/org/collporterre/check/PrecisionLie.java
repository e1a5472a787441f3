package org.collporterre.check;

import java.util.List;
import org.collporterre.internal.TextHash;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.PositionPrecision;

/**
 * Two initiatives at the very same point, said to be exact or that of an address, although nothing
 * says that they share one: a point that a search gives for all that it does not find. Where it is
 * not said what the point stands for, that is told as {@link #MISSING}, once per file as long as no
 * position says it. Those of one street address are in one house, and those of one title without
 * address may be one initiative told twice, which is another rule's. The later record is reported,
 * with the first one. Memory: 17 bytes per point, of which {@value #MOST_POINTS} are remembered.
 */
final class PrecisionLie implements Rule {
  /** The same of positions that do not say what they stand for. */
  static final Rule MISSING =
      new ReportedElsewhere("precision-missing", Severity.WARNING, Severity.WARNING);

  private static final String FIELD = "precision_position";
  private static final int MOST_POINTS = 1 << 20;

  @Override
  public String code() {
    return "precision-lie";
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

    /** With each point: a hash of what two records there may have in common. */
    private final FirstRecords first = new FirstRecords(Integer.BYTES);

    private final MissingColumns files = new MissingColumns();
    private boolean isUsed;

    Search(CheckContext context) {
      this.context = context;
    }

    @Override
    public void entry(Located<? extends Entry> row) {
      EntryIndex entries = context.entries();
      if (!(row.value() instanceof Initiative initiative) || entries.duplicateOf() >= 0) {
        return;
      }
      List<Place> places = initiative.locations();
      for (int i = 0; i < places.size(); i++) {
        isUsed |= places.get(i).precision() != null;
        if (mayBePrecise(places.get(i))) {
          compare(row, i, places.get(i), entries.size() - 1);
        }
      }
    }

    private void compare(Located<? extends Entry> row, int place, Place found, int record) {
      long point = point(found);
      if (first.size() >= MOST_POINTS && !first.has(point)) {
        return;
      }
      int other = first.putIfAbsent(point, record);
      int house = house(row.value(), found);
      if (other == record) {
        first.note(house);
      } else if (first.note() != house) {
        report(row, place, found, context.entries().id(other));
      }
    }

    private void report(Located<? extends Entry> row, int place, Place found, String first) {
      PositionPrecision precision = found.precision();
      boolean unread = place == 0 && precision == null && row.origin().hasText(FIELD);
      if (unread || precision == null && !isUsed && !files.isFirst(row)) {
        return;
      }
      boolean inTown = found.locality() != null || found.insee() != null;
      context
          .finding(precision == null ? MISSING : PrecisionLie.this, row)
          .place(place, FIELD, precision == null ? null : precision.code())
          .expected(first)
          .fix(inTown ? Fix.unsafe(FIELD, PositionPrecision.MUNICIPALITY.code()) : null)
          .report();
    }
  }

  /** Tells whether a place has a position that may be as precise as an address. */
  static boolean mayBePrecise(Place place) {
    PositionPrecision precision = place.precision();
    return place.isLocated()
        && (precision == null || precision.compareTo(PositionPrecision.ADDRESS) <= 0);
  }

  private static long point(Place place) {
    double latitude = place.latitude() == null ? 0 : place.latitude();
    double longitude = place.longitude() == null ? 0 : place.longitude();
    long bits = Double.doubleToLongBits(latitude) * 31;
    return TextHash.mixed(TextHash.mixed(bits) + Double.doubleToLongBits(longitude));
  }

  /** The letters and digits of the street, without one those of the title. */
  private static int house(Entry entry, Place place) {
    String street = place.street();
    String text = street != null ? street : DuplicateTraces.titleOf(entry);
    long hash = TextHash.START;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        hash = TextHash.add(hash, Character.toLowerCase(c));
      }
    }
    return (int) TextHash.mixed(hash);
  }
}
