package org.collporterre.lineage;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.check.LicenseMatrix;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.internal.PackedGraph;
import org.collporterre.model.Entry;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * What was made from what: methodologies from others, initiatives from others or by a methodology,
 * who belongs to whom. Records that are named but not there, and those of other datasets, are nodes
 * of their own. Building it and each question about all of it take time linear in records and
 * references, or in the answer when that is longer. Immutable, and everything is in an order that
 * depends on the records only. Memory: about 70 bytes per record beside its identifier and title,
 * 13 per reference.
 */
public final class Lineage {
  private final Records records;
  private final Graph graph;
  private final Derivations derivations;
  private final int others;

  Lineage(Records records, Graph graph, int others) {
    this.records = records;
    this.graph = graph;
    this.derivations = new Derivations(graph);
    this.others = others;
  }

  /** Returns what takes records and makes a lineage of them. */
  public static LineageBuilder builder() {
    return new LineageBuilder();
  }

  /** Returns the lineage of some records. */
  public static Lineage of(Iterable<? extends Entry> entries) {
    LineageBuilder builder = builder();
    entries.forEach(builder::add);
    return builder.build();
  }

  /** Returns all nodes by their number. */
  public List<Node> nodes() {
    return new View<>(graph.nodes()) {
      @Override
      public Node get(int number) {
        return records.node(number);
      }
    };
  }

  /** Returns all edges by the number of their child, those of one as it names them. */
  public List<Edge> edges() {
    return new View<>(graph.edges()) {
      @Override
      public Edge get(int number) {
        return edge(number);
      }
    };
  }

  /** Returns how many records there were that have no lineage: portraits. */
  public int others() {
    return others;
  }

  /**
   * Returns a node, or null.
   *
   * @param type the name of the record type, {@code initiative} or {@code methodologie}
   * @param id its identifier or address
   */
  public @Nullable Node node(String type, String id) {
    int number = records.find(type, id);
    return number < 0 ? null : records.node(number);
  }

  /** Returns the edges to what a node comes from. */
  public List<Edge> parents(Node node) {
    List<Edge> found = new ArrayList<>();
    for (int edge = graph.start(node.number()); edge < graph.end(node.number()); edge++) {
      found.add(edge(edge));
    }
    return found;
  }

  /** Returns the edges from what comes from a node. */
  public List<Edge> children(Node node) {
    List<Edge> found = new ArrayList<>();
    for (EdgeKind kind : EdgeKind.values()) {
      graph.eachTo(node.number(), kind, edge -> found.add(edge(edge)));
    }
    return found;
  }

  /** Returns of each knot of records that come from each other the shortest circle, by kind. */
  public List<Cycle> cycles() {
    List<Cycle> found = new ArrayList<>();
    for (EdgeKind kind : List.of(EdgeKind.DERIVES, EdgeKind.REPLICATES, EdgeKind.MEMBER_OF)) {
      int[] ends = new int[graph.nodes()];
      int[] targets = new int[graph.edges()];
      int size = 0;
      for (int node = 0; node < ends.length; node++) {
        for (int edge = graph.start(node); edge < graph.end(node); edge++) {
          if (graph.kind(edge) == kind) {
            targets[size++] = graph.parent(edge);
          }
        }
        ends[node] = size;
      }
      PackedGraph same = new PackedGraph(ends.length, ends, targets);
      for (int[] cycle : same.shortestCycles(records::id)) {
        found.add(new Cycle(kind, Arrays.stream(cycle).mapToObj(records::node).toList()));
      }
    }
    return found;
  }

  /** Returns the families of methodologies, the largest first. */
  public List<Family> families() {
    List<Family> found = new ArrayList<>();
    for (List<Integer> numbers : derivations.families()) {
      Uses uses = uses(numbers);
      List<Family.Member> members = new ArrayList<>();
      for (int number : numbers) {
        members.add(new Family.Member(records.node(number), derivations.generation(number)));
      }
      int generations = members.get(members.size() - 1).generation() + 1;
      found.add(new Family(List.copyOf(members), generations, uses.size(), territories(uses)));
    }
    return found;
  }

  /** Returns which initiatives use a methodology, and where. */
  public Replications replications(Node methodology) {
    Uses uses = uses(List.of(methodology.number()));
    return new Replications(
        methodology, nodes(uses.direct()), nodes(uses.replicas()), territories(uses));
  }

  /** Returns this of all methodologies that an initiative uses, the most used first. */
  public List<Replications> replications() {
    List<Replications> found = new ArrayList<>();
    for (int node = 0; node < graph.nodes(); node++) {
      if (records.isMethodology(node)) {
        Replications one = replications(records.node(node));
        if (one.total() > 0) {
          found.add(one);
        }
      }
    }
    found.sort(Comparator.comparing(Replications::total, Comparator.reverseOrder()));
    return found;
  }

  /** Returns the derivations that the licences forbid, or leave doubtful. */
  public List<Edge> licenseTroubles() {
    List<Edge> found = new ArrayList<>();
    for (int node = 0; node < graph.nodes(); node++) {
      graph.eachFrom(
          node,
          EdgeKind.DERIVES,
          edge -> {
            if (records.isPresent(graph.parent(edge)) && edge(edge).isLicenseTrouble()) {
              found.add(edge(edge));
            }
          });
    }
    return found;
  }

  /**
   * Returns links that are perhaps missing: at most a thousand of each reason. Titles of
   * methodologies are compared when they share a word that few have, and there are no more than
   * 131,072 methodologies.
   */
  public List<Suggestion> suggestions() {
    return new Suggestions(records, graph, derivations).find();
  }

  /** Returns the part to be shown. */
  public Excerpt excerpt(ExcerptChoice choice) {
    return new ExcerptSearch(this, records, graph, derivations, choice).find();
  }

  /** Returns the edge of a number. */
  Edge edge(int number) {
    int child = graph.child(number);
    int parent = graph.parent(number);
    EdgeKind kind = graph.kind(number);
    String pinned = records.word(graph.pin(number));
    boolean derives = kind == EdgeKind.DERIVES;
    boolean known = derives && records.isPresent(parent);
    return new Edge(
        kind,
        records.node(child),
        records.node(parent),
        pinned,
        pin(pinned, records.version(parent)),
        derives ? records.derivation(child) : null,
        known
            ? LicenseMatrix.verdict(
                records.license(parent), records.license(child), records.derivation(child))
            : null);
  }

  private static Edge.Pin pin(@Nullable String pinned, @Nullable String present) {
    if (pinned == null) {
      return Edge.Pin.NONE;
    }
    if (present == null || !VersionNumber.Validator.matches(present)) {
      return Edge.Pin.UNKNOWN;
    }
    int order = VersionNumber.Validator.compare(pinned, present);
    return order == 0 ? Edge.Pin.CURRENT : order < 0 ? Edge.Pin.OLDER : Edge.Pin.NEWER;
  }

  /** Who applies methodologies, and who else replicates them or what they document. */
  record Uses(Set<Integer> direct, Set<Integer> replicas) {
    int size() {
      return direct.size() + replicas.size();
    }
  }

  Uses uses(Collection<Integer> methodologies) {
    Set<Integer> direct = new LinkedHashSet<>();
    Set<Integer> reached = new LinkedHashSet<>();
    Set<Integer> origins = new LinkedHashSet<>();
    for (int methodology : methodologies) {
      graph.eachTo(methodology, EdgeKind.APPLIES, edge -> direct.add(graph.child(edge)));
      graph.eachFrom(methodology, EdgeKind.DOCUMENTS, edge -> origins.add(graph.parent(edge)));
    }
    reached.addAll(direct);
    reached.addAll(origins);
    List<Integer> queue = new ArrayList<>(reached);
    for (int i = 0; i < queue.size(); i++) {
      graph.eachTo(
          queue.get(i),
          EdgeKind.REPLICATES,
          edge -> {
            if (reached.add(graph.child(edge))) {
              queue.add(graph.child(edge));
            }
          });
    }
    reached.removeAll(direct);
    reached.removeAll(origins);
    return new Uses(direct, reached);
  }

  private List<Node> nodes(Collection<Integer> numbers) {
    return numbers.stream().sorted().map(records::node).toList();
  }

  private List<Territory> territories(Uses uses) {
    Set<Territory> found = new TreeSet<>(Comparator.comparing(Territory::toString));
    uses.direct().forEach(number -> found.addAll(records.territories(number)));
    uses.replicas().forEach(number -> found.addAll(records.territories(number)));
    return List.copyOf(found);
  }

  /** A list whose elements are made when they are asked for. */
  private abstract static class View<E> extends AbstractList<E> implements RandomAccess {
    private final int size;

    View(int size) {
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
