package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CyclesTest {
  @Test
  void agree_with_trying_everything_on_small_graphs() {
    Random random = new Random(2012);
    int cyclic = 0;
    for (int run = 0; run < 10_000; run++) {
      int[][] edges = graph(random, 1 + random.nextInt(7), random.nextDouble() / 2);
      List<int[]> found = Cycles.shortest(edges);
      String graph = Arrays.deepToString(edges);
      boolean[][] reaches = reaches(edges);
      List<Integer> expectedKnots = new ArrayList<>();
      for (int node = 0; node < edges.length; node++) {
        if (reaches[node][node] && leastOfKnot(reaches, node) == node) {
          expectedKnots.add(node);
        }
      }
      assertThat(found.stream().map(cycle -> leastOfKnot(reaches, cycle[0])))
          .as(graph)
          .containsExactlyInAnyOrderElementsOf(expectedKnots);
      for (int[] cycle : found) {
        assertCycle(edges, cycle, graph);
        assertThat(cycle).as(graph).hasSize(shortest(edges, reaches, cycle[0]));
      }
      assertThat(found.stream().map(cycle -> cycle[0])).as(graph).isSorted();
      cyclic += found.isEmpty() ? 0 : 1;
    }
    assertThat(cyclic).isBetween(2_000, 9_000);
  }

  private static int[][] graph(Random random, int size, double density) {
    int[][] edges = new int[size][];
    for (int i = 0; i < size; i++) {
      int from = i;
      edges[i] =
          IntStream.range(0, size)
              .filter(to -> to != from && random.nextDouble() < density)
              .toArray();
    }
    return edges;
  }

  /** Warshall's closure: whether a walk of at least one edge leads from one node to another. */
  private static boolean[][] reaches(int[][] edges) {
    int n = edges.length;
    boolean[][] reaches = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j : edges[i]) {
        reaches[i][j] = true;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          reaches[i][j] |= reaches[i][k] && reaches[k][j];
        }
      }
    }
    return reaches;
  }

  private static int leastOfKnot(boolean[][] reaches, int node) {
    return IntStream.range(0, reaches.length)
        .filter(i -> i == node || reaches[i][node] && reaches[node][i])
        .min()
        .orElseThrow();
  }

  /** The length of the shortest cycle in the knot of a node: the least walk back to any member. */
  private static int shortest(int[][] edges, boolean[][] reaches, int node) {
    return IntStream.range(0, edges.length)
        .filter(i -> reaches[i][node] && reaches[node][i])
        .map(i -> walkBack(edges, i))
        .min()
        .orElseThrow();
  }

  private static int walkBack(int[][] edges, int start) {
    boolean[] at = new boolean[edges.length];
    at[start] = true;
    for (int length = 1; length <= edges.length; length++) {
      boolean[] next = new boolean[edges.length];
      for (int i = 0; i < at.length; i++) {
        if (at[i]) {
          Arrays.stream(edges[i]).forEach(to -> next[to] = true);
        }
      }
      if (next[start]) {
        return length;
      }
      at = next;
    }
    throw new AssertionError("no way back");
  }

  private static void assertCycle(int[][] edges, int[] cycle, String graph) {
    assertThat(cycle).as(graph).doesNotHaveDuplicates();
    assertThat(Arrays.stream(cycle).min()).as(graph).hasValue(cycle[0]);
    for (int i = 0; i < cycle.length; i++) {
      assertThat(edges[cycle[i]]).as(graph).contains(cycle[(i + 1) % cycle.length]);
    }
  }

  @Test
  @Tag("large")
  void a_long_chain_and_a_large_ring_are_walked_without_recursion() {
    int n = 10_000;
    int[][] chain = new int[n][];
    int[][] ring = new int[n][];
    for (int i = 0; i < n; i++) {
      chain[i] = i + 1 < n ? new int[] {i + 1} : new int[0];
      ring[i] = new int[] {(i + 1) % n};
    }
    assertThat(Cycles.shortest(chain)).isEmpty();
    List<int[]> found =
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Cycles.shortest(ring));
    assertThat(found).hasSize(1);
    assertThat(found.get(0)).hasSize(n).startsWith(0, 1, 2);
  }

  @Test
  void a_level_is_the_longest_way_and_a_knot_counts_as_one_node() {
    // 3 and 4 reach each other and lead to 0 and 2; 0 → 1 → 2 and 0 → 2; nothing leads to 5.
    int[][] edges = {{1, 2}, {2}, {}, {4, 2}, {3, 0}, {}};
    assertThat(Cycles.levels(edges)).containsExactly(2, 1, 0, 3, 3, 0);
    assertThat(Cycles.levels(new int[0][])).isEmpty();
  }
}
