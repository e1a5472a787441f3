package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.internal.PackedGraph;
import org.collporterre.report.Location;

/**
 * Which records of a type refer to which by one field, packed, made when a run ends. Memory: 18
 * bytes per record that refers to others (in JSON also the pointer), 4 bytes per reference.
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

  /** Per node: its number among all records, ascending; its place; and where its edges end. */
  private int[] numbers = new int[16];

  private final Places places = new Places();
  private int[] ends = new int[16];

  /** Per edge: the node it leads to, or −1. */
  private int[] targets = new int[16];

  private int edges;

  /** Makes the graph of one field, when it is known where references lead. */
  ReferenceGraph(References references, String field) {
    this.entries = references.entries();
    references.eachCell(field, this::add);
    resolve();
  }

  private void add(List<References.Edge> together) {
    References.Edge first = together.get(0);
    // A record whose identifier is taken is refused as such; the first one counts.
    if (first.isRepeated()) {
      return;
    }
    int node = places.size();
    if (node == numbers.length) {
      numbers = Arrays.copyOf(numbers, node + (node >> 1));
      ends = Arrays.copyOf(ends, node + (node >> 1));
    }
    for (References.Edge edge : together) {
      if (edge.isResolved()) {
        targets = edges == targets.length ? Arrays.copyOf(targets, edges + (edges >> 1)) : targets;
        targets[edges++] = edge.target();
      }
    }
    numbers[node] = first.source();
    ends[node] = edges;
    places.add(first.place());
  }

  /** Returns of each knot of records that reach each other the shortest cycle. */
  List<Cycle> cycles() {
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

  /** Turns targets into nodes; those that refer to nothing themselves into −1. */
  private void resolve() {
    int nodes = places.size();
    for (int i = 0; i < edges; i++) {
      targets[i] = Math.max(Arrays.binarySearch(numbers, 0, nodes, targets[i]), -1);
    }
  }
}
