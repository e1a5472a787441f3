package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.internal.PackedGraph;
import org.collporterre.internal.Texts;
import org.collporterre.model.Entry;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Located;
import org.collporterre.report.Location;

/**
 * Which records of a type refer to which, packed. Memory: about 20 bytes per record that refers to
 * others (in JSON also the pointer), 4 bytes per reference, and the text of references to records
 * that come later.
 */
final class ReferenceGraph {
  /**
   * Records that refer to each other in a circle.
   *
   * @param ids their identifiers, from the least on
   * @param location where the first refers to the second
   */
  record Cycle(List<String> ids, Location location) {}

  private final EntryIndex entries;
  private final String type;

  /** Per node: its number among all records, ascending; its place; and where its edges end. */
  private int[] numbers = new int[16];

  private final Places places = new Places();
  private int[] ends = new int[16];

  /** Per edge: the number of the record it leads to; of one to come, −1 − the place in later. */
  private int[] targets = new int[16];

  private final Texts texts = new Texts();
  private long[] later = new long[16];
  private int laterSize;
  private int edges;

  ReferenceGraph(EntryIndex entries, String type) {
    this.entries = entries;
    this.type = type;
  }

  /** Adds the record met last, with its references. */
  void add(Located<? extends Entry> row, String field, List<?> refs) {
    int node = places.size();
    if (node == numbers.length) {
      numbers = Arrays.copyOf(numbers, node + (node >> 1));
      ends = Arrays.copyOf(ends, node + (node >> 1));
    }
    for (Object ref : refs) {
      String target = ((RecordRef) ref).target();
      if (!target.equals(row.value().id())) {
        edge(target);
      }
    }
    numbers[node] = entries.size() - 1;
    ends[node] = edges;
    places.add(row.origin().field(field));
  }

  private void edge(String target) {
    if (edges == targets.length) {
      targets = Arrays.copyOf(targets, edges + (edges >> 1));
    }
    int number = entries.find(type, target);
    if (number < 0) {
      if (laterSize == later.length) {
        later = Arrays.copyOf(later, laterSize + (laterSize >> 1));
      }
      later[laterSize] = texts.add(target);
      number = -1 - laterSize++;
    }
    targets[edges++] = number;
  }

  /** Returns of each knot of records that reach each other the shortest cycle. */
  List<Cycle> cycles() {
    resolve();
    List<Cycle> cycles = new ArrayList<>();
    PackedGraph graph = new PackedGraph(places.size(), ends, targets);
    for (int[] cycle : graph.shortestCycles(this::id)) {
      cycles.add(new Cycle(Arrays.stream(cycle).mapToObj(this::id).toList(), places.get(cycle[0])));
    }
    return cycles;
  }

  private String id(int node) {
    return entries.id(numbers[node]);
  }

  /** Turns targets into nodes; those that refer to nothing, or are not there, into −1. */
  private void resolve() {
    int nodes = places.size();
    for (int i = 0; i < edges; i++) {
      int number = targets[i];
      if (number < 0) {
        number = entries.find(type, texts.get(later[-1 - number]));
      }
      int node = number < 0 ? -1 : Arrays.binarySearch(numbers, 0, nodes, number);
      targets[i] = Math.max(node, -1);
    }
  }
}
