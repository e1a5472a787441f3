package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedGraphTest {
  private static List<List<String>> cycles(List<String> names, int[][] edges) {
    int[] ends = new int[edges.length];
    int size = 0;
    for (int i = 0; i < edges.length; i++) {
      size += edges[i].length;
      ends[i] = size;
    }
    int[] targets = new int[size];
    int at = 0;
    for (int[] of : edges) {
      for (int target : of) {
        targets[at++] = target;
      }
    }
    return new PackedGraph(edges.length, ends, targets)
        .shortestCycles(names::get).stream()
            .map(cycle -> Arrays.stream(cycle).mapToObj(names::get).toList())
            .toList();
  }

  @Test
  void cycles_begin_with_the_least_name_and_come_in_the_order_of_names() {
    // d → c → d and, behind a node that is in none, b → e → a → b.
    int[][] edges = {{1}, {0}, {0, 3, -1}, {4}, {5}, {3}, {}};
    assertThat(cycles(List.of("d", "c", "x", "b", "e", "a", "z"), edges))
        .containsExactly(List.of("a", "b", "e"), List.of("c", "d"));
  }

  @Test
  void of_a_knot_the_shortest_is_returned() {
    int[][] edges = {{1}, {2}, {3, 0}, {2}};
    assertThat(cycles(List.of("a", "b", "c", "d"), edges)).containsExactly(List.of("c", "d"));
  }

  @Test
  void what_has_no_cycle_has_none() {
    assertThat(cycles(List.of("a", "b", "c"), new int[][] {{1, 2}, {2}, {-1}})).isEmpty();
    assertThat(cycles(List.of(), new int[0][])).isEmpty();
  }
}
