package org.collporterre.export.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.lineage.Edge;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.lineage.Excerpt;
import org.collporterre.lineage.Node;

/**
 * Draws the part of a lineage to be shown as the inside of an SVG element. What is worded is there
 * in each of some languages, with the language as its class when there are several.
 */
final class Drawing {
  private static final double WIDTH = 224;
  private static final double TEXT = WIDTH - 24;
  private static final double TITLE = 13;

  /** Bold letters are so much wider. */
  private static final double BOLD = 1.1 * TITLE;

  private static final double SMALL = 11;
  private static final double LINE = 17;
  private static final int MOST_LINES = 3;
  private static final double CORNER = 14;
  private static final double BEND = 7;
  private static final double LABEL = 14;

  /** Where there are more lines, only the legend says what they are. */
  private static final int MOST_LABELS = 120;

  private final Excerpt excerpt;
  private final List<LineageWords> languages;
  private final LineageLinks links;
  private final Placement layout = new Placement();
  private final List<List<String>> titles = new ArrayList<>();
  private final Markup out = new Markup();

  Drawing(Excerpt excerpt, List<LineageWords> languages, LineageLinks links) {
    this.excerpt = excerpt;
    this.languages = languages;
    this.links = links;
    place();
  }

  private void place() {
    Map<Integer, Integer> frames = LineageDot.families(excerpt);
    takeIn(frames);
    Map<Integer, Integer> boxes = new HashMap<>();
    for (Node node : excerpt.nodes()) {
      List<String> title = Lettering.wrapped(Markup.plain(node.name()), BOLD, TEXT, MOST_LINES);
      titles.add(title);
      boxes.put(node.number(), boxes.size());
      double height = title.size() * LINE + (hasSubtitle(node) ? LINE : 0) + 16;
      layout.box(WIDTH, height, frames.getOrDefault(node.number(), -1));
    }
    for (Edge edge : excerpt.edges()) {
      layout.line(
          new Layout.Line(
              boxes.getOrDefault(edge.parent().number(), 0),
              boxes.getOrDefault(edge.child().number(), 0),
              labelWidth(edge),
              labelHeight(edge)));
    }
    if (!excerpt.nodes().isEmpty()) {
      layout.run();
    }
  }

  /**
   * An initiative that applies one of a family and that another one of it was written from stands
   * between them; outside of their frame a line would have to lead back.
   */
  private void takeIn(Map<Integer, Integer> frames) {
    Map<Integer, Integer> applied = new HashMap<>();
    for (Edge edge : excerpt.edges()) {
      Integer frame = frames.get(edge.parent().number());
      if (edge.kind() == EdgeKind.APPLIES && frame != null) {
        applied.put(edge.child().number(), frame);
      }
    }
    for (Edge edge : excerpt.edges()) {
      Integer frame = applied.get(edge.parent().number());
      if (edge.kind() == EdgeKind.DOCUMENTS
          && frame != null
          && frame.equals(frames.get(edge.child().number()))) {
        frames.put(edge.parent().number(), frame);
      }
    }
  }

  private boolean hasSubtitle(Node node) {
    return languages.stream().anyMatch(words -> !words.subtitle(node).isEmpty());
  }

  private double labelWidth(Edge edge) {
    double widest = 0;
    for (LineageWords words : languages) {
      for (String line : label(edge, words)) {
        widest = Math.max(widest, Lettering.width(line, SMALL));
      }
    }
    return widest > 0 ? widest + 10 : 0;
  }

  private double labelHeight(Edge edge) {
    return label(edge, languages.get(0)).size() * LABEL + 4;
  }

  /** What must be seen is said on the line also where there is no room for the rest. */
  private List<String> label(Edge edge, LineageWords words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.trouble(edge));
    if (excerpt.edges().size() <= MOST_LABELS) {
      lines.add(words.how(edge));
      lines.add(words.pin(edge));
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }

  double width() {
    return Math.max(layout.width(), WIDTH);
  }

  double height() {
    return Math.max(layout.height(), LINE);
  }

  /** Returns the drawing. */
  String markup() {
    for (int i = 0; i < excerpt.families().size(); i++) {
      frame(excerpt.families().get(i), layout.frameArea(i));
    }
    for (int i = 0; i < excerpt.edges().size(); i++) {
      line(excerpt.edges().get(i), layout.way(i));
    }
    for (int i = 0; i < excerpt.nodes().size(); i++) {
      box(excerpt.nodes().get(i), titles.get(i), layout.boxArea(i));
    }
    return out.toString();
  }

  private void frame(List<Node> family, Layout.Area area) {
    rectangle("frame", area, 10);
    for (LineageWords words : languages) {
      String title = Markup.plain(words.text("family", family.get(0).name()));
      text(
          words,
          "small quiet",
          area.x() + 12,
          area.y() + 19,
          Lettering.cut(title, SMALL, area.width() - 24),
          "start");
    }
    out.line();
  }

  private void rectangle(String style, Layout.Area area, double radius) {
    out.open(
            "rect",
            "class",
            style,
            "x",
            Markup.number(area.x()),
            "y",
            Markup.number(area.y()),
            "width",
            Markup.number(area.width()),
            "height",
            Markup.number(area.height()),
            "rx",
            Markup.number(radius))
        .close("rect");
  }

  private void text(
      LineageWords words, String style, double x, double y, String text, String anchor) {
    String own = languages.size() > 1 ? style + " " + words.language() : style;
    out.element(
        "text",
        text,
        "class",
        own,
        "x",
        Markup.number(x),
        "y",
        Markup.number(y),
        "text-anchor",
        anchor);
  }

  private void line(Edge edge, Layout.Way way) {
    String kind = edge.kind().field();
    String style = edge.isLicenseTrouble() ? kind + " trouble" : kind;
    out.open("g", "class", "edge " + style);
    tooltip(edge);
    out.open("path", "d", path(way.corners()), "marker-end", "url(#" + marker(edge.kind()) + ")")
        .close("path");
    double wide = labelWidth(edge);
    if (wide > 0) {
      double high = labelHeight(edge);
      double top = way.labelY() - high / 2;
      rectangle("plate", new Layout.Area(way.labelX() - wide / 2, top, wide, high), 3);
      for (LineageWords words : languages) {
        double y = top + LABEL - 1;
        for (String line : label(edge, words)) {
          text(words, "small label", way.labelX(), y, line, "middle");
          y += LABEL;
        }
      }
    }
    out.close("g").line();
  }

  private void tooltip(Edge edge) {
    LineageWords words = languages.get(0);
    out.element(
        "title", edge.parent().name() + " — " + words.edge(edge) + " → " + edge.child().name());
  }

  static String marker(EdgeKind kind) {
    return "arrow-" + kind.field();
  }

  /** Returns a path along some corners, which are rounded. */
  private static String path(List<Double> corners) {
    StringBuilder path = new StringBuilder();
    int last = corners.size() / 2 - 1;
    for (int i = 0; i <= last; i++) {
      double x = corners.get(2 * i);
      double y = corners.get(2 * i + 1);
      if (i == 0) {
        point(path, 'M', x, y);
      } else if (i == last) {
        point(path, 'L', x, y);
      } else {
        toward(path, 'L', x, y, corners.get(2 * i - 2), corners.get(2 * i - 1));
        point(path, 'Q', x, y);
        toward(path, ' ', x, y, corners.get(2 * i + 2), corners.get(2 * i + 3));
      }
    }
    return path.toString();
  }

  private static void point(StringBuilder path, char command, double x, double y) {
    path.append(command).append(Markup.number(x)).append(' ').append(Markup.number(y));
  }

  /** Goes from a corner a little way to another one. */
  private static void toward(
      StringBuilder path, char command, double x, double y, double toX, double toY) {
    double length = Math.hypot(toX - x, toY - y);
    double part = length == 0 ? 0 : Math.min(BEND, length / 2) / length;
    point(path, command, x + (toX - x) * part, y + (toY - y) * part);
  }

  private void box(Node node, List<String> title, Layout.Area area) {
    String presence = node.presence().name().toLowerCase(Locale.ROOT);
    String style = "node " + node.type() + " " + presence;
    String link = links.of(node);
    out.open("g", "class", style);
    if (link != null) {
      out.open("a", "href", link);
    }
    out.element(
        "title", languages.get(0).type(node) + " — " + node.name() + " (" + node.id() + ")");
    if (node.isMethodology()) {
      document(area);
    } else {
      rectangle("shape", area, CORNER);
    }
    double y = area.y() + 8 + TITLE;
    for (String line : title) {
      out.element(
          "text", line, "class", "title", "x", Markup.number(area.x() + 12), "y", Markup.number(y));
      y += LINE;
    }
    for (LineageWords words : languages) {
      String subtitle = Markup.plain(words.subtitle(node));
      text(words, "small", area.x() + 12, y, Lettering.cut(subtitle, SMALL, TEXT), "start");
    }
    if (link != null) {
      out.close("a");
    }
    out.close("g").line();
  }

  /** A sheet of paper with a corner turned down. */
  private void document(Layout.Area area) {
    String right = Markup.number(area.x() + area.width());
    String fold = Markup.number(area.x() + area.width() - CORNER);
    String left = Markup.number(area.x());
    String top = Markup.number(area.y());
    String under = Markup.number(area.y() + CORNER);
    String bottom = Markup.number(area.y() + area.height());
    out.open(
            "path",
            "class",
            "shape",
            "d",
            "M" + left + " " + top + "H" + fold + "L" + right + " " + under + "V" + bottom + "H"
                + left + "Z")
        .close("path");
    out.open("path", "class", "fold", "d", "M" + fold + " " + top + "V" + under + "H" + right)
        .close("path");
  }
}
