package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.ExternalId;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Component;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a property go: the {@link Term} declarations of a record class, read
 * backwards. What is worked out when it is first asked for is kept; used by one thread.
 */
final class JsonLdPlan {
  /** What the properties of our namespace begin with. */
  private static final String OWN = "cpt:";

  /**
   * A component that takes values of a property.
   *
   * @param named whether the term is for nodes of this very type
   * @param own whether the property is ours, for plain values that the term cannot hold
   */
  record Target(Component component, JsonLdTerm term, boolean named, boolean own) {}

  /**
   * A field that is written in the place of another which has no value.
   *
   * @param own the field
   * @param other the one that its value was read into
   */
  record Substitute(Field own, Field other) {}

  private final Schema<?> schema;
  private final String nodeType;
  private final Map<String, List<Target>> targets = new LinkedHashMap<>();
  private final Map<String, JsonLdPlan> inner = new LinkedHashMap<>();
  private final Map<String, String> innerTypes = new HashMap<>();
  private final List<Substitute> substitutes = new ArrayList<>();
  private final Map<Group, JsonLdPlan> groups = new HashMap<>();
  private final Map<Group, JsonLdTerm> groupTerms = new HashMap<>();
  private final Map<String, Integer> orders = new HashMap<>();

  private JsonLdPlan(Schema<?> schema, String nodeType) {
    this.schema = schema;
    this.nodeType = nodeType;
  }

  /** Returns the plan of a record class. */
  static JsonLdPlan of(Schema<?> schema) {
    return of(schema, schema.components(), schema.nodeType());
  }

  private static JsonLdPlan of(Schema<?> schema, List<Component> components, String nodeType) {
    JsonLdPlan plan = new JsonLdPlan(schema, nodeType);
    plan.walk(components);
    plan.ownNames(components);
    plan.targets.values().forEach(list -> list.sort(Comparator.comparingInt(JsonLdPlan::rank)));
    return plan;
  }

  private void walk(List<Component> components) {
    for (Component component : components) {
      if (component instanceof Group group && group.terms().isEmpty() && !group.isList()) {
        walk(schema.componentsOf(group));
      } else {
        component.terms().forEach(term -> add(component, term));
      }
    }
  }

  private void add(Component component, Term term) {
    boolean named = Arrays.asList(term.on()).contains(nodeType);
    if (!term.unless().isEmpty()) {
      if (named || term.on().length == 0) {
        substitutes.add(new Substitute((Field) component, schema.requireField(term.unless())));
      }
      return;
    }
    JsonLdPlan owner = this;
    if (!term.in().isEmpty()) {
      owner = inner.computeIfAbsent(term.in(), key -> new JsonLdPlan(schema, term.inType()));
      innerTypes.put(term.inType(), term.in());
    }
    Target target = new Target(component, JsonLdTerm.of(term), named, false);
    owner.list(term.value()).add(target);
    if (component instanceof Field field && field.valueClass() == ExternalId.class) {
      owner.list("sameAs").add(target);
    }
  }

  private List<Target> list(String property) {
    return targets.computeIfAbsent(property, key -> new ArrayList<>(1));
  }

  /** What a property of schema.org cannot hold is in one of ours named as the field is. */
  private void ownNames(List<Component> components) {
    for (Component component : components) {
      if (component instanceof Group group && group.terms().isEmpty() && !group.isList()) {
        ownNames(schema.componentsOf(group));
      } else if (component instanceof Field field && !field.terms().isEmpty()) {
        String own = OWN + field.englishKey();
        targets.computeIfAbsent(
            own, key -> new ArrayList<>(List.of(new Target(field, first(field), false, true))));
      }
    }
  }

  private static JsonLdTerm first(Component component) {
    return JsonLdTerm.of(component.terms().get(0));
  }

  /** The pickiest come first: registers and vocabularies, references, then what takes any text. */
  private static int rank(Target target) {
    String node = target.term().node();
    int rank = node.equals("PropertyValue") ? 0 : node.equals("DefinedTerm") ? 1 : 3;
    boolean refers = target.component() instanceof Field field && field.refersTo() != null;
    return refers ? 2 : rank;
  }

  Schema<?> schema() {
    return schema;
  }

  /** Returns what takes values of a property, the pickiest first. */
  List<Target> targets(String property) {
    return targets.getOrDefault(property, List.of());
  }

  /** Returns the plan of the node inside, {@code address} say, or null. */
  @Nullable JsonLdPlan inner(String property) {
    return inner.get(property);
  }

  /** Returns the property whose inner node has a type, {@code PostalAddress} say, or null. */
  @Nullable String innerOf(List<String> types) {
    for (String type : types) {
      if (innerTypes.containsKey(type)) {
        return innerTypes.get(type);
      }
    }
    return null;
  }

  /** Returns the first field that may take a text for the whole node inside. */
  @Nullable Field first() {
    for (List<Target> list : targets.values()) {
      if (list.get(0).component() instanceof Field field) {
        return field;
      }
    }
    return null;
  }

  List<Substitute> substitutes() {
    return substitutes;
  }

  /** Returns the plan of a group of this schema that is a node of its own. */
  JsonLdPlan group(Group group) {
    return groups.computeIfAbsent(
        group, key -> of(schema, schema.componentsOf(key), Schema.of(key.type()).nodeType()));
  }

  /** Returns the first term of a group. */
  JsonLdTerm term(Group group) {
    return groupTerms.computeIfAbsent(group, JsonLdPlan::first);
  }

  /** Returns the field of a property that holds plain values, or null. */
  @Nullable Field field(String property) {
    for (Target target : targets(property)) {
      if (target.component() instanceof Field field && target.term().node().isEmpty()) {
        return field;
      }
    }
    return null;
  }

  /** Returns the inline list of records that have inner nodes: a place has an address. */
  @Nullable ChildTable place() {
    for (ChildTable table : schema.childTables()) {
      if (table.isInline()) {
        return table;
      }
    }
    return null;
  }

  /**
   * Returns when a property is to be read: first the identifier, which findings name, then what
   * others depend on, then terms for this type of node, then all others; directions last, because
   * they are added to the text.
   */
  int order(String property) {
    if (orders.isEmpty()) {
      targets.keySet().forEach(known -> orders.put(known, worked(known)));
      orders.put("itemListElement", 5);
    }
    return orders.getOrDefault(property, 4);
  }

  private int worked(String property) {
    int order = 4;
    for (Target target : targets(property)) {
      if (target.term().propertyId().equals("collporterre")) {
        return 0;
      }
      order = Math.min(order, property.equals("inLanguage") ? 1 : target.named() ? 2 : 3);
    }
    return order;
  }
}
