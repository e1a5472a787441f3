package org.collporterre.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.RecordRef;
import org.junit.jupiter.api.Test;

/** Small graphs at random, compared with trying everything. */
class LineagePropertyTest {
  private static final int SEED = 2013;

  @Test
  void families_and_generations_are_those_found_by_trying_everything() {
    Random random = new Random(SEED);
    int circular = 0;
    for (int run = 0; run < 3_000; run++) {
      boolean[][] derives = graph(random, 1 + random.nextInt(8), random.nextDouble() / 3);
      Lineage lineage = Lineage.of(methodologies(derives));
      String told = "seed " + SEED + ", run " + run + ": " + Arrays.deepToString(derives);
      assertThat(shown(lineage.families())).as(told).isEqualTo(expected(derives));
      circular += lineage.cycles().isEmpty() ? 0 : 1;
    }
    assertThat(circular).isBetween(300, 2_500);
  }

  @Test
  void replicas_are_those_found_by_trying_everything() {
    Random random = new Random(SEED);
    int reached = 0;
    for (int run = 0; run < 2_000; run++) {
      int n = 1 + random.nextInt(8);
      boolean[][] replicates = graph(random, n, random.nextDouble() / 3);
      boolean[] applies = new boolean[n];
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        applies[i] = random.nextInt(4) == 0;
        entries.add(
            Initiative.named("i" + i, "Initiative " + i)
                .replicates(refs("i", replicates[i]))
                .appliesMethodologies(applies[i] ? List.of(RecordRef.to("m")) : List.of())
                .build());
      }
      entries.add(Methodology.named("m", "Méthode").build());
      Lineage lineage = Lineage.of(entries);
      Node m = lineage.nodes().stream().filter(node -> node.id().equals("m")).findAny().get();
      Set<String> expected = new TreeSet<>();
      boolean[][] reaches = closure(replicates);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (!applies[i] && applies[j] && reaches[i][j]) {
            expected.add("i" + i);
          }
        }
      }
      assertThat(lineage.replications(m).replicas().stream().map(Node::id))
          .as("seed " + SEED + ", run " + run)
          .containsExactlyInAnyOrderElementsOf(expected);
      reached += expected.size();
    }
    assertThat(reached).isGreaterThan(1_000);
  }

  private static List<Entry> methodologies(boolean[][] derives) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < derives.length; i++) {
      entries.add(
          Methodology.named("m" + i, "Méthode " + i).derivedFrom(refs("m", derives[i])).build());
    }
    return entries;
  }

  private static List<RecordRef> refs(String prefix, boolean[] targets) {
    List<RecordRef> refs = new ArrayList<>();
    for (int j = 0; j < targets.length; j++) {
      if (targets[j]) {
        refs.add(RecordRef.to(prefix + j));
      }
    }
    return refs;
  }

  private static boolean[][] graph(Random random, int nodes, double density) {
    boolean[][] graph = new boolean[nodes][nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        graph[i][j] = i != j && random.nextDouble() < density;
      }
    }
    return graph;
  }

  private static boolean[][] closure(boolean[][] graph) {
    int n = graph.length;
    boolean[][] reaches = new boolean[n][];
    Arrays.setAll(reaches, i -> graph[i].clone());
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          reaches[i][j] |= reaches[i][k] && reaches[k][j];
        }
      }
    }
    return reaches;
  }

  /** Each family as its members with their generations, all sorted. */
  private static Set<Set<String>> sorted() {
    return new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
  }

  private static Set<Set<String>> shown(List<Family> families) {
    Set<Set<String>> shown = sorted();
    for (Family family : families) {
      Set<String> members = new TreeSet<>();
      family.members().forEach(one -> members.add(one.node().id() + ":" + one.generation()));
      shown.add(members);
    }
    return shown;
  }

  private static Set<Set<String>> expected(boolean[][] derives) {
    int n = derives.length;
    boolean[][] reaches = closure(derives);
    boolean[][] around = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        around[i][j] = derives[i][j] || derives[j][i];
      }
    }
    boolean[][] related = closure(around);
    int[] generations = generations(derives, reaches);
    Set<Set<String>> families = sorted();
    for (int i = 0; i < n; i++) {
      Set<String> members = new TreeSet<>();
      for (int j = 0; j < n; j++) {
        if (related[i][j]) {
          members.add("m" + j + ":" + generations[j]);
        }
      }
      if (!members.isEmpty()) {
        families.add(members);
      }
    }
    return families;
  }

  /** Raises generations as long as there is one that is too low. */
  private static int[] generations(boolean[][] derives, boolean[][] reaches) {
    int n = derives.length;
    int[] generations = new int[n];
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean circle = reaches[i][j] && reaches[j][i];
          int least = circle ? generations[j] : derives[i][j] ? generations[j] + 1 : 0;
          if (generations[i] < least) {
            generations[i] = least;
            changed = true;
          }
        }
      }
    }
    return generations;
  }
}
