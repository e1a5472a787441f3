package org.collporterre.lineage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.lineage.Lineage.Uses;

/** Finds the part of a lineage to be shown. */
final class ExcerptSearch {
  /** More edges per node than this make a picture that nobody can read, and nobody waits for. */
  private static final long EDGES_PER_NODE = 4;

  private final Lineage lineage;
  private final Records records;
  private final Graph graph;
  private final Derivations derivations;
  private final ExcerptChoice choice;
  private final int[] degrees;

  ExcerptSearch(
      Lineage lineage,
      Records records,
      Graph graph,
      Derivations derivations,
      ExcerptChoice choice) {
    this.lineage = lineage;
    this.records = records;
    this.graph = graph;
    this.derivations = derivations;
    this.choice = choice;
    this.degrees = new int[graph.nodes()];
    for (int node = 0; node < degrees.length; node++) {
      for (int edge = graph.start(node); edge < graph.end(node); edge++) {
        if (isChosen(edge)) {
          degrees[node]++;
          degrees[graph.parent(edge)]++;
        }
      }
    }
  }

  private boolean isChosen(int edge) {
    return choice.kinds().contains(graph.kind(edge));
  }

  Excerpt find() {
    BitSet candidates = candidates();
    BitSet kept = mostLinked(candidates);
    List<Edge> edges = new ArrayList<>();
    BitSet shown = new BitSet();
    for (int node = kept.nextSetBit(0); node >= 0; node = kept.nextSetBit(node + 1)) {
      for (int edge = graph.start(node); edge < graph.end(node); edge++) {
        if (isChosen(edge)
            && kept.get(graph.parent(edge))
            && edges.size() < EDGES_PER_NODE * choice.most()) {
          edges.add(lineage.edge(edge));
          shown.set(node);
          shown.set(graph.parent(edge));
        }
      }
    }
    int present = 0;
    int unlinked = 0;
    for (int node = 0; node < degrees.length; node++) {
      present += records.isPresent(node) ? 1 : 0;
      unlinked += records.isPresent(node) && degrees[node] == 0 ? 1 : 0;
    }
    return new Excerpt(
        shown.stream().mapToObj(records::node).toList(),
        List.copyOf(edges),
        families(shown),
        present,
        unlinked,
        candidates.cardinality() - shown.cardinality());
  }

  private BitSet candidates() {
    BitSet linked = new BitSet(degrees.length);
    for (int node = 0; node < degrees.length; node++) {
      linked.set(node, degrees[node] > 0);
    }
    if (choice.root() != null) {
      linked.and(related(choice.root()));
    }
    if (choice.family() != null) {
      linked.and(family(choice.family()));
    }
    return linked;
  }

  /** Returns what the records of an identifier come from, and what comes from them. */
  private BitSet related(String id) {
    BitSet related = new BitSet();
    for (int start : numbered(id)) {
      related.or(reached(start, true));
      related.or(reached(start, false));
    }
    return related;
  }

  private List<Integer> numbered(String id) {
    return Stream.of(Records.METHODOLOGY, Records.INITIATIVE)
        .map(type -> records.find(type, id))
        .filter(number -> number >= 0)
        .toList();
  }

  private BitSet reached(int start, boolean upwards) {
    BitSet reached = new BitSet();
    reached.set(start);
    List<Integer> queue = new ArrayList<>(List.of(start));
    for (int i = 0; i < queue.size(); i++) {
      int node = queue.get(i);
      for (EdgeKind kind : choice.kinds()) {
        if (upwards) {
          graph.eachFrom(node, kind, edge -> visit(graph.parent(edge), reached, queue));
        } else {
          graph.eachTo(node, kind, edge -> visit(graph.child(edge), reached, queue));
        }
      }
    }
    return reached;
  }

  private static void visit(int node, BitSet reached, List<Integer> queue) {
    if (!reached.get(node)) {
      reached.set(node);
      queue.add(node);
    }
  }

  private BitSet family(String id) {
    BitSet members = new BitSet();
    for (int start : numbered(id)) {
      members.set(start);
      int family = derivations.familyOf(start);
      for (int node = 0; family >= 0 && node < graph.nodes(); node++) {
        if (derivations.familyOf(node) == family) {
          members.set(node);
        }
      }
    }
    List<Integer> methodologies = members.stream().boxed().toList();
    Uses uses = lineage.uses(methodologies);
    uses.direct().forEach(members::set);
    uses.replicas().forEach(members::set);
    for (int node : methodologies) {
      graph.eachFrom(node, EdgeKind.DOCUMENTS, edge -> members.set(graph.parent(edge)));
    }
    return members;
  }

  /** Returns the most linked, of equally linked ones the first. */
  private BitSet mostLinked(BitSet candidates) {
    if (candidates.cardinality() <= choice.most()) {
      return candidates;
    }
    List<Integer> order = new ArrayList<>(candidates.stream().boxed().toList());
    order.sort((a, b) -> Integer.compare(degrees[b], degrees[a]));
    BitSet kept = new BitSet();
    order.subList(0, choice.most()).forEach(kept::set);
    return kept;
  }

  private List<List<Node>> families(BitSet shown) {
    Comparator<Node> byGeneration =
        Comparator.comparing(node -> derivations.generation(node.number()));
    Map<Integer, List<Node>> byFamily = new LinkedHashMap<>();
    for (int node = shown.nextSetBit(0); node >= 0; node = shown.nextSetBit(node + 1)) {
      int family = derivations.familyOf(node);
      if (family >= 0) {
        byFamily.computeIfAbsent(family, f -> new ArrayList<>()).add(records.node(node));
      }
    }
    return byFamily.values().stream()
        .filter(members -> members.size() > 1)
        .map(members -> members.stream().sorted(byGeneration).toList())
        .toList();
  }
}
