package org.collporterre.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.internal.ComparedTitle;
import org.collporterre.lineage.Suggestion.Reason;

/** Finds links that are perhaps missing. */
final class Suggestions {
  private static final int MOST = 1_000;

  /** In percent; as for duplicates. */
  private static final int SIMILAR = 85;

  /** A word that more titles share does not tell them apart. */
  private static final int COMMON = 50;

  /** Titles made ready for comparison take a kilobyte each. */
  private static final int MOST_TITLES = 131_072;

  private record Titled(int node, ComparedTitle title) {}

  private final Records records;
  private final Graph graph;
  private final Derivations derivations;

  Suggestions(Records records, Graph graph, Derivations derivations) {
    this.records = records;
    this.graph = graph;
    this.derivations = derivations;
  }

  List<Suggestion> find() {
    List<Suggestion> found = new ArrayList<>();
    for (int node = 0; node < graph.nodes() && found.size() < MOST; node++) {
      implied(node, found);
    }
    found.addAll(similar());
    return List.copyOf(found);
  }

  /** Looks at an initiative once for all that replicate it, however many. */
  private void implied(int origin, List<Suggestion> found) {
    Set<Integer> methodologies = new LinkedHashSet<>();
    graph.eachFrom(origin, EdgeKind.APPLIES, edge -> methodologies.add(graph.parent(edge)));
    graph.eachTo(origin, EdgeKind.DOCUMENTS, edge -> methodologies.add(graph.child(edge)));
    if (methodologies.isEmpty()) {
      return;
    }
    graph.eachTo(
        origin,
        EdgeKind.REPLICATES,
        edge -> {
          int replica = graph.child(edge);
          if (found.size() < MOST && !graph.has(replica, EdgeKind.APPLIES)) {
            for (int methodology : methodologies) {
              found.add(
                  new Suggestion(
                      EdgeKind.APPLIES,
                      records.node(replica),
                      records.node(methodology),
                      Reason.REPLICATION_IMPLIES_METHOD,
                      records.node(origin),
                      0));
            }
          }
        });
  }

  private List<Suggestion> similar() {
    int methodologies = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      methodologies += records.isMethodology(node) ? 1 : 0;
    }
    if (methodologies > MOST_TITLES) {
      return List.of();
    }
    Map<String, List<Titled>> byWord = new LinkedHashMap<>();
    for (int node = 0; node < graph.nodes(); node++) {
      if (records.isMethodology(node) && records.isPresent(node)) {
        ComparedTitle title = ComparedTitle.of(records.title(node));
        for (String word : new LinkedHashSet<>(List.of(title.words().split(" ", -1)))) {
          List<Titled> group = byWord.computeIfAbsent(word, w -> new ArrayList<>());
          if (group.size() <= COMMON) {
            group.add(new Titled(node, title));
          }
        }
      }
    }
    List<Suggestion> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (List<Titled> group : byWord.values()) {
      compare(group, seen, found);
    }
    found.sort(
        Comparator.comparing(Suggestion::similarity, Comparator.reverseOrder())
            .thenComparing(one -> one.parent().number())
            .thenComparing(one -> one.child().number()));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private void compare(List<Titled> group, Set<Long> seen, List<Suggestion> found) {
    if (group.size() > COMMON) {
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        int one = group.get(i).node();
        int other = group.get(j).node();
        int similarity = group.get(i).title().similarity(group.get(j).title());
        if (similarity >= SIMILAR
            && seen.add((long) one << 32 | other)
            && !areRelated(one, other)) {
          found.add(
              new Suggestion(
                  EdgeKind.DERIVES,
                  records.node(other),
                  records.node(one),
                  Reason.SIMILAR_TITLES,
                  null,
                  similarity));
        }
      }
    }
  }

  private boolean areRelated(int one, int other) {
    int family = derivations.familyOf(one);
    return family >= 0 && family == derivations.familyOf(other);
  }
}
