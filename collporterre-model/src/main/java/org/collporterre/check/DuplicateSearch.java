package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.collporterre.internal.ComparedTitle;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of records that seem to describe the same thing. Only records that share a page, an
 * e-mail address, a municipality (or subject, or author) or a square of {@value #SQUARE} metres are
 * compared: all of their titles with each other where they are at most {@value #ALL_PAIRS}, else
 * each with the {@value #WINDOW} next ones by title, read forwards and backwards. So time grows
 * with the number of records, not with its square. What it finds does not depend on the order of
 * the records; of a record that resembles many, see {@link StrongestPairs}.
 */
final class DuplicateSearch {
  /** A page that more records name is a portal, and an e-mail address that of an office. */
  static final int PORTAL = 3;

  /** A position that more records have is a failed look-up, or a house of associations. */
  static final int CROWD = 5;

  private static final int NEAR = 250;

  /** The titles of records so near need not be so similar: one of them may name the kind only. */
  private static final int CLOSE = 50;

  private static final int SIMILAR_WHEN_CLOSE = 70;
  static final int SQUARE = 520;

  /** Further apart than this, records of one municipality are not the same thing. */
  private static final int FAR = 2000;

  private static final int SIMILAR = 85;

  /** The titles of records that name the same page need not be so similar. */
  private static final int SIMILAR_ON_SITE = 60;

  /** Branches of one house share its e-mail address: it makes up for little. */
  private static final int SIMILAR_BY_MAIL = 82;

  private static final int SAINT_PENALTY = 10;
  private static final int SITE_STRENGTH = 20;
  private static final int ALL_PAIRS = 50;
  private static final int WINDOW = 20;

  /** What is done with a pair. */
  interface Pairs {
    /**
     * Takes a pair.
     *
     * @param rank the less, the stronger; see {@link StrongestPairs}
     */
    void pair(int earlier, int later, DuplicateEvidence evidence, long rank);
  }

  private final DuplicateTraces traces;
  private final EntryIndex entries;
  private final long[] portals;
  private final long[] offices;
  private final long[] crowds;
  private final int[] firstTitles;
  private final StrongestPairs found;

  /** The larger groups of records that were compared already. */
  private final FirstRecords groups = new FirstRecords();

  DuplicateSearch(DuplicateTraces traces, EntryIndex entries) {
    this(
        traces,
        entries,
        traces.sites.sharedByMoreThan(PORTAL),
        traces.mailboxes.sharedByMoreThan(PORTAL),
        traces.positions.sharedByMoreThan(CROWD));
  }

  /**
   * Prepares to look among some of many records.
   *
   * @param portals the sites that too many of all records have, sorted
   * @param offices the same of e-mail addresses
   * @param crowds the same of positions
   */
  DuplicateSearch(
      DuplicateTraces traces, EntryIndex entries, long[] portals, long[] offices, long[] crowds) {
    this.traces = traces;
    this.entries = entries;
    this.portals = portals;
    this.offices = offices;
    this.crowds = crowds;
    this.firstTitles = firstTitles(traces);
    this.found = new StrongestPairs(entries);
  }

  /** Gives each pair once, ordered by the later record, then by the earlier one. */
  void search(Pairs pairs) {
    blocks(traces.sites, PORTAL, SIMILAR_ON_SITE);
    blocks(traces.mailboxes, PORTAL, ComparedTitle.HOPELESS);
    blocks(traces.groups, Integer.MAX_VALUE, ComparedTitle.HOPELESS);
    for (int grid = 0; grid < PackedPositions.GRIDS; grid++) {
      blocks(cells(grid), Integer.MAX_VALUE, ComparedTitle.HOPELESS);
    }
    give(pairs);
  }

  /**
   * Compares all records as one block, those that share one value.
   *
   * @param site whether the value is a site
   */
  void searchBlock(boolean site, Pairs pairs) {
    int[] titles = new int[traces.titles()];
    Arrays.setAll(titles, title -> title);
    block(titles, site ? SIMILAR_ON_SITE : ComparedTitle.HOPELESS);
    give(pairs);
  }

  /** Returns of each record, and behind the last one, the number of its first title. */
  private static int[] firstTitles(DuplicateTraces traces) {
    int[] first = new int[traces.size() + 1];
    for (int title = 0; title < traces.titles(); title++) {
      first[traces.recordOf(title) + 1] = title + 1;
    }
    return first;
  }

  private void give(Pairs pairs) {
    int count = found.finish();
    for (int i = 0; i < count; i++) {
      DuplicateEvidence evidence = evidence(found.earlier(i), found.later(i));
      if (evidence != null) {
        pairs.pair(found.earlier(i), found.later(i), evidence, found.rank(i));
      }
    }
  }

  private RecordValues cells(int grid) {
    RecordValues positions = traces.positions;
    RecordValues cells = new RecordValues();
    for (int i = 0; i < positions.size(); i++) {
      cells.add(positions.recordAt(i), PackedPositions.cell(positions.value(i), SQUARE, grid));
    }
    return cells;
  }

  /**
   * Compares the records of each value, unless more than so many have it.
   *
   * @param hopeless the percentage of shared pairs of letters below which titles need no look
   */
  private void blocks(RecordValues values, int most, int hopeless) {
    long[] items = values.byValue();
    int[] titles = new int[64];
    for (int from = 0; from < items.length; ) {
      int to = from;
      int records = 0;
      int size = 0;
      while (to < items.length
          && RecordValues.valueOf(items[to]) == RecordValues.valueOf(items[from])) {
        if (to == from || items[to] != items[to - 1]) {
          records++;
          int record = RecordValues.recordOf(items[to]);
          for (int i = firstTitles[record]; i < firstTitles[record + 1]; i++) {
            titles = size == titles.length ? Arrays.copyOf(titles, size * 2) : titles;
            titles[size++] = i;
          }
        }
        to++;
      }
      if (records > 1 && records <= most && isNew(titles, size)) {
        block(Arrays.copyOf(titles, size), hopeless);
      }
      from = to;
    }
  }

  /** Codes, names and grids often bring the same records together: once is enough. */
  private boolean isNew(int[] titles, int size) {
    if (size < WINDOW) {
      return true;
    }
    long hash = size;
    for (int i = 0; i < size; i++) {
      hash = (hash ^ titles[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    int number = groups.size();
    return groups.putIfAbsent(hash, number) == number;
  }

  private void block(int[] numbers, int hopeless) {
    List<Titled> titles = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      titles.add(new Titled(number));
    }
    if (titles.size() <= ALL_PAIRS) {
      neighbours(titles, ALL_PAIRS, hopeless);
      return;
    }
    titles.sort(Comparator.comparing(Titled::forwards));
    neighbours(titles, WINDOW, hopeless);
    titles.sort(Comparator.comparing(Titled::backwards));
    neighbours(titles, WINDOW, hopeless);
  }

  private void neighbours(List<Titled> titles, int window, int hopeless) {
    for (int i = 0; i < titles.size(); i++) {
      Titled one = titles.get(i);
      for (int j = i + 1; j < titles.size() && j <= i + window; j++) {
        Titled two = titles.get(j);
        if (one.mayBeAbout(two) && traces.sketches.mayShare(one.number, two.number, hopeless)) {
          DuplicateEvidence evidence = judge(one, two);
          if (evidence != null) {
            int strength = evidence.similarity() + (evidence.site() ? SITE_STRENGTH : 0);
            found.add(one.record, two.record, strength);
          }
        }
      }
    }
  }

  /** The strongest evidence that titles of two records give. */
  private @Nullable DuplicateEvidence evidence(int a, int b) {
    DuplicateEvidence best = null;
    for (int i = firstTitles[a]; i < firstTitles[a + 1]; i++) {
      for (int j = firstTitles[b]; j < firstTitles[b + 1]; j++) {
        Titled one = new Titled(i);
        Titled two = new Titled(j);
        DuplicateEvidence evidence = one.mayBeAbout(two) ? judge(one, two) : null;
        if (evidence != null && (best == null || evidence.similarity() > best.similarity())) {
          best = evidence;
        }
      }
    }
    return best;
  }

  private @Nullable DuplicateEvidence judge(Titled one, Titled two) {
    int a = one.record;
    int b = two.record;
    boolean saint = one.title().differsInSaint(two.title());
    int similarity = one.title().similarity(two.title()) - (saint ? SAINT_PENALTY : 0);
    if (similarity < SIMILAR_ON_SITE || traces.areLinked(a, b) || traces.haveOtherIds(a, b)) {
      return null;
    }
    boolean site = traces.sites.shareOneBut(portals, a, b) && !traces.areSiblings(a, b);
    int metres = metres(a, b);
    if (!site && !isAlike(a, b, similarity, metres)) {
      return null;
    }
    boolean group = metres <= FAR && traces.groups.shareOneBut(new long[0], a, b);
    boolean near = metres >= 0 && metres <= NEAR;
    return site || near || group
        ? new DuplicateEvidence(site, similarity, metres, group ? groupCode(a) : "", saint)
        : null;
  }

  private boolean isAlike(int a, int b, int similarity, int metres) {
    return similarity >= SIMILAR
        || similarity >= SIMILAR_WHEN_CLOSE && metres >= 0 && metres <= CLOSE
        || similarity >= SIMILAR_BY_MAIL && traces.mailboxes.shareOneBut(offices, a, b);
  }

  /** The shortest way between places of two records, or −1. */
  private int metres(int a, int b) {
    RecordValues positions = traces.positions;
    int end = positions.start(a + 1);
    int otherEnd = positions.start(b + 1);
    double least = Double.MAX_VALUE;
    for (int i = positions.start(a); i < end; i++) {
      for (int j = positions.start(b); j < otherEnd; j++) {
        if (!isCrowded(positions.value(i)) && !isCrowded(positions.value(j))) {
          least = Math.min(least, PackedPositions.metres(positions.value(i), positions.value(j)));
        }
      }
    }
    return least == Double.MAX_VALUE ? -1 : (int) Math.round(least / 10) * 10;
  }

  private boolean isCrowded(long position) {
    return Arrays.binarySearch(crowds, position) >= 0;
  }

  private String groupCode(int record) {
    String type = entries.type(record);
    if (type.equals(Schema.of(Initiative.class).name())) {
      return "same-municipality";
    }
    return type.equals(Schema.of(Portrait.class).name()) ? "same-subject" : "same-author";
  }

  /** A title of a record, made ready when it is needed. */
  private final class Titled {
    private final int number;
    private final int record;
    private @Nullable ComparedTitle title;
    private @Nullable String forwards;
    private @Nullable String backwards;

    Titled(int number) {
      this.number = number;
      this.record = traces.recordOf(number);
    }

    ComparedTitle title() {
      if (title == null) {
        title = ComparedTitle.of(traces.title(number));
      }
      return title;
    }

    /** Of two records only one may be known by another name: an acronym is soon the same. */
    boolean mayBeAbout(Titled other) {
      return record != other.record && (traces.isOwn(number) || traces.isOwn(other.number));
    }

    /** The words, and the identifier, so that the order of equal ones is that of no file. */
    String forwards() {
      if (forwards == null) {
        forwards = title().words() + '\0' + entries.id(record);
      }
      return forwards;
    }

    String backwards() {
      if (backwards == null) {
        backwards =
            new StringBuilder(title().words()).reverse().toString() + '\0' + entries.id(record);
      }
      return backwards;
    }
  }
}
