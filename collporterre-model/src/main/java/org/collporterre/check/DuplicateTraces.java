package org.collporterre.check;

import java.util.List;
import java.util.Locale;
import org.collporterre.internal.ComparedTitle;
import org.collporterre.internal.PageAddress;
import org.collporterre.internal.TextHash;
import org.collporterre.internal.Texts;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of records to find those that describe the same thing. Memory: the titles, 10
 * bytes for each, and 14 for their sketches, 8 for each site, e-mail address, position, identifier
 * in a register and relation, 8 or 16 for each place: about 80 bytes for an initiative. Texts other
 * than titles are kept as hashes of 45 bits. Used by one thread.
 */
final class DuplicateTraces {
  private static final int MOST_VALUES = 8 * RecordValues.MOST_RECORDS;
  private static final int MOST_PLACES = 4;
  private static final int MOST_OTHER_TITLES = 3;
  private static final int LONGEST_TITLE = 200;
  private static final int TEXT_BITS = 18;

  /** The registers in which one thing has one identifier. */
  private static final List<String> REGISTERS = List.of("wikidata", "osm", "siret", "rna");

  private static final int REGISTER_SHIFT = 43;

  private final Texts titles = new Texts();

  /** Where titles are: the first of a record is its own, others are its other names. */
  private final RecordValues titlePlaces = new RecordValues();

  /** Of all titles; made beside what other threads do, not when all records have been read. */
  final TitleSketches sketches = new TitleSketches();

  private int size;

  /** The addresses of the records' own pages. */
  final RecordValues sites = new RecordValues();

  /** E-mail addresses, which no finding may show: they support what it says. */
  final RecordValues mailboxes = new RecordValues();

  /** Municipalities of initiatives, subjects of portraits, authors of methodologies. */
  final RecordValues groups = new RecordValues();

  /** Positions as precise as an address; see {@link PackedPositions}. */
  final RecordValues positions = new RecordValues();

  private final RecordValues links = new RecordValues();
  private final RecordValues externalIds = new RecordValues();
  private final EntryIndex entries;

  DuplicateTraces(EntryIndex entries) {
    this.entries = entries;
  }

  /** Returns how many records there are; they have the numbers below, as in the index. */
  int size() {
    return size;
  }

  /** Returns how many titles there are; they have the numbers below, those of a record in a row. */
  int titles() {
    return titlePlaces.size();
  }

  /** Tells whether no further record can be remembered. */
  boolean isFull() {
    return size >= RecordValues.MOST_RECORDS
        || titles()
                + sites.size()
                + mailboxes.size()
                + groups.size()
                + positions.size()
                + links.size()
                + externalIds.size()
            >= MOST_VALUES;
  }

  /** Remembers the record that the index met last. */
  void add(Entry entry) {
    int record = size++;
    title(record, titleOf(entry));
    List<String> others = entry.header().alternateTitles();
    for (int i = 0; i < Math.min(MOST_OTHER_TITLES, others.size()); i++) {
      title(record, others.get(i));
    }
    for (ExternalId id : entry.header().externalIds()) {
      int register = REGISTERS.indexOf(id.scheme());
      if (register >= 0) {
        externalIds.add(record, (long) register << REGISTER_SHIFT | TextHash.of(id.value()) >>> 21);
      }
    }
    String type = Schema.of(entry).name();
    site(record, type, PageAddress.of(entry));
    if (entry instanceof Initiative initiative) {
      String email = initiative.contactEmail();
      if (email != null && !email.isBlank()) {
        mailboxes.add(record, TextHash.of(email.strip().toLowerCase(Locale.ROOT)));
      }
      List<Place> places = initiative.locations();
      for (int i = 0; i < Math.min(MOST_PLACES, places.size()); i++) {
        place(record, places.get(i));
      }
      links(record, type, initiative.replicates());
      links(record, type, initiative.partOf());
    } else if (entry instanceof Portrait portrait) {
      group(record, type, portrait.subject().name());
    } else if (entry instanceof Methodology methodology) {
      methodology.authors().stream().limit(MOST_PLACES).forEach(one -> group(record, type, one));
      links(record, type, methodology.derivedFrom());
    }
  }

  /** A title or a subject's name may be missing in a record that a program made. */
  @SuppressWarnings({"ConstantConditions", "NullAway"})
  static String titleOf(Entry entry) {
    return entry.title() == null || entry.title().text() == null ? "" : entry.title().text();
  }

  @SuppressWarnings({"ConstantConditions", "NullAway"})
  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** Returns the title of a record, cut when it is very long. */
  String titleOf(int record) {
    return title(titlePlaces.start(record));
  }

  /** Returns the record that a title is of. */
  int recordOf(int title) {
    return titlePlaces.recordAt(title);
  }

  /** Tells whether a title is its record's own one, not another name. */
  boolean isOwn(int title) {
    return title == 0 || recordOf(title - 1) != recordOf(title);
  }

  /** Returns a title, cut when it is very long. */
  String title(int title) {
    long place = titlePlaces.value(title);
    return titles.get((place >>> TEXT_BITS) << 32 | place & (1 << TEXT_BITS) - 1);
  }

  /** Tells whether one of two records of a type refers to the other. */
  boolean areLinked(int record, int other) {
    return links.has(record, TextHash.of(entries.type(other) + ':' + entries.id(other)))
        || links.has(other, TextHash.of(entries.type(record) + ':' + entries.id(record)));
  }

  /** Tells whether two records refer to the same third one. */
  boolean areSiblings(int record, int other) {
    return links.shareOneBut(new long[0], record, other);
  }

  /** Tells whether a register has an identifier of each of two records, and no common one. */
  boolean haveOtherIds(int record, int other) {
    int end = externalIds.start(record + 1);
    int otherEnd = externalIds.start(other + 1);
    boolean differ = false;
    for (int i = externalIds.start(record); i < end; i++) {
      for (int j = externalIds.start(other); j < otherEnd; j++) {
        long value = externalIds.value(i);
        long otherValue = externalIds.value(j);
        if (value == otherValue) {
          return false;
        }
        differ |= value >>> REGISTER_SHIFT == otherValue >>> REGISTER_SHIFT;
      }
    }
    return differ;
  }

  private void title(int record, String title) {
    String kept = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    sketches.add(ComparedTitle.of(kept));
    long place = titles.add(kept);
    titlePlaces.add(record, (place >>> 32) << TEXT_BITS | (int) place);
  }

  private void site(int record, String type, @Nullable String address) {
    if (address != null && !address.isBlank()) {
      sites.add(record, PageAddress.hash(type, address));
    }
  }

  private void group(int record, String type, String name) {
    if (!isBlank(name)) {
      groups.add(record, TextHash.of(type + ':' + Folding.fold(name)));
    }
  }

  private void place(int record, Place place) {
    if (place.insee() != null) {
      groups.add(record, TextHash.of(place.insee()));
    }
    if (place.postcode() != null && place.locality() != null) {
      String country = place.country() == null ? "FR" : place.country();
      groups.add(
          record,
          TextHash.of(country + ' ' + place.postcode() + ' ' + Folding.fold(place.locality())));
    }
    if (place.latitude() != null && place.longitude() != null && PrecisionLie.mayBePrecise(place)) {
      positions.add(record, PackedPositions.pack(place.latitude(), place.longitude()));
    }
  }

  private void links(int record, String type, List<RecordRef> refs) {
    for (RecordRef ref : refs) {
      links.add(record, TextHash.of(type + ':' + ref.target()));
    }
  }
}
