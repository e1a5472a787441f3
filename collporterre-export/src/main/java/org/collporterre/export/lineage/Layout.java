package org.collporterre.export.lineage;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/**
 * Places boxes in layers from left to right, some of them together in frames, and leads lines
 * between them; all in pixels. The work is done by Eclipse ELK, which need not be there otherwise.
 */
final class Layout {
  private static final double HEAD = 30;
  private static final double MARGIN = 14;

  /** A rectangle. */
  record Area(double x, double y, double width, double height) {}

  /** A line between the boxes of these numbers, with a text on it when that has a width. */
  record Line(int from, int to, double labelWidth, double labelHeight) {}

  /** Where a line goes: x and y of each corner, and the middle of its text. */
  record Way(List<Double> corners, double labelX, double labelY) {}

  private final ElkNode root = ElkGraphUtil.createGraph();
  private final List<ElkNode> frames = new ArrayList<>();
  private final List<ElkNode> boxes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  Layout() {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    spaces(root);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
  }

  private static void spaces(ElkNode node) {
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 46.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
    node.setProperty(LayeredOptions.SPACING_LABEL_LABEL, 4.0);
  }

  /** Adds a frame, and returns its number. */
  int frame() {
    ElkNode frame = ElkGraphUtil.createNode(root);
    spaces(frame);
    frame.setProperty(CoreOptions.PADDING, new ElkPadding(HEAD, MARGIN, MARGIN, MARGIN));
    frames.add(frame);
    return frames.size() - 1;
  }

  /**
   * Adds a box.
   *
   * @param frame the number of the frame it is in, or −1
   */
  void box(double width, double height, int frame) {
    ElkNode box = ElkGraphUtil.createNode(frame < 0 ? root : frames.get(frame));
    box.setDimensions(width, height);
    boxes.add(box);
  }

  void line(Line line) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(boxes.get(line.from()), boxes.get(line.to()));
    if (line.labelWidth() > 0) {
      // A label without a text would be passed over.
      ElkLabel label = ElkGraphUtil.createLabel("x", edge);
      label.setDimensions(line.labelWidth(), line.labelHeight());
    }
    edges.add(edge);
  }

  /** Places everything; before, nothing has a place. */
  void run() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
  }

  double width() {
    return root.getWidth();
  }

  double height() {
    return root.getHeight();
  }

  Area frameArea(int frame) {
    return area(frames.get(frame));
  }

  Area boxArea(int box) {
    return area(boxes.get(box));
  }

  private static Area area(ElkNode node) {
    return new Area(
        left(node.getParent()) + node.getX(),
        top(node.getParent()) + node.getY(),
        node.getWidth(),
        node.getHeight());
  }

  private static double left(@Nullable ElkNode node) {
    return node == null || node.getParent() == null ? 0 : node.getX() + left(node.getParent());
  }

  private static double top(@Nullable ElkNode node) {
    return node == null || node.getParent() == null ? 0 : node.getY() + top(node.getParent());
  }

  Way way(int line) {
    ElkEdge edge = edges.get(line);
    double x = left(edge.getContainingNode());
    double y = top(edge.getContainingNode());
    List<Double> corners = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      corners.add(x + section.getStartX());
      corners.add(y + section.getStartY());
      for (ElkBendPoint bend : section.getBendPoints()) {
        corners.add(x + bend.getX());
        corners.add(y + bend.getY());
      }
      corners.add(x + section.getEndX());
      corners.add(y + section.getEndY());
    }
    if (edge.getLabels().isEmpty()) {
      return new Way(corners, 0, 0);
    }
    ElkLabel label = edge.getLabels().get(0);
    return new Way(
        corners, x + label.getX() + label.getWidth() / 2, y + label.getY() + label.getHeight() / 2);
  }
}
