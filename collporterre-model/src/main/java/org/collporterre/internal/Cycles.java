package org.collporterre.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds cycles in a directed graph without loops. Nodes are numbers from 0; time is linear in nodes
 * and edges but for the members of knots, where it is the square at worst. Nothing recurses.
 */
public final class Cycles {
  private final int[][] edges;
  private final int[] number;
  private final int[] low;
  private final int[] knotOf;
  private final int[] next;
  private final int[] stack;
  private final int[] level;
  private int stacked;
  private int counter;

  private Cycles(int[][] edges) {
    this.edges = edges;
    this.number = new int[edges.length];
    this.low = new int[edges.length];
    this.knotOf = new int[edges.length];
    this.next = new int[edges.length];
    this.stack = new int[edges.length];
    this.level = new int[edges.length];
    Arrays.fill(number, -1);
    Arrays.fill(knotOf, -1);
  }

  /**
   * Returns of each knot of nodes that reach each other a shortest cycle, beginning with its least
   * node; knots come in the order of that node.
   *
   * @param edges the targets of each node
   */
  public static List<int[]> shortest(int[][] edges) {
    List<int[]> knots = new ArrayList<>();
    Cycles cycles = searched(edges, knots);
    List<int[]> found = new ArrayList<>();
    for (int[] knot : knots) {
      found.add(cycles.shortestIn(knot));
    }
    found.sort((a, b) -> Integer.compare(a[0], b[0]));
    return found;
  }

  /**
   * Returns of each node the greatest number of edges on a way to a node that leads nowhere else; a
   * knot of nodes that reach each other counts as one node.
   *
   * @param edges the targets of each node
   */
  public static int[] levels(int[][] edges) {
    return searched(edges, new ArrayList<>()).level;
  }

  private static Cycles searched(int[][] edges, List<int[]> knots) {
    Cycles cycles = new Cycles(edges);
    for (int node = 0; node < edges.length; node++) {
      if (cycles.number[node] < 0) {
        cycles.visit(node, knots);
      }
    }
    return cycles;
  }

  /** Tarjan's algorithm from one node, with the path kept by hand. */
  private void visit(int root, List<int[]> knots) {
    int[] path = new int[edges.length - counter];
    int depth = 0;
    path[depth++] = enter(root);
    while (depth > 0) {
      int at = path[depth - 1];
      if (next[at] < edges[at].length) {
        int target = edges[at][next[at]++];
        if (number[target] < 0) {
          path[depth++] = enter(target);
        } else if (knotOf[target] < 0) {
          low[at] = Math.min(low[at], number[target]);
        }
        continue;
      }
      depth--;
      if (depth > 0) {
        low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[at]);
      }
      if (low[at] == number[at]) {
        leave(at, knots);
      }
    }
  }

  private int enter(int node) {
    number[node] = counter;
    low[node] = counter++;
    stack[stacked++] = node;
    return node;
  }

  private void leave(int root, List<int[]> knots) {
    int from = stacked;
    do {
      from--;
      knotOf[stack[from]] = root;
    } while (stack[from] != root);
    measure(from);
    if (stacked - from > 1) {
      int[] knot = Arrays.copyOfRange(stack, from, stacked);
      Arrays.sort(knot);
      knots.add(knot);
    }
    stacked = from;
  }

  /** What a knot leads to outside of it has been left before, so its level is known. */
  private void measure(int from) {
    int longest = 0;
    for (int i = from; i < stacked; i++) {
      for (int target : edges[stack[i]]) {
        if (knotOf[target] != knotOf[stack[i]]) {
          longest = Math.max(longest, level[target] + 1);
        }
      }
    }
    for (int i = from; i < stacked; i++) {
      level[stack[i]] = longest;
    }
  }

  private int[] shortestIn(int[] knot) {
    int[] best = new int[0];
    for (int start : knot) {
      int[] cycle = from(start);
      if (best.length == 0 || cycle.length < best.length) {
        best = cycle;
      }
      if (best.length == 2) {
        break;
      }
    }
    int least = 0;
    for (int i = 1; i < best.length; i++) {
      least = best[i] < best[least] ? i : least;
    }
    int[] turned = new int[best.length];
    for (int i = 0; i < best.length; i++) {
      turned[i] = best[(least + i) % best.length];
    }
    return turned;
  }

  /** Returns a shortest cycle through a node of a knot, by breadth-first search inside the knot. */
  private int[] from(int start) {
    int[] before = new int[edges.length];
    Arrays.fill(before, -1);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(start);
    while (true) {
      int at = queue.remove();
      for (int target : edges[at]) {
        if (target == start) {
          return path(start, at, before);
        }
        if (knotOf[target] == knotOf[start] && before[target] < 0) {
          before[target] = at;
          queue.add(target);
        }
      }
    }
  }

  private static int[] path(int start, int end, int[] before) {
    int length = 1;
    for (int at = end; at != start; at = before[at]) {
      length++;
    }
    int[] path = new int[length];
    for (int at = end; length > 0; at = at == start ? start : before[at]) {
      path[--length] = at;
    }
    return path;
  }
}
