package org.collporterre.export.lineage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.lineage.Edge;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.lineage.Excerpt;
import org.collporterre.lineage.Lineage;
import org.collporterre.lineage.Node;

/** Writes a lineage as a graph in the DOT language of Graphviz. */
public final class LineageDot {
  private LineageDot() {}

  /** Writes a graph; the stream is flushed, not closed. */
  public static void write(Lineage lineage, LineageOptions options, OutputStream out)
      throws IOException {
    LineageWords words = LineageWords.in(options.locale(), options.names());
    Excerpt excerpt = lineage.excerpt(options.choice());
    LineageLinks links = new LineageLinks(options.baseUri(), false);
    String title = options.title(words);
    StringBuilder dot = new StringBuilder("digraph lineage {\n");
    dot.append("  graph [rankdir=LR, fontname=\"Helvetica\", labelloc=b, label=")
        .append(quoted(title + "\n" + words.caption(excerpt)))
        .append("];\n  node [fontname=\"Helvetica\", fontsize=11, style=filled];\n")
        .append("  edge [fontname=\"Helvetica\", fontsize=9];\n");
    Map<Integer, Integer> families = families(excerpt);
    for (int i = 0; i < excerpt.families().size(); i++) {
      String first = excerpt.families().get(i).get(0).name();
      dot.append("  subgraph cluster_").append(i).append(" {\n    style=dotted;\n    label=");
      dot.append(quoted(words.text("family", first))).append(";\n");
      excerpt.families().get(i).forEach(node -> node(dot.append("  "), node, words, links));
      dot.append("  }\n");
    }
    for (Node node : excerpt.nodes()) {
      if (!families.containsKey(node.number())) {
        node(dot, node, words, links);
      }
    }
    excerpt.edges().forEach(edge -> edge(dot, edge, words));
    out.write(dot.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Returns of each member of a family, by its number, the place of the family. */
  static Map<Integer, Integer> families(Excerpt excerpt) {
    Map<Integer, Integer> families = new HashMap<>();
    for (int i = 0; i < excerpt.families().size(); i++) {
      for (Node node : excerpt.families().get(i)) {
        families.put(node.number(), i);
      }
    }
    return families;
  }

  private static void node(StringBuilder dot, Node node, LineageWords words, LineageLinks links) {
    List<String> title = Lettering.wrapped(Markup.plain(node.name()), 13, 190, 3);
    boolean present = node.presence() == Node.Presence.PRESENT;
    String style =
        (node.isMethodology() ? "filled" : "rounded,filled") + (present ? "" : ",dashed");
    dot.append("  n").append(node.number());
    dot.append(" [label=").append(quoted(String.join("\n", title) + "\n" + words.subtitle(node)));
    dot.append(", shape=").append(node.isMethodology() ? "note" : "box");
    dot.append(", style=\"").append(style).append('"');
    dot.append(", fillcolor=\"").append(node.isMethodology() ? "#e2edfb" : "#e3f4e6").append('"');
    String link = links.of(node);
    if (link != null) {
      dot.append(", URL=").append(quoted(link));
    }
    dot.append("];\n");
  }

  private static void edge(StringBuilder dot, Edge edge, LineageWords words) {
    String trouble = words.trouble(edge);
    String label = words.edge(edge) + (trouble.isEmpty() ? "" : "\n" + trouble);
    dot.append("  n").append(edge.parent().number()).append(" -> n").append(edge.child().number());
    dot.append(" [label=").append(quoted(label));
    dot.append(", style=").append(style(edge.kind()));
    dot.append(", color=\"").append(edge.isLicenseTrouble() ? "#c1121f" : colour(edge.kind()));
    dot.append("\"];\n");
  }

  private static String style(EdgeKind kind) {
    return switch (kind) {
      case DERIVES -> "bold";
      case REPLICATES -> "dashed";
      case APPLIES -> "solid";
      case MEMBER_OF, DOCUMENTS -> "dotted";
    };
  }

  static String colour(EdgeKind kind) {
    return switch (kind) {
      case DERIVES -> "#245ea8";
      case REPLICATES -> "#2c7a3f";
      case APPLIES -> "#b3541e";
      case MEMBER_OF -> "#6b6b6b";
      case DOCUMENTS -> "#7a3e9d";
    };
  }

  /** Also within quotes Graphviz reads escapes, and names of characters as in HTML. */
  private static String quoted(String text) {
    return '"'
        + Markup.plain(text)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("&", "&amp;")
            .replace("\n", "\\n")
        + '"';
  }
}
