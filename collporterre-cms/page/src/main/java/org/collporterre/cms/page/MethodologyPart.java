package org.collporterre.cms.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.lineage.Edge;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.lineage.Lineage;
import org.collporterre.lineage.Node;
import org.collporterre.lineage.Replications;
import org.collporterre.model.Entry;
import org.collporterre.model.Methodology;
import org.collporterre.model.Step;
import org.collporterre.reports.page.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes how something is done, step by step, and what it was made from and became. */
final class MethodologyPart {
  private static final int GENERATIONS = 6;
  private static final int MOST = 60;

  private final Scene scene;
  private final Words words;
  private final Values values;
  private final Methodology methodology;

  MethodologyPart(Scene scene, Methodology methodology) {
    this.scene = scene;
    this.words = scene.words();
    this.values = new Values(scene);
    this.methodology = methodology;
  }

  void write(HtmlWriter html) throws IOException {
    steps(html);
    lineage(html);
  }

  private void steps(HtmlWriter html) throws IOException {
    if (methodology.steps().isEmpty()) {
      return;
    }
    html.element(scene.heading(1), words.text("steps")).line();
    html.open("ol", "class", "collp-etapes").line();
    for (Step step : methodology.steps()) {
      html.open("li", "class", "collp-etape").line();
      html.element(scene.heading(2), step.title(), "dir", "auto").line();
      if (step.duration() != null) {
        html.element("p", values.duration(step.duration()), "class", "collp-ou").line();
      }
      if (step.text() != null) {
        html.fragment(Prose.html(step.text(), scene.heading() + 3));
      }
      lines(html, "step.tools", step.tools());
      lines(html, "step.tips", step.tips());
      lines(html, "step.pitfalls", step.pitfalls());
      html.close().line();
    }
    html.close().line();
  }

  private void lines(HtmlWriter html, String key, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    html.open("p").element("strong", words.text(key)).close().open("ul");
    for (String line : lines) {
      html.element("li", line, "dir", "auto");
    }
    html.close().line();
  }

  private void lineage(HtmlWriter html) throws IOException {
    Lineage lineage = scene.publication().lineage();
    Node self = lineage.node("methodologie", methodology.id());
    if (self == null) {
      return;
    }
    List<Edge> parents = of(lineage.parents(self));
    List<Edge> children = of(lineage.children(self));
    Replications uses = lineage.replications(self);
    if (parents.isEmpty() && children.isEmpty() && uses.total() == 0) {
      return;
    }
    html.open("section", "class", "collp-filiation").line();
    html.element(scene.heading(1), words.text("lineage")).line();
    if (!parents.isEmpty() || !children.isEmpty()) {
      html.open("ul").line();
      Set<Integer> seen = new HashSet<>();
      for (Node origin : origins(lineage, self)) {
        branch(html, lineage, origin, null, self, seen, 0);
      }
      html.close().line();
    }
    if (uses.total() > 0) {
      html.element("p", words.count("lineage.uses", uses.total())).line();
    }
    html.close().line();
  }

  private static List<Edge> of(List<Edge> edges) {
    return edges.stream().filter(edge -> edge.kind() == EdgeKind.DERIVES).toList();
  }

  /** Returns what was there first. */
  private static List<Node> origins(Lineage lineage, Node self) {
    List<Node> origins = new ArrayList<>();
    List<Node> reached = new ArrayList<>(List.of(self));
    for (int i = 0; i < reached.size() && i < MOST; i++) {
      List<Edge> parents = of(lineage.parents(reached.get(i)));
      if (parents.isEmpty()) {
        origins.add(reached.get(i));
      }
      for (Edge parent : parents) {
        if (reached.stream().noneMatch(one -> one.number() == parent.parent().number())) {
          reached.add(parent.parent());
        }
      }
    }
    return origins.isEmpty() ? List.of(self) : origins;
  }

  private void branch(
      HtmlWriter html,
      Lineage lineage,
      Node node,
      @Nullable Edge from,
      Node self,
      Set<Integer> seen,
      int depth)
      throws IOException {
    if (!seen.add(node.number()) || depth > GENERATIONS || seen.size() > MOST) {
      return;
    }
    html.open("li", "dir", "auto");
    node(html, node, node.number() == self.number());
    if (from != null && from.derivation() != null) {
      String kind = scene.code("derivations", from.derivation().code());
      html.text(" ").element("span", kind, "class", "collp-ou");
    }
    List<Edge> children = of(lineage.children(node));
    String inner =
        Scene.html(
            out -> {
              for (Edge child : children) {
                branch(out, lineage, child.child(), child, self, seen, depth + 1);
              }
            });
    if (!inner.isEmpty()) {
      html.open("ul").fragment(inner).close();
    }
    html.close().line();
  }

  private void node(HtmlWriter html, Node node, boolean here) throws IOException {
    Entry entry = scene.publication().entry(Methodology.class, node.id());
    if (here) {
      html.element("span", node.name(), "class", "collp-ici", "aria-current", "true");
    } else if (entry != null) {
      scene.title(html, "span", entry);
    } else {
      html.linked(node.name());
    }
    if (node.version() != null) {
      html.text(" " + words.text("version", node.version()));
    }
  }
}
