package org.collporterre.lineage;

import java.util.function.IntConsumer;

/** Edges packed by child and by parent: 13 bytes each, and 8 per node. Immutable. */
final class Graph {
  private static final EdgeKind[] KINDS = EdgeKind.values();

  private final int[] ends;
  private final int[] parents;
  private final byte[] kinds;
  private final int[] pins;
  private final int[] childEnds;
  private final int[] children;

  /**
   * Takes edges in any order; of several of a kind between the same two nodes the first counts.
   *
   * @param nodes how many nodes there are
   * @param size how many of the edges there are; the arrays may be longer
   */
  Graph(int nodes, int size, int[] from, int[] to, byte[] kind, int[] pin) {
    int[] order = sorted(nodes, size, from);
    long[] seen = new long[nodes];
    this.ends = new int[nodes];
    this.parents = new int[size];
    this.kinds = new byte[size];
    this.pins = new int[size];
    int kept = 0;
    for (int edge : order) {
      // Who has named a parent last is in the upper half, as what in the lower one.
      long mark = (long) (from[edge] + 1) << 32;
      long before = seen[to[edge]] >>> 32 == mark >>> 32 ? seen[to[edge]] : mark;
      long bit = 1L << kind[edge];
      seen[to[edge]] = before | bit;
      if ((before & bit) == 0) {
        parents[kept] = to[edge];
        kinds[kept] = kind[edge];
        pins[kept++] = pin[edge];
      }
      ends[from[edge]] = kept;
    }
    for (int node = 1; node < nodes; node++) {
      ends[node] = Math.max(ends[node], ends[node - 1]);
    }
    this.childEnds = new int[nodes];
    this.children = byParent(kept);
  }

  /** Returns the edges in the order of their children, those of one as they came. */
  private static int[] sorted(int nodes, int size, int[] from) {
    int[] starts = new int[nodes + 1];
    for (int i = 0; i < size; i++) {
      starts[from[i] + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[starts[from[i]]++] = i;
    }
    return order;
  }

  /** Returns the numbers of the edges in the order of their parents. */
  private int[] byParent(int edges) {
    int[] starts = new int[childEnds.length + 1];
    for (int i = 0; i < edges; i++) {
      starts[parents[i] + 1]++;
    }
    for (int node = 0; node < childEnds.length; node++) {
      starts[node + 1] += starts[node];
      childEnds[node] = starts[node + 1];
    }
    int[] order = new int[edges];
    for (int i = 0; i < edges; i++) {
      order[starts[parents[i]]++] = i;
    }
    return order;
  }

  int nodes() {
    return ends.length;
  }

  int edges() {
    return children.length;
  }

  /** Returns the number of the first edge of a child; its last is before that of the next. */
  int start(int node) {
    return node == 0 ? 0 : ends[node - 1];
  }

  int end(int node) {
    return ends[node];
  }

  int parent(int edge) {
    return parents[edge];
  }

  EdgeKind kind(int edge) {
    return KINDS[kinds[edge]];
  }

  /** Returns the number of the version that an edge names; 0 for none. */
  int pin(int edge) {
    return pins[edge];
  }

  /** Returns the child of an edge: the first node that ends behind it. */
  int child(int edge) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > edge) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Hands over the edges of a kind that lead to a node. */
  void eachTo(int node, EdgeKind kind, IntConsumer edge) {
    for (int i = node == 0 ? 0 : childEnds[node - 1]; i < childEnds[node]; i++) {
      if (KINDS[kinds[children[i]]] == kind) {
        edge.accept(children[i]);
      }
    }
  }

  /** Hands over the edges of a kind that lead from a node. */
  void eachFrom(int node, EdgeKind kind, IntConsumer edge) {
    for (int i = start(node); i < ends[node]; i++) {
      if (KINDS[kinds[i]] == kind) {
        edge.accept(i);
      }
    }
  }

  boolean has(int node, EdgeKind kind) {
    for (int i = start(node); i < ends[node]; i++) {
      if (KINDS[kinds[i]] == kind) {
        return true;
      }
    }
    return false;
  }
}
