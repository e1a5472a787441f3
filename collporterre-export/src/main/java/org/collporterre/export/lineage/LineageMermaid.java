package org.collporterre.export.lineage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.lineage.Edge;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.lineage.Excerpt;
import org.collporterre.lineage.Lineage;
import org.collporterre.lineage.Node;

/** Writes a lineage as a flowchart of Mermaid, which many platforms draw within Markdown. */
public final class LineageMermaid {
  private static final double WIDTH = 340;

  private LineageMermaid() {}

  /** Writes a diagram; the stream is flushed, not closed. */
  public static void write(Lineage lineage, LineageOptions options, OutputStream out)
      throws IOException {
    LineageWords words = LineageWords.in(options.locale(), options.names());
    Excerpt excerpt = lineage.excerpt(options.choice());
    StringBuilder chart = new StringBuilder("flowchart LR\n");
    Map<Integer, Integer> families = LineageDot.families(excerpt);
    for (int i = 0; i < excerpt.families().size(); i++) {
      String first = excerpt.families().get(i).get(0).name();
      chart.append("  subgraph f").append(i).append('[');
      chart.append(quoted(words.text("family", first))).append("]\n");
      excerpt.families().get(i).forEach(node -> node(chart.append("  "), node, words));
      chart.append("  end\n");
    }
    for (Node node : excerpt.nodes()) {
      if (!families.containsKey(node.number())) {
        node(chart, node, words);
      }
    }
    excerpt.edges().forEach(edge -> edge(chart, edge, words));
    chart.append("  classDef methodologie fill:#e2edfb,stroke:#245ea8,color:#1b1f24\n");
    chart.append("  classDef initiative fill:#e3f4e6,stroke:#2c7a3f,color:#1b1f24\n");
    styles(chart, excerpt);
    out.write(chart.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void node(StringBuilder chart, Node node, LineageWords words) {
    String subtitle = words.subtitle(node);
    String title = Lettering.cut(Markup.plain(node.name()), 13, WIDTH);
    String label = quoted(subtitle.isEmpty() ? title : title + "\n" + subtitle);
    chart.append("  n").append(node.number());
    chart.append(node.isMethodology() ? "[[" + label + "]]" : "(" + label + ")");
    chart.append(":::").append(node.type()).append('\n');
  }

  private static void edge(StringBuilder chart, Edge edge, LineageWords words) {
    String trouble = words.trouble(edge);
    String label = quoted(words.edge(edge) + (trouble.isEmpty() ? "" : "\n" + trouble));
    String arrow =
        switch (edge.kind()) {
          case DERIVES -> " ==>";
          case REPLICATES, DOCUMENTS -> " -.->";
          case APPLIES -> " -->";
          case MEMBER_OF -> " --o";
        };
    chart.append("  n").append(edge.parent().number()).append(arrow);
    chart.append('|').append(label).append("| n").append(edge.child().number()).append('\n');
  }

  private static void styles(StringBuilder chart, Excerpt excerpt) {
    for (EdgeKind kind : EdgeKind.values()) {
      links(chart, excerpt, kind, false, LineageDot.colour(kind));
    }
    links(chart, excerpt, EdgeKind.DERIVES, true, "#c1121f");
  }

  private static void links(
      StringBuilder chart, Excerpt excerpt, EdgeKind kind, boolean trouble, String colour) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < excerpt.edges().size(); i++) {
      Edge edge = excerpt.edges().get(i);
      if (edge.kind() == kind && edge.isLicenseTrouble() == trouble) {
        numbers.add(Integer.toString(i));
      }
    }
    if (!numbers.isEmpty()) {
      chart.append("  linkStyle ").append(String.join(",", numbers));
      chart.append(" stroke:").append(colour).append('\n');
    }
  }

  /**
   * What is neither a letter, a digit nor harmless is written as the number of the character:
   * Mermaid reads HTML within quotes, and Markdown, whose lists begin with a point or a dash.
   */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    int[] points = Markup.plain(text).codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean blankNext = i + 1 == points.length || points[i + 1] == ' ';
      if (points[i] == '\n') {
        quoted.append("<br/>");
      } else if (isHarmless(points[i], blankNext)) {
        quoted.appendCodePoint(points[i]);
      } else {
        quoted.append('#').append(points[i]).append(';');
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isHarmless(int c, boolean blankNext) {
    return Character.isLetterOrDigit(c)
        || c > 0x7F
        || " ,:/".indexOf(c) >= 0
        || !blankNext && ".-".indexOf(c) >= 0;
  }
}
