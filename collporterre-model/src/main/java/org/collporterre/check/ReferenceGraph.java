package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    int[] knotted = knotted();
    String[] ids = new String[knotted.length];
    Integer[] order = new Integer[knotted.length];
    for (int i = 0; i < knotted.length; i++) {
      ids[i] = entries.id(numbers[knotted[i]]);
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> ids[a].compareTo(ids[b]));
    int[] rank = new int[knotted.length];
    for (int i = 0; i < rank.length; i++) {
      rank[order[i]] = i;
    }
    int[][] graph = new int[knotted.length][];
    for (int i = 0; i < knotted.length; i++) {
      graph[rank[i]] = ranked(knotted[i], knotted, rank);
    }
    List<Cycle> cycles = new ArrayList<>();
    for (int[] cycle : Cycles.shortest(graph)) {
      List<String> members = Arrays.stream(cycle).mapToObj(i -> ids[order[i]]).toList();
      cycles.add(new Cycle(members, places.get(knotted[order[cycle[0]]])));
    }
    return cycles;
  }

  private int[] ranked(int node, int[] knotted, int[] rank) {
    int from = start(node);
    return Arrays.stream(targets, from, ends[node])
        .filter(target -> target >= 0)
        .map(target -> Arrays.binarySearch(knotted, target))
        .filter(target -> target >= 0)
        .map(target -> rank[target])
        .toArray();
  }

  private int start(int node) {
    return node == 0 ? 0 : ends[node - 1];
  }

  /** Turns targets into nodes; those that refer to nothing themselves into −1. */
  private void resolve() {
    int nodes = places.size();
    for (int i = 0; i < edges; i++) {
      targets[i] = Math.max(Arrays.binarySearch(numbers, 0, nodes, targets[i]), -1);
    }
  }

  /**
   * Returns the nodes that are left, ascending, when those to which none leads are taken away as
   * long as there are any: all that are in a cycle, and few others.
   */
  private int[] knotted() {
    int nodes = places.size();
    int[] incoming = new int[nodes];
    for (int i = 0; i < edges; i++) {
      if (targets[i] >= 0) {
        incoming[targets[i]]++;
      }
    }
    int[] free = new int[nodes];
    int found = 0;
    for (int node = 0; node < nodes; node++) {
      if (incoming[node] == 0) {
        free[found++] = node;
      }
    }
    for (int taken = 0; taken < found; taken++) {
      for (int i = start(free[taken]); i < ends[free[taken]]; i++) {
        int target = targets[i];
        if (target >= 0 && --incoming[target] == 0) {
          free[found++] = target;
        }
      }
    }
    int[] left = new int[nodes - found];
    int size = 0;
    for (int node = 0; node < nodes; node++) {
      if (incoming[node] > 0) {
        left[size++] = node;
      }
    }
    return left;
  }
}
