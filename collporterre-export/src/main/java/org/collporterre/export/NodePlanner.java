package org.collporterre.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.schema.Component;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;

/** Makes the plans of one writer. Used by one thread. */
final class NodePlanner {
  private final NodeForms forms;
  private final Map<Class<?>, NodePlans> nested = new HashMap<>();

  NodePlanner(String base, Vocabularies vocabularies) {
    this.forms = new NodeForms(base, vocabularies);
  }

  /** Returns how values are written. */
  NodeForms forms() {
    return forms;
  }

  /** Returns the nodes that make up a record of the dataset, in the order of writing. */
  List<NodePlans> record(Class<? extends Entry> type) {
    boolean split = Schema.of(type).components().stream().anyMatch(Component::onSheet);
    return split
        ? List.of(
            new NodePlans(this, type, NodePart.THING), new NodePlans(this, type, NodePart.SHEET))
        : List.of(new NodePlans(this, type, NodePart.RECORD));
  }

  /** Returns the plans of a record class whose values are inside others. */
  NodePlans nested(Class<?> type) {
    return nested.computeIfAbsent(type, key -> new NodePlans(this, key, NodePart.NESTED));
  }
}
