package org.collporterre.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** A directed graph without loops in two arrays; see {@link Cycles} for the time that takes. */
public final class PackedGraph {
  private final int nodes;
  private final int[] ends;
  private final int[] targets;

  /**
   * Takes a graph; the arrays are not copied.
   *
   * @param nodes how many nodes there are
   * @param ends where the edges of each node end; they begin where those of the node before end
   * @param targets per edge the node it leads to, or −1 when it leads nowhere
   */
  public PackedGraph(int nodes, int[] ends, int[] targets) {
    this.nodes = nodes;
    this.ends = ends;
    this.targets = targets;
  }

  /**
   * Returns of each knot of nodes that reach each other a shortest cycle, from the node of the
   * least name on; cycles come in the order of that name.
   *
   * @param name the names of nodes, all different
   */
  public List<int[]> shortestCycles(IntFunction<String> name) {
    int[] knotted = knotted();
    String[] names = new String[knotted.length];
    Integer[] order = new Integer[knotted.length];
    for (int i = 0; i < knotted.length; i++) {
      names[i] = name.apply(knotted[i]);
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> names[a].compareTo(names[b]));
    int[] rank = new int[knotted.length];
    for (int i = 0; i < rank.length; i++) {
      rank[order[i]] = i;
    }
    int[][] graph = new int[knotted.length][];
    for (int i = 0; i < knotted.length; i++) {
      graph[rank[i]] = ranked(knotted[i], knotted, rank);
    }
    List<int[]> cycles = new ArrayList<>();
    for (int[] cycle : Cycles.shortest(graph)) {
      cycles.add(Arrays.stream(cycle).map(i -> knotted[order[i]]).toArray());
    }
    return cycles;
  }

  private int[] ranked(int node, int[] knotted, int[] rank) {
    return Arrays.stream(targets, start(node), ends[node])
        .filter(target -> target >= 0)
        .map(target -> Arrays.binarySearch(knotted, target))
        .filter(target -> target >= 0)
        .map(target -> rank[target])
        .toArray();
  }

  private int start(int node) {
    return node == 0 ? 0 : ends[node - 1];
  }

  /**
   * Returns the nodes that are left, ascending, when those to which none leads are taken away as
   * long as there are any: all that are in a cycle, and few others.
   */
  private int[] knotted() {
    int[] incoming = new int[nodes];
    int edges = nodes == 0 ? 0 : ends[nodes - 1];
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
