package org.collporterre.export.lineage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.collporterre.lineage.Edge;
import org.collporterre.lineage.Excerpt;
import org.collporterre.lineage.Lineage;
import org.collporterre.lineage.Node;
import org.jspecify.annotations.Nullable;

/**
 * Writes a lineage as one HTML page: the picture of {@link LineageSvg}, which can be moved and
 * enlarged, and all that it shows as lists and tables, for those who do not see it. Everything is
 * there in French and in English. The page loads nothing, and its Content Security Policy allows
 * nothing but its own style and script; it may be shown without the script too.
 */
public final class LineageHtml {
  private static final int MOST_LINES = 200;

  private final Lineage lineage;
  private final LineageOptions options;
  private final Excerpt excerpt;
  private final List<LineageWords> languages;
  private final LineageLinks links;
  private final Markup out = new Markup();

  private LineageHtml(Lineage lineage, LineageOptions options) {
    this.lineage = lineage;
    this.options = options;
    this.excerpt = lineage.excerpt(options.choice());
    LineageWords french = LineageWords.in(Locale.FRENCH, options.names());
    LineageWords english = LineageWords.in(Locale.ENGLISH, options.names());
    boolean isFrench = options.locale().getLanguage().equals("fr");
    this.languages = isFrench ? List.of(french, english) : List.of(english, french);
    this.links = new LineageLinks(options.baseUri(), true);
  }

  /**
   * Writes a page; the stream is flushed, not closed.
   *
   * @throws IllegalStateException when Eclipse ELK is not there
   */
  public static void write(Lineage lineage, LineageOptions options, OutputStream out)
      throws IOException {
    String page = new LineageHtml(lineage, options).page();
    out.write(page.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String page() throws IOException {
    String style = "\n" + resource("lineage.css") + LineageSvg.STYLE;
    String script = "\n" + resource("lineage.js");
    out.raw("<!DOCTYPE html>\n").open("html", "lang", languages.get(0).language()).line();
    out.open("head").open("meta", "charset", "utf-8").line();
    String policy =
        "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script));
    out.open("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    out.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    out.element("title", options.title(languages.get(0))).line();
    out.open("style").raw(style).close("style").close("head").line();
    out.open("body").line();
    header();
    out.open("main").line();
    each("p", words -> words.caption(excerpt) + " " + words.text("arrows"), "soft");
    picture();
    lines();
    tables();
    out.close("main").line();
    out.open("script").raw(script).close("script").line();
    return out.close("body").close("html").line().toString();
  }

  private void header() {
    out.open("header");
    each("h1", options::title);
    out.open("button", "type", "button", "id", "language");
    each("span", words -> words.text("switch"));
    out.close("button").close("header").line();
  }

  /** Writes an element in each language. */
  private void each(String element, Function<LineageWords, String> text, String... style) {
    for (LineageWords words : languages) {
      String own = words.language() + (style.length == 0 ? "" : " " + style[0]);
      out.element(element, text.apply(words), "class", own, "lang", words.language());
    }
    out.line();
  }

  private void button(String id, String sign, String key) {
    String both = languages.get(0).text(key) + " / " + languages.get(1).text(key);
    out.element("button", sign, "type", "button", "id", id, "aria-label", both, "title", both);
  }

  private void picture() {
    if (excerpt.nodes().isEmpty()) {
      out.open("div", "id", "view").close("div").line();
      return;
    }
    Drawing drawing = LineageSvg.laidOut(() -> new Drawing(excerpt, languages, links));
    LineageWords words = languages.get(0);
    out.open(
        "div", "id", "view", "tabindex", "0", "role", "group", "aria-label", options.title(words));
    LineageSvg.begin(
        out, drawing.width(), drawing.height(), options.title(words), words.language());
    out.raw(LineageSvg.markers()).raw(drawing.markup()).close("svg").close("div").line();
    out.open("p");
    button("in", "+", "zoom-in");
    button("out", "−", "zoom-out");
    button("all", "⤢", "zoom-all");
    out.close("p").line();
    each("p", one -> one.text("navigation"), "soft");
    out.open("div", "class", "legend");
    LineageSvg.Legend legend = LineageSvg.legend(languages, 900);
    LineageSvg.begin(out, 900, legend.height(), words.text("legend"), words.language());
    out.raw(legend.markup()).close("svg").close("div").line();
  }

  private void lines() {
    list("families", lineage.families(), (words, one) -> words.line(one));
    list("replications", lineage.replications(), (words, one) -> words.line(one));
    list("suggestions", lineage.suggestions(), (words, one) -> words.line(one));
    list("troubles", lineage.licenseTroubles(), LineageWords::troubleLine);
    list("circles", lineage.cycles(), (words, one) -> words.line(one));
    each("p", words -> words.text("advice"), "soft");
  }

  private interface Told<T> {
    String line(LineageWords words, T one);
  }

  private <T> void list(String key, List<T> all, Told<T> told) {
    if (all.isEmpty()) {
      return;
    }
    each("h2", words -> words.text(key) + " (" + all.size() + ")");
    out.open("ul").line();
    for (T one : all.subList(0, Math.min(MOST_LINES, all.size()))) {
      out.open("li");
      each("span", words -> told.line(words, one));
      out.close("li");
    }
    if (all.size() > MOST_LINES) {
      out.element("li", "…");
    }
    out.close("ul").line();
  }

  private void tables() {
    head("records", List.of("title", "type", "id", "version", "license", "territories"));
    for (Node node : excerpt.nodes()) {
      out.open("tr", "id", LineageLinks.row(node)).open("td");
      String link = links.of(node);
      linked(node.name(), link == null || link.startsWith("#") ? null : link);
      out.close("td").open("td");
      each("span", words -> type(node, words));
      out.close("td").element("td", node.id());
      out.element("td", text(node.version())).element("td", text(node.license()));
      String where = languages.get(0).territories(node.territories(), node.territories().size());
      out.element("td", where).close("tr").line();
    }
    out.close("tbody").close("table").close("div").line();
    head("relations", List.of("from", "relation", "to", "detail"));
    excerpt.edges().forEach(this::row);
    out.close("tbody").close("table").close("div").line();
  }

  private static String type(Node node, LineageWords words) {
    String type = words.type(node);
    return node.presence() == Node.Presence.PRESENT ? type : type + ", " + words.subtitle(node);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void head(String key, List<String> columns) {
    each("h2", words -> words.text(key));
    out.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String column : columns) {
      out.open("th", "scope", "col");
      each("span", words -> words.text("column." + column));
      out.close("th");
    }
    out.close("tr").close("thead").open("tbody").line();
  }

  private void row(Edge edge) {
    out.open("tr").open("td");
    linked(edge.parent().name(), "#" + LineageLinks.row(edge.parent()));
    out.close("td").open("td");
    each("span", words -> words.relation(edge.kind()));
    out.close("td").open("td");
    linked(edge.child().name(), "#" + LineageLinks.row(edge.child()));
    out.close("td").open("td");
    each("span", words -> detail(edge, words));
    out.close("td").close("tr").line();
  }

  private static String detail(Edge edge, LineageWords words) {
    List<String> parts = new ArrayList<>();
    parts.add(edge.derivation() == null && edge.pinned() == null ? "" : words.edge(edge));
    parts.add(words.trouble(edge));
    parts.add(words.licenses(edge));
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  private void linked(String text, @Nullable String address) {
    if (address == null) {
      out.text(text);
    } else {
      out.element("a", text, "href", address, "rel", "noopener noreferrer");
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(LineageHtml.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
