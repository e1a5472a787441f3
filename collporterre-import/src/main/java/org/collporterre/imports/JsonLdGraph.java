package org.collporterre.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.schema.Component;
import org.collporterre.schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one document that are still needed: records that wait for nodes they refer to, in
 * the order of the document, and nodes that others may refer to. At most {@value #MOST} values are
 * kept; beyond that records no longer wait, and nodes are kept only if one is waiting for them.
 */
final class JsonLdGraph {
  /** How many JSON values are kept, about 200 bytes each. */
  static final int MOST = 50_000;

  /** A record with the nodes it waits for. */
  private static final class Waiting {
    private final JsonLdNode node;

    /** Their addresses. */
    private final Set<String> missing;

    /** The addresses of all that it has waited for. */
    private final Set<String> awaited = new HashSet<>();

    Waiting(JsonLdNode node, Set<String> missing) {
      this.node = node;
      this.missing = missing;
    }
  }

  /** Nodes of a type that are not read as records. */
  static final class Ignored {
    private final JsonNode first;
    private int count;

    Ignored(JsonNode first) {
      this.first = first;
    }

    JsonNode first() {
      return first;
    }

    int count() {
      return count;
    }
  }

  private static final int MOST_TYPES = 1000;

  /** Over how many nodes a reference is followed before the record is read. */
  private static final int FARTHEST = 4;

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Map<String, List<Waiting>> waitingFor = new HashMap<>();
  private final Map<String, JsonLdNode> byId = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> others = new LinkedHashSet<>();
  private final Map<String, Ignored> ignored = new LinkedHashMap<>();
  private long kept;
  private boolean ended;

  /** Adds a record that is to be read by a plan. */
  void add(JsonLdNode node, JsonLdPlan plan) {
    Set<String> missing = new LinkedHashSet<>();
    for (JsonLdNode.Property property : node.properties()) {
      boolean content = plan.inner(property.term()) != null || needsContent(property, plan);
      for (JsonLdNode.Value value : property.values()) {
        JsonLdNode inner = value.node();
        if (inner != null && (content || JsonLdBinder.sheetOf(node).equals(inner.id()))) {
          references(inner, missing, FARTHEST);
        }
      }
    }
    missing.remove(node.id());
    if (wanted.size() > MOST) {
      wanted.clear();
    }
    kept += node.source().size();
    Waiting record = new Waiting(node, missing);
    waiting.add(record);
    await(record);
    if (node.id() != null && kept < MOST) {
      byId.putIfAbsent(node.id(), node);
    }
  }

  private static boolean needsContent(JsonLdNode.Property property, JsonLdPlan plan) {
    for (JsonLdPlan.Target target : plan.targets(property.term())) {
      Component component = target.component();
      if (!(component instanceof Field field) || field.refersTo() == null) {
        return true;
      }
    }
    return false;
  }

  /** Collects the addresses of what a node refers to, also by way of nodes that are known. */
  private void references(JsonLdNode node, Set<String> found, int far) {
    if (node.isReference() && node.id() != null) {
      JsonLdNode known = found.add(node.id()) && far > 0 ? byId.get(node.id()) : null;
      if (known != null) {
        references(known, found, far - 1);
      }
    }
    for (JsonLdNode.Property property : node.properties()) {
      for (JsonLdNode.Value value : property.values()) {
        if (value.node() != null) {
          references(value.node(), found, far);
        }
      }
    }
  }

  /** Adds a node that is no record: others may refer to it, else it is ignored. */
  void addOther(JsonLdNode node) {
    String id = node.id();
    if (id == null || kept >= MOST && !wanted.contains(id) || byId.putIfAbsent(id, node) != null) {
      ignore(node);
      return;
    }
    kept += node.source().size();
    if (!wanted.contains(id)) {
      others.add(id);
      return;
    }
    for (Waiting record : List.copyOf(waitingFor.getOrDefault(id, List.of()))) {
      if (record.missing.contains(id)) {
        references(node, record.missing, FARTHEST);
        await(record);
      }
    }
  }

  /** Remembers what a record waits for. */
  private void await(Waiting record) {
    for (String id : record.missing) {
      wanted.add(id);
      if (record.awaited.add(id)) {
        waitingFor.computeIfAbsent(id, key -> new ArrayList<>(1)).add(record);
      }
    }
  }

  private void leave(Waiting record) {
    for (String id : record.awaited) {
      List<Waiting> others = waitingFor.get(id);
      if (others != null) {
        others.remove(record);
        if (others.isEmpty()) {
          waitingFor.remove(id);
        }
      }
    }
  }

  private void ignore(JsonLdNode node) {
    String type = node.types().isEmpty() ? "" : node.types().get(0);
    if (ignored.size() < MOST_TYPES || ignored.containsKey(type)) {
      ignored.computeIfAbsent(type, key -> new Ignored(node.source())).count++;
    }
  }

  /** Says that no nodes follow. */
  void end() {
    ended = true;
  }

  /** Returns the next record that waits for nothing any more, or null. */
  @Nullable JsonLdNode poll() {
    Waiting first = waiting.peek();
    if (first == null) {
      return null;
    }
    first.missing.removeIf(byId::containsKey);
    if (!first.missing.isEmpty() && !ended && kept < MOST) {
      return null;
    }
    waiting.remove();
    leave(first);
    return first.node;
  }

  /** Returns the node of an address, or null when it is not known. */
  @Nullable JsonLdNode find(String id) {
    others.remove(id);
    return byId.get(id);
  }

  /** Returns the node of a sheet and forgets it; null when it is not known. */
  @Nullable JsonLdNode takeSheet(JsonLdNode node) {
    String id = JsonLdBinder.sheetOf(node);
    wanted.remove(id);
    others.remove(id);
    JsonLdNode sheet = byId.remove(id);
    kept -= sheet == null ? 0 : sheet.source().size();
    return sheet;
  }

  /** Forgets a record that has been read, when there is no room to keep it for references. */
  void release(JsonLdNode node) {
    JsonLdNode held = byId.get(node.id());
    if (held == null || held.source() != node.source() || kept >= MOST / 2) {
      kept -= node.source().size();
      byId.remove(node.id());
    }
  }

  /** Returns what was ignored, by type; also what nothing referred to. */
  Map<String, Ignored> ignored() {
    for (String id : others) {
      JsonLdNode node = byId.get(id);
      if (node != null) {
        ignore(node);
      }
    }
    others.clear();
    return ignored;
  }
}
