package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of records that seem to describe the same thing. Only records that share a page, a
 * municipality (or subject, or author) or a square of {@value #SQUARE} metres are compared: all of
 * them with each other where they are at most {@value #ALL_PAIRS}, else each with the {@value
 * #WINDOW} next ones by title, read forwards and backwards. So time grows with the number of
 * records, not with its square. What it finds does not depend on the order of the records, unless
 * more than {@value #MOST_NAMED} earlier ones resemble a record: those read first are then named.
 */
final class DuplicateSearch {
  /** A page that more records name is a portal. */
  static final int PORTAL = 3;

  /** A position that more records have is a failed look-up, or a house of associations. */
  static final int CROWD = 5;

  private static final int NEAR = 250;
  private static final int SQUARE = 520;

  /** Further apart than this, records of one municipality are not the same thing. */
  private static final int FAR = 2000;

  private static final int SIMILAR = 85;

  /** The titles of records that name the same page need not be so similar. */
  private static final int SIMILAR_ON_SITE = 60;

  private static final int SAINT_PENALTY = 10;
  private static final int ALL_PAIRS = 50;
  private static final int WINDOW = 20;

  /** How many earlier records are named at a later one: a hundred copies are not 4 950 findings. */
  private static final int MOST_NAMED = 5;

  /** What is done with a pair. */
  interface Pairs {
    void pair(int earlier, int later, DuplicateEvidence evidence);
  }

  private final DuplicateTraces traces;
  private final EntryIndex entries;
  private final long[] portals;
  private final long[] crowds;
  private long[] found = new long[16];
  private int size;

  DuplicateSearch(DuplicateTraces traces, EntryIndex entries) {
    this.traces = traces;
    this.entries = entries;
    this.portals = traces.sites.sharedByMoreThan(PORTAL);
    this.crowds = traces.positions.sharedByMoreThan(CROWD);
  }

  /**
   * Gives each pair once, at most {@value #MOST_NAMED} of a later record, ordered by the later
   * record, then by the earlier one.
   */
  void search(Pairs pairs) {
    blocks(traces.sites.byValue(), PORTAL);
    blocks(traces.groups.byValue(), Integer.MAX_VALUE);
    for (int grid = 0; grid < 4; grid++) {
      blocks(cells(grid), Integer.MAX_VALUE);
    }
    Arrays.sort(found, 0, size);
    int named = 0;
    for (int i = 0; i < size; i++) {
      int later = (int) (found[i] >>> 32);
      if (i == 0 || found[i] != found[i - 1]) {
        named = i == 0 || later != (int) (found[i - 1] >>> 32) ? 1 : named + 1;
        int earlier = (int) found[i];
        DuplicateEvidence evidence =
            named > MOST_NAMED ? null : judge(title(earlier), title(later));
        if (evidence != null) {
          pairs.pair(earlier, later, evidence);
        }
      }
    }
  }

  private long[] cells(int grid) {
    RecordValues cells = new RecordValues();
    for (int record = 0, i = 0; i < traces.positions.size(); i++) {
      while (i >= traces.positions.start(record + 1)) {
        record++;
      }
      cells.add(record, PackedPositions.cell(traces.positions.value(i), SQUARE, grid));
    }
    return cells.byValue();
  }

  /** Compares the records of each value, unless more than so many have it. */
  private void blocks(long[] items, int most) {
    int[] records = new int[64];
    for (int from = 0; from < items.length; ) {
      int to = from;
      int members = 0;
      while (to < items.length
          && RecordValues.valueOf(items[to]) == RecordValues.valueOf(items[from])) {
        if (to == from || items[to] != items[to - 1]) {
          records = members == records.length ? Arrays.copyOf(records, members * 2) : records;
          records[members++] = RecordValues.recordOf(items[to]);
        }
        to++;
      }
      if (members > 1 && members <= most) {
        block(records, members);
      }
      from = to;
    }
  }

  private void block(int[] records, int members) {
    List<Titled> titles = new ArrayList<>(members);
    for (int i = 0; i < members; i++) {
      titles.add(title(records[i]));
    }
    if (members <= ALL_PAIRS) {
      neighbours(titles, members);
      return;
    }
    Comparator<Titled> byId = Comparator.comparing(one -> entries.id(one.record));
    titles.sort(Comparator.<Titled, String>comparing(one -> one.title.words()).thenComparing(byId));
    neighbours(titles, WINDOW);
    titles.sort(Comparator.<Titled, String>comparing(Titled::backwards).thenComparing(byId));
    neighbours(titles, WINDOW);
  }

  private void neighbours(List<Titled> titles, int window) {
    for (int i = 0; i < titles.size(); i++) {
      for (int j = i + 1; j < titles.size() && j <= i + window; j++) {
        if (judge(titles.get(i), titles.get(j)) != null) {
          found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
          int a = titles.get(i).record;
          int b = titles.get(j).record;
          found[size++] = (long) Math.max(a, b) << 32 | Math.min(a, b);
        }
      }
    }
  }

  private @Nullable DuplicateEvidence judge(Titled one, Titled two) {
    int a = one.record;
    int b = two.record;
    boolean saint = one.title.differsInSaint(two.title);
    int similarity = one.title.similarity(two.title) - (saint ? SAINT_PENALTY : 0);
    if (similarity < SIMILAR_ON_SITE || traces.areLinked(a, b) || traces.haveOtherIds(a, b)) {
      return null;
    }
    boolean site = traces.sites.shareOneBut(portals, a, b) && !traces.areSiblings(a, b);
    boolean similar = similarity >= SIMILAR;
    if (!site && !similar) {
      return null;
    }
    int metres = metres(a, b);
    boolean group = metres <= FAR && traces.groups.shareOneBut(new long[0], a, b);
    boolean near = metres >= 0 && metres <= NEAR;
    return site || near || group
        ? new DuplicateEvidence(site, similarity, metres, group ? groupCode(a) : "", saint)
        : null;
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

  private Titled title(int record) {
    return new Titled(record, ComparedTitle.of(traces.title(record)));
  }

  /** A record with its title made ready. */
  private record Titled(int record, ComparedTitle title) {
    String backwards() {
      return new StringBuilder(title.words()).reverse().toString();
    }
  }
}
