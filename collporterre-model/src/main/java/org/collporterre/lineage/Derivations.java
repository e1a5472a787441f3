package org.collporterre.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.internal.Cycles;

/** The families of methodologies and the generations in them, in linear time. */
final class Derivations {
  /** The nodes with derivations, ascending; what follows is in their order. */
  private final int[] nodes;

  private final int[] families;
  private final int[] generations;

  Derivations(Graph graph) {
    boolean[] linked = new boolean[graph.nodes()];
    int size = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      for (int edge = graph.start(node); edge < graph.end(node); edge++) {
        if (graph.kind(edge) == EdgeKind.DERIVES) {
          size += linked[node] ? 0 : 1;
          linked[node] = true;
          size += linked[graph.parent(edge)] ? 0 : 1;
          linked[graph.parent(edge)] = true;
        }
      }
    }
    this.nodes = new int[size];
    this.families = new int[size];
    for (int node = 0, i = 0; node < linked.length; node++) {
      if (linked[node]) {
        families[i] = i;
        nodes[i++] = node;
      }
    }
    this.generations = Cycles.levels(parents(graph));
    for (int i = 0; i < size; i++) {
      families[i] = family(i);
    }
  }

  /** Returns the parents of each node, and brings them into one family with it. */
  private int[][] parents(Graph graph) {
    int[][] parents = new int[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      int[] found = new int[graph.end(nodes[i]) - graph.start(nodes[i])];
      int count = 0;
      for (int edge = graph.start(nodes[i]); edge < graph.end(nodes[i]); edge++) {
        if (graph.kind(edge) == EdgeKind.DERIVES) {
          int parent = Arrays.binarySearch(nodes, graph.parent(edge));
          found[count++] = parent;
          int one = family(i);
          int other = family(parent);
          families[Math.max(one, other)] = Math.min(one, other);
        }
      }
      parents[i] = count == found.length ? found : Arrays.copyOf(found, count);
    }
    return parents;
  }

  /** Returns the least member of a family, and shortens the way there. */
  private int family(int i) {
    int at = i;
    while (families[at] != at) {
      families[at] = families[families[at]];
      at = families[at];
    }
    return at;
  }

  /** Returns a number that members of one family share, or −1 when a node is in none. */
  int familyOf(int node) {
    int i = Arrays.binarySearch(nodes, node);
    return i < 0 ? -1 : families[i];
  }

  /** Returns the generation of a node, from 0; also 0 when it is in no family. */
  int generation(int node) {
    int i = Arrays.binarySearch(nodes, node);
    return i < 0 ? 0 : generations[i];
  }

  /** Returns the members of each family by their generation, then number; the largest first. */
  List<List<Integer>> families() {
    List<List<Integer>> found = new ArrayList<>();
    int[] places = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      if (families[i] == i) {
        places[i] = found.size();
        found.add(new ArrayList<>());
      }
      found.get(places[families[i]]).add(nodes[i]);
    }
    for (List<Integer> family : found) {
      family.sort((a, b) -> Integer.compare(generation(a), generation(b)));
    }
    found.sort((a, b) -> Integer.compare(b.size(), a.size()));
    return found;
  }
}
