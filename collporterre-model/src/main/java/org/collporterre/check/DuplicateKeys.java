package org.collporterre.check;

import java.util.LinkedHashSet;
import java.util.Set;
import org.collporterre.model.Entry;

/**
 * What records are compared by, to find those that describe the same thing, for programs that have
 * more records than one machine remembers: records of one key go to one {@link DuplicateBlock}.
 * Used by one thread.
 */
public final class DuplicateKeys {
  private static final int VALUE_BITS = Long.SIZE - Long.numberOfLeadingZeros(RecordValues.VALUES);

  /** Memory is taken in pieces, too large for a record alone. */
  private static final int RECORDS = 1000;

  /** What records have in common. */
  public enum Kind {
    /** The address of their own page. */
    SITE(DuplicateSearch.PORTAL),
    /** An e-mail address, which no finding may show. */
    MAILBOX(DuplicateSearch.PORTAL),
    /** A municipality, a subject or an author. */
    GROUP(Integer.MAX_VALUE),
    /** A square that their positions are in; there are four grids of such squares. */
    SQUARE(Integer.MAX_VALUE),
    /** The same position: it is counted only, and brings no records together. */
    POSITION(DuplicateSearch.CROWD);

    private final int most;

    Kind(int most) {
      this.most = most;
    }

    /** Returns by how many records at most a key says something of them; more are a crowd. */
    public int most() {
      return most;
    }

    /** Tells whether records of one such key are compared with each other. */
    public boolean isBlock() {
      return this != POSITION;
    }
  }

  /**
   * A key. Texts are in it as hashes.
   *
   * @param kind what records have in common
   * @param value which one
   */
  public record Key(Kind kind, long value) {}

  private DuplicateTraces traces = new DuplicateTraces(new EntryIndex());

  /** Begins to make keys. */
  public DuplicateKeys() {}

  /** Returns the keys of a record, each once. */
  public Set<Key> of(Entry entry) {
    if (traces.size() == RECORDS) {
      traces = new DuplicateTraces(new EntryIndex());
    }
    int record = traces.size();
    traces.add(entry);
    Set<Key> keys = new LinkedHashSet<>();
    add(keys, Kind.SITE, traces.sites, record);
    add(keys, Kind.MAILBOX, traces.mailboxes, record);
    add(keys, Kind.GROUP, traces.groups, record);
    add(keys, Kind.POSITION, traces.positions, record);
    for (int i = traces.positions.start(record); i < traces.positions.size(); i++) {
      for (int grid = 0; grid < PackedPositions.GRIDS; grid++) {
        long cell = PackedPositions.cell(traces.positions.value(i), DuplicateSearch.SQUARE, grid);
        keys.add(new Key(Kind.SQUARE, (long) grid << VALUE_BITS | cell & RecordValues.VALUES));
      }
    }
    return keys;
  }

  private static void add(Set<Key> keys, Kind kind, RecordValues values, int record) {
    for (int i = values.start(record); i < values.size(); i++) {
      keys.add(new Key(kind, values.value(i)));
    }
  }
}
