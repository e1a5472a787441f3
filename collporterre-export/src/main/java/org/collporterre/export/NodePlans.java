package org.collporterre.export;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Schema;

/**
 * The plans of a record class, one for each schema.org type that its values turn out to have. Used
 * by one thread.
 */
final class NodePlans implements NodeShape {
  /** The type of the node of a sheet. */
  private static final String SHEET = "CreativeWork";

  private final NodePlanner planner;
  private final Class<?> type;
  private final NodePart part;
  private final String nodeType;
  private final List<NodePlan> plans = new ArrayList<>(1);

  NodePlans(NodePlanner planner, Class<?> type, NodePart part) {
    this.planner = planner;
    this.type = type;
    this.part = part;
    this.nodeType = part == NodePart.SHEET ? SHEET : Schema.of(type).nodeType();
  }

  @Override
  public void write(Object value, NodeRun run) {
    String actual =
        value instanceof LinkedNode node && part != NodePart.SHEET ? node.nodeType() : nodeType;
    plan(actual).write(value, run);
  }

  private NodePlan plan(String actual) {
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i).type().equals(actual)) {
        return plans.get(i);
      }
    }
    NodePlan plan = new NodePlanBuilder(planner, type, part, actual).build();
    plans.add(plan);
    return plan;
  }
}
