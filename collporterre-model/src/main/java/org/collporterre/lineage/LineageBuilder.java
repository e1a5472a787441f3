package org.collporterre.lineage;

import java.util.Arrays;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * Takes records one by one, in any order, and says what comes from what. A record costs about 70
 * bytes beside its identifier and title, a reference 26. Used by one thread, for one lineage.
 */
public final class LineageBuilder {
  private final Records records = new Records();
  private @Nullable String license;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private byte[] kinds = new byte[64];
  private int[] pins = new int[64];
  private int edges;
  private int others;

  LineageBuilder() {}

  /**
   * Says the licence of records that name none.
   *
   * @param spdx the licence of the dataset, or null; holds for records that are added from now on
   */
  public LineageBuilder license(@Nullable String spdx) {
    this.license = spdx;
    return this;
  }

  /**
   * Adds a record. A portrait is only counted. Of several records of one type and identifier the
   * first counts; a record that names itself does not come from itself.
   */
  public LineageBuilder add(Entry entry) {
    if (entry instanceof Initiative initiative) {
      add(initiative);
    } else if (entry instanceof Methodology methodology) {
      add(methodology);
    } else {
      others++;
    }
    return this;
  }

  private void add(Initiative initiative) {
    int node = record(initiative, Records.INITIATIVE, initiative.territories());
    if (node < 0) {
      return;
    }
    records.initiative(node, initiative.scale());
    edges(node, EdgeKind.REPLICATES, Records.INITIATIVE, initiative.replicates());
    edges(node, EdgeKind.APPLIES, Records.METHODOLOGY, initiative.appliesMethodologies());
    edges(node, EdgeKind.MEMBER_OF, Records.INITIATIVE, initiative.partOf());
    for (RecordRef ref : initiative.methodologies()) {
      edge(target(Records.METHODOLOGY, ref), node, EdgeKind.DOCUMENTS, 0);
    }
  }

  private void add(Methodology methodology) {
    int node = record(methodology, Records.METHODOLOGY, methodology.adaptedFor());
    if (node < 0) {
      return;
    }
    records.methodology(node, methodology.version(), methodology.derivationKind());
    edges(node, EdgeKind.DERIVES, Records.METHODOLOGY, methodology.derivedFrom());
    edges(node, EdgeKind.DOCUMENTS, Records.INITIATIVE, methodology.documents());
  }

  private int record(Entry entry, String type, List<Territory> territories) {
    if (entry.id() == null) {
      return -1;
    }
    int node = records.named(type, entry.id(), false);
    if (records.isPresent(node)) {
      return -1;
    }
    String own = entry.sheet().license();
    records.describe(
        node,
        entry.title() == null ? "" : entry.title().text(),
        entry.sheet().status(),
        own == null ? license : own,
        territories);
    return node;
  }

  private void edges(int node, EdgeKind kind, String type, List<RecordRef> refs) {
    for (RecordRef ref : refs) {
      edge(node, target(type, ref), kind, records.word(ref.version()));
    }
  }

  private int target(String type, RecordRef ref) {
    return records.named(type, ref.target(), !ref.isLocal());
  }

  @SuppressWarnings("EnumOrdinal") // packed; the number is never written anywhere
  private void edge(int child, int parent, EdgeKind kind, int pin) {
    if (child == parent) {
      return;
    }
    if (edges == from.length) {
      int larger = edges + (edges >> 1);
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      kinds = Arrays.copyOf(kinds, larger);
      pins = Arrays.copyOf(pins, larger);
    }
    from[edges] = child;
    to[edges] = parent;
    kinds[edges] = (byte) kind.ordinal();
    pins[edges++] = pin;
  }

  /** Returns what comes from what; the builder must not be used any more. */
  public Lineage build() {
    Graph graph = new Graph(records.size(), edges, from, to, kinds, pins);
    return new Lineage(records, graph, others);
  }
}
