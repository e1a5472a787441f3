package org.collporterre.check;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.report.Location;
import org.collporterre.schema.Schema;

/**
 * Records of one {@link DuplicateKeys.Key}, compared with each other as {@code probable-duplicate}
 * compares all. Who has compared the records of every key knows what that rule would find: a pair
 * keeps the least of its ranks, and is told when it is among the {@link #PAIRS_PER_RECORD} least of
 * either of its records. Memory: see {@link DuplicateTraces}. Used by one thread.
 */
public final class DuplicateBlock {
  /** Of how many pairs a record is told, the strongest ones, beside what others are told of it. */
  public static final int PAIRS_PER_RECORD = StrongestPairs.PER_RECORD;

  /** Takes the pairs of a block. */
  public interface Pairs {
    /**
     * Takes a pair.
     *
     * @param earlier the number of the record that was added first, from 0
     * @param later the number of the other, at which the finding is
     * @param rank the less, the stronger
     * @param value what the finding shows
     * @param evidence what it says to be expected
     */
    void pair(int earlier, int later, long rank, String value, String evidence);
  }

  private final DuplicateKeys.Kind kind;
  private final EntryIndex entries = new EntryIndex();
  private final DuplicateTraces traces = new DuplicateTraces(entries);
  private final Set<Long> portals = new TreeSet<>();
  private final Set<Long> offices = new TreeSet<>();
  private final Set<Long> crowds = new TreeSet<>();

  /** Begins a block of records that have something of a kind in common. */
  public DuplicateBlock(DuplicateKeys.Kind kind) {
    this.kind = kind;
  }

  /**
   * Adds a record, in the order of reading, none of whose identifier is there.
   *
   * @param crowded those of its keys that more records have than {@link DuplicateKeys.Kind#most()}
   * @return whether there was room for it: a block holds 131 072 records, and fewer where they have
   *     very many keys
   */
  public boolean add(Entry entry, Collection<DuplicateKeys.Key> crowded) {
    if (traces.isFull()) {
      return false;
    }
    entries.add(Schema.of(entry).name(), entry.id(), Location.startOf(""));
    traces.add(entry);
    for (DuplicateKeys.Key key : crowded) {
      switch (key.kind()) {
        case SITE -> portals.add(key.value());
        case MAILBOX -> offices.add(key.value());
        case POSITION -> crowds.add(key.value());
        default -> throw new IllegalArgumentException("never a crowd: " + key);
      }
    }
    return true;
  }

  /** Compares the records, when all have been added; gives each pair once. */
  public void search(Pairs pairs) {
    DuplicateSearch search =
        new DuplicateSearch(traces, entries, sorted(portals), sorted(offices), sorted(crowds));
    search.searchBlock(
        kind == DuplicateKeys.Kind.SITE,
        (earlier, later, evidence, rank) ->
            pairs.pair(
                earlier,
                later,
                rank,
                ProbableDuplicate.shown(entries, traces, earlier),
                evidence.toString()));
  }

  private static long[] sorted(Set<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
