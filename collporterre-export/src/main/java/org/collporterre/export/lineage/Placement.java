package org.collporterre.export.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Places boxes and lines: each connected part by itself, see {@link Layout}, the parts in rows from
 * the largest to the smallest.
 */
final class Placement {
  private static final double NARROWEST_ROW = 1100;

  private record Box(double width, double height, int frame) {}

  /** A connected part, and where it stands. */
  private static final class Part {
    final Layout layout = new Layout();
    final Map<Integer, Integer> boxes = new LinkedHashMap<>();
    final Map<Integer, Integer> frames = new LinkedHashMap<>();
    final Map<Integer, Integer> lines = new LinkedHashMap<>();
    double left;
    double top;

    Layout.Area moved(Layout.Area area) {
      return new Layout.Area(left + area.x(), top + area.y(), area.width(), area.height());
    }
  }

  private final List<Box> boxes = new ArrayList<>();
  private final List<Layout.Line> lines = new ArrayList<>();
  private final List<Part> partOfBox = new ArrayList<>();
  private final Map<Integer, Part> partOfFrame = new LinkedHashMap<>();
  private double width;
  private double height;

  /**
   * Adds a box.
   *
   * @param frame the number of the frame it is in, from 0, or −1
   */
  void box(double boxWidth, double boxHeight, int frame) {
    boxes.add(new Box(boxWidth, boxHeight, frame));
  }

  void line(Layout.Line line) {
    lines.add(line);
  }

  /** Places everything. */
  void run() {
    int[] leader = leaders();
    Map<Integer, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      Part part = parts.computeIfAbsent(leader[i], key -> new Part());
      partOfBox.add(part);
      Box box = boxes.get(i);
      int frame = box.frame();
      if (frame >= 0 && partOfFrame.put(frame, part) == null) {
        part.frames.put(frame, part.layout.frame());
      }
      part.boxes.put(i, part.boxes.size());
      part.layout.box(box.width(), box.height(), part.frames.getOrDefault(frame, -1));
    }
    for (int i = 0; i < lines.size(); i++) {
      Layout.Line line = lines.get(i);
      Part part = partOfBox.get(line.from());
      part.lines.put(i, part.lines.size());
      part.layout.line(
          new Layout.Line(
              part.boxes.getOrDefault(line.from(), 0),
              part.boxes.getOrDefault(line.to(), 0),
              line.labelWidth(),
              line.labelHeight()));
    }
    stand(new ArrayList<>(parts.values()));
  }

  /** Returns of each box the first one that it is connected with. */
  private int[] leaders() {
    int[] leader = new int[boxes.size()];
    Map<Integer, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      int frame = boxes.get(i).frame();
      if (frame >= 0) {
        first.putIfAbsent(frame, i);
        join(leader, i, first.getOrDefault(frame, i));
      }
    }
    lines.forEach(line -> join(leader, line.from(), line.to()));
    for (int i = 0; i < leader.length; i++) {
      leader[i] = leader(leader, i);
    }
    return leader;
  }

  private static int leader(int[] leader, int box) {
    int at = box;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }

  private static void join(int[] leader, int one, int other) {
    int a = leader(leader, one);
    int b = leader(leader, other);
    leader[Math.max(a, b)] = Math.min(a, b);
  }

  private void stand(List<Part> parts) {
    parts.forEach(part -> part.layout.run());
    parts.sort((a, b) -> Double.compare(b.layout.height(), a.layout.height()));
    double row = NARROWEST_ROW;
    for (Part part : parts) {
      row = Math.max(row, part.layout.width());
    }
    double left = 0;
    double rowHeight = 0;
    for (Part part : parts) {
      if (left > 0 && left + part.layout.width() > row) {
        height += rowHeight;
        left = 0;
        rowHeight = 0;
      }
      part.left = left;
      part.top = height;
      left += part.layout.width();
      rowHeight = Math.max(rowHeight, part.layout.height());
      width = Math.max(width, left);
    }
    height += rowHeight;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  Layout.Area frameArea(int frame) {
    Part part = Objects.requireNonNull(partOfFrame.get(frame));
    return part.moved(part.layout.frameArea(part.frames.getOrDefault(frame, 0)));
  }

  Layout.Area boxArea(int box) {
    Part part = partOfBox.get(box);
    return part.moved(part.layout.boxArea(part.boxes.getOrDefault(box, 0)));
  }

  Layout.Way way(int line) {
    Part part = partOfBox.get(lines.get(line).from());
    Layout.Way way = part.layout.way(part.lines.getOrDefault(line, 0));
    List<Double> corners = new ArrayList<>();
    for (int i = 0; i < way.corners().size(); i++) {
      corners.add(way.corners().get(i) + (i % 2 == 0 ? part.left : part.top));
    }
    return new Layout.Way(corners, part.left + way.labelX(), part.top + way.labelY());
  }
}
