package org.collporterre.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.collporterre.model.Entry;
import org.collporterre.schema.Component;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;

/**
 * Works out one plan by walking the components of a record class. Fields of different groups that
 * have the same term share a property. Whatever has no term here or elsewhere is counted as lost.
 */
final class NodePlanBuilder {
  private static final byte[] ID = JsonOut.encodedName("@id");

  private final NodePlanner planner;
  private final Schema<?> schema;
  private final NodePart part;
  private final String nodeType;
  private final Map<String, List<NodeSource>> properties = new LinkedHashMap<>();
  private final Map<String, Inner> inners = new LinkedHashMap<>();
  private final List<NodeSource> losses = new ArrayList<>();

  /** By path: the place of its values among those that are read of a record. */
  private final Map<List<Component>, Integer> places = new HashMap<>();

  /** A node between the record's and the values, {@code address} for instance. */
  private record Inner(
      String type, Predicate<Object> when, Map<String, List<NodeSource>> properties) {}

  NodePlanBuilder(NodePlanner planner, Class<?> type, NodePart part, String nodeType) {
    this.planner = planner;
    this.schema = Schema.of(type);
    this.part = part;
    this.nodeType = nodeType;
  }

  NodePlan build() {
    if (part == NodePart.RECORD || part == NodePart.THING) {
      own("@id", (value, run) -> run.out().encoded(run.encodedIri()));
    } else if (part == NodePart.SHEET) {
      own("@id", (value, run) -> run.out().encoded(run.encodedFragment()));
      own("name", (value, run) -> run.out().value("Fiche : " + ((Entry) value).title()));
      own("mainEntity", (value, run) -> reference(run.encodedIri(), run));
    }
    walk(schema.components(), List.of(), false);
    if (part == NodePart.THING) {
      own("subjectOf", (value, run) -> reference(run.encodedFragment(), run));
    }
    NodeReader reader = NodeReader.of(schema, places);
    inners.forEach((property, inner) -> finish(property, inner, reader));
    return new NodePlan(nodeType, reader, places.size(), properties, losses);
  }

  /** Adds a value that is not a field's, in front of those that are. */
  private void own(String property, NodeShape shape) {
    sources(properties, property)
        .add(0, new NodeSource(NodeSource.OWNER, false, NodeForm.ALL, NodeForm.ALL, shape));
  }

  private static void reference(byte[] iri, NodeRun run) {
    run.out().beginObject().name(ID).encoded(iri).endObject();
  }

  private void finish(String property, Inner inner, NodeReader reader) {
    NodePlan plan =
        new NodePlan(inner.type(), reader, places.size(), inner.properties(), List.of());
    sources(properties, property)
        .add(
            new NodeSource(
                NodeSource.OWNER,
                false,
                inner.when().and(plan::isPresent),
                NodeForm.ALL,
                plan::write));
  }

  private NodeSource source(
      List<Component> path, Predicate<Object> when, Predicate<Object> each, NodeShape shape) {
    if (path.isEmpty()) {
      return new NodeSource(NodeSource.OWNER, false, when, each, shape);
    }
    int place = places.computeIfAbsent(List.copyOf(path), any -> places.size());
    return new NodeSource(place, isList(path.get(path.size() - 1)), when, each, shape);
  }

  private static List<NodeSource> sources(
      Map<String, List<NodeSource>> properties, String property) {
    return properties.computeIfAbsent(property, name -> new ArrayList<>());
  }

  private void walk(List<Component> components, List<Component> outer, boolean outerOnSheet) {
    for (Component component : components) {
      List<Component> path = new ArrayList<>(outer);
      path.add(component);
      boolean onSheet = outerOnSheet || component.onSheet();
      if (component instanceof Group group && group.terms().isEmpty() && !group.isList()) {
        walk(schema.componentsOf(group), path, onSheet);
      } else if (component instanceof Component.Rest) {
        if (part.counts(onSheet)) {
          lose(path, NodeForm.ALL, NodeForm.ALL, NodeLoss.COLUMNS);
        }
      } else {
        component(component, path, onSheet);
      }
    }
  }

  private void component(Component component, List<Component> path, boolean onSheet) {
    NodeShape lost = NodeLoss.of(key(component));
    boolean counted = part.counts(onSheet);
    Predicate<Object> open = NodeConditions.open(component, schema);
    List<Term> terms = NodeTerms.choose(component, part, onSheet, nodeType);
    if (counted && (terms.isEmpty() && !isOnSheetOnly(component) || open == NodeConditions.NEVER)) {
      lose(path, NodeForm.ALL, NodeForm.ALL, lost);
      return;
    }
    Predicate<Object> each = NodeForm.ALL;
    if (LinkedNode.class.isAssignableFrom(valueClass(component))) {
      each = value -> !((LinkedNode) value).isPersonal();
    }
    if (counted && each != NodeForm.ALL) {
      lose(path, NodeForm.ALL, each.negate(), lost);
    }
    if (counted && open != NodeForm.ALL) {
      lose(path, open.negate(), each, lost);
    }
    List<String> relations = NodeTerms.relations(terms);
    List<Predicate<Object>> parts = new ArrayList<>();
    for (Term term : terms) {
      Predicate<Object> mine =
          relations.isEmpty() ? each : each.and(NodeConditions.related(term, relations));
      term(component, term, path, open.and(NodeConditions.unless(term, schema)), mine, parts);
    }
    if (counted) {
      untrue(component, path, open, each, parts);
    }
    for (Term term : terms) {
      if (!term.unless().isEmpty()) {
        substitute((Field) component, schema.requireField(term.unless()));
      }
    }
  }

  /** Counts what is written and yet does not come back: some texts, and the order of values. */
  private void untrue(
      Component component,
      List<Component> path,
      Predicate<Object> open,
      Predicate<Object> each,
      List<Predicate<Object>> parts) {
    NodeShape lost = NodeLoss.of(key(component));
    if (parts.size() > 1 && isList(component)) {
      Predicate<Object> mixed =
          owner -> !NodeConditions.isInOrder(NodeSource.value(path, owner), parts);
      lose(List.of(), open.and(mixed), NodeForm.ALL, lost);
    }
    if (component instanceof Field field && NodeConditions.isText(field)) {
      lose(path, open, each.and(NodeConditions.givesBack(field).negate()), lost);
    }
  }

  /** A text equal to its substitute is taken for the substitute when it is read. */
  private void substitute(Field substitute, Field text) {
    Predicate<Object> same =
        owner -> {
          Object value = text.from(owner);
          return value != null && value.equals(substitute.from(owner));
        };
    lose(List.of(), same, NodeForm.ALL, NodeLoss.of(text.key()));
  }

  private static boolean isList(Component component) {
    return component instanceof Field field
        ? field.isList()
        : component instanceof Group group && group.isList();
  }

  private boolean isOnSheetOnly(Component component) {
    return part == NodePart.THING && component.terms().stream().anyMatch(Term::sheet);
  }

  private void lose(
      List<Component> path, Predicate<Object> when, Predicate<Object> each, NodeShape lost) {
    losses.add(source(path, when, each, lost));
  }

  private void term(
      Component component,
      Term term,
      List<Component> path,
      Predicate<Object> when,
      Predicate<Object> each,
      List<Predicate<Object>> parts) {
    Map<String, List<NodeSource>> target = properties;
    if (!term.in().isEmpty()) {
      target = inner(term).properties();
      if (isPosition(term)) {
        NodeShape lost = NodeLoss.of(key(component));
        lose(path, NodeConditions.LOCATED.negate(), NodeForm.ALL, lost);
      }
    }
    Class<?> type = valueClass(component);
    NodeForm form =
        type.isAnnotationPresent(EntryType.class)
            ? NodeForm.of(planner.nested(type))
            : planner.forms().of((Field) component, term);
    add(sources(target, term.value()), path, when, each.and(form.fits()), form.shape(), parts);
    if (!form.otherTerm().isEmpty()) {
      Predicate<Object> others = each.and(form.fits().negate());
      add(sources(target, form.otherTerm()), path, when, others, form.otherShape(), parts);
    }
  }

  private void add(
      List<NodeSource> sources,
      List<Component> path,
      Predicate<Object> when,
      Predicate<Object> each,
      NodeShape shape,
      List<Predicate<Object>> parts) {
    sources.add(source(path, when, each, shape));
    parts.add(each);
  }

  private Inner inner(Term term) {
    sources(properties, term.in());
    return inners.computeIfAbsent(
        term.in(),
        name ->
            new Inner(
                term.inType(),
                isPosition(term) ? NodeConditions.LOCATED : NodeForm.ALL,
                new LinkedHashMap<>()));
  }

  private static boolean isPosition(Term term) {
    return term.inType().equals("GeoCoordinates");
  }

  private static Class<?> valueClass(Component component) {
    return component instanceof Field field
        ? field.valueClass()
        : component instanceof Group group ? group.type() : Object.class;
  }

  private static String key(Component component) {
    if (component instanceof Field field) {
      return field.key();
    }
    Group group = (Group) component;
    return group.child() == null ? group.path() : Objects.requireNonNull(group.child()).value();
  }
}
