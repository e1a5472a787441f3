package org.collporterre.export.lineage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.lineage.Excerpt;
import org.collporterre.lineage.Lineage;

/**
 * Draws a lineage as SVG 1.1: from left to right what was there first and what was made of it;
 * methodologies as sheets of paper, initiatives as rounded boxes, families of methodologies in
 * frames; a legend and a caption below. Colours have a meaning that shapes and words also have, and
 * follow the reader's choice of light or dark. Its layout needs Eclipse ELK.
 */
public final class LineageSvg {
  static final String STYLE =
      """
      .lineage{--ink:#1b1f24;--quiet:#59636e;--paper:#ffffff;--initiative:#e3f4e6;--initiative-line:#2c7a3f;--methodology:#e2edfb;--methodology-line:#245ea8;--derive:#245ea8;--replicate:#2c7a3f;--apply:#b3541e;--member:#6b6b6b;--document:#7a3e9d;--trouble:#c1121f;--frame:#f4f6f9;background:var(--paper);font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;fill:var(--ink)}
      @media (prefers-color-scheme:dark){.lineage{--ink:#e8eaed;--quiet:#a9b1ba;--paper:#15181c;--initiative:#17331f;--initiative-line:#6cc583;--methodology:#16294a;--methodology-line:#7fb2f5;--derive:#7fb2f5;--replicate:#6cc583;--apply:#f0a06c;--member:#a6a6a6;--document:#cf9df0;--trouble:#ff6b6b;--frame:#1c2127}}
      @media print{.lineage{--ink:#000;--quiet:#444;--paper:#fff;--initiative:#fff;--initiative-line:#2c7a3f;--methodology:#fff;--methodology-line:#245ea8;--derive:#245ea8;--replicate:#2c7a3f;--apply:#b3541e;--member:#6b6b6b;--document:#7a3e9d;--trouble:#c1121f;--frame:#fff}}
      .lineage .title{font-size:13px;font-weight:600}
      .lineage .small{font-size:11px}
      .lineage .heading{font-size:18px;font-weight:600}
      .lineage .quiet{fill:var(--quiet)}
      .lineage .shape{fill:var(--initiative);stroke:var(--initiative-line);stroke-width:1.4}
      .lineage .methodologie .shape{fill:var(--methodology);stroke:var(--methodology-line)}
      .lineage .fold{fill:none;stroke:var(--methodology-line);stroke-width:1.4}
      .lineage .external .shape,.lineage .missing .shape{stroke-dasharray:5 4;fill:var(--paper)}
      .lineage .missing .shape,.lineage .missing .fold{stroke:var(--trouble)}
      .lineage .frame{fill:var(--frame);stroke:var(--quiet);stroke-dasharray:2 4}
      .lineage .edge path{fill:none;stroke-width:1.8}
      .lineage .derive_de path{stroke:var(--derive);stroke-width:2.6}
      .lineage .replique_de path{stroke:var(--replicate);stroke-dasharray:9 4}
      .lineage .applique path{stroke:var(--apply)}
      .lineage .membre_de path{stroke:var(--member);stroke-dasharray:2 4}
      .lineage .documente path{stroke:var(--document);stroke-dasharray:10 3 2 3}
      .lineage .trouble path{stroke:var(--trouble)}
      .lineage .trouble .label{fill:var(--trouble);font-weight:600}
      .lineage .plate{fill:var(--paper);fill-opacity:.92}
      .lineage a:focus .shape,.lineage a:hover .shape{stroke-width:3}
      """;

  private static final double SAMPLE = 46;
  private static final double ROW = 26;
  private static final double MARGIN = 14;

  private LineageSvg() {}

  /**
   * Writes a picture; the stream is flushed, not closed.
   *
   * @throws IllegalStateException when Eclipse ELK is not there
   */
  public static void write(Lineage lineage, LineageOptions options, OutputStream out)
      throws IOException {
    LineageWords words = LineageWords.in(options.locale(), options.names());
    Excerpt excerpt = lineage.excerpt(options.choice());
    List<LineageWords> languages = List.of(words);
    LineageLinks links = new LineageLinks(options.baseUri(), false);
    Drawing drawing = laidOut(() -> new Drawing(excerpt, languages, links));
    double width = Math.max(drawing.width(), 560);
    double legendTop = 44 + drawing.height() + 10;
    Legend legend = legend(languages, width);
    double height = legendTop + legend.height() + 46;
    String title = options.title(words);
    Markup svg = new Markup();
    svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    begin(svg, width, height, title, words.language());
    svg.open("style").line().text(STYLE).close("style").line();
    svg.raw(markers());
    svg.element("text", title, "class", "heading", "x", "14", "y", "30").line();
    svg.open("g", "transform", "translate(0 44)").raw(drawing.markup()).close("g").line();
    svg.open("g", "transform", "translate(0 " + Markup.number(legendTop) + ")");
    svg.raw(legend.markup()).close("g").line();
    double y = legendTop + legend.height() + 14;
    caption(svg, words.caption(excerpt), y);
    caption(svg, words.text("arrows") + " " + words.text("advice"), y + 18);
    svg.close("svg").line();
    out.write(svg.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Turns the absence of an optional library into words. */
  static Drawing laidOut(Supplier<Drawing> drawing) {
    try {
      return drawing.get();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "drawing a lineage needs org.eclipse.elk:org.eclipse.elk.alg.layered", e);
    }
  }

  static void begin(Markup svg, double width, double height, String title, String language) {
    String size = Markup.number(width) + " " + Markup.number(height);
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "lineage",
        "role",
        "group",
        "aria-label",
        title,
        "lang",
        language,
        "width",
        Markup.number(width),
        "height",
        Markup.number(height),
        "viewBox",
        "0 0 " + size);
  }

  private static void caption(Markup svg, String text, double y) {
    svg.element("text", text, "class", "small quiet", "x", "14", "y", Markup.number(y)).line();
  }

  /** Returns the heads of the arrows, each in a shape of its own. */
  static String markers() {
    Markup out = new Markup();
    out.open("defs");
    for (EdgeKind kind : EdgeKind.values()) {
      out.open(
          "marker",
          "id",
          Drawing.marker(kind),
          "viewBox",
          "0 0 12 12",
          "refX",
          "11",
          "refY",
          "6",
          "markerWidth",
          "11",
          "markerHeight",
          "11",
          "markerUnits",
          "userSpaceOnUse",
          "orient",
          "auto");
      String colour = "var(" + colour(kind) + ")";
      boolean open = kind == EdgeKind.MEMBER_OF || kind == EdgeKind.REPLICATES;
      out.open(
              "path",
              "d",
              head(kind),
              "fill",
              open ? "none" : colour,
              "stroke",
              colour,
              "stroke-width",
              "1.6",
              "stroke-dasharray",
              "none")
          .close("path")
          .close("marker");
    }
    return out.close("defs").line().toString();
  }

  private static String head(EdgeKind kind) {
    return switch (kind) {
      case DERIVES, APPLIES -> "M1 1L11 6L1 11Z";
      case REPLICATES -> "M2 1L11 6L2 11";
      case MEMBER_OF, DOCUMENTS -> "M1 6L6 2L11 6L6 10Z";
    };
  }

  private static String colour(EdgeKind kind) {
    return switch (kind) {
      case DERIVES -> "--derive";
      case REPLICATES -> "--replicate";
      case APPLIES -> "--apply";
      case MEMBER_OF -> "--member";
      case DOCUMENTS -> "--document";
    };
  }

  /** A legend as the inside of an SVG element. */
  record Legend(String markup, double height) {}

  private static List<String> legendKeys() {
    List<String> keys = new ArrayList<>(List.of("initiative", "methodology"));
    for (EdgeKind kind : EdgeKind.values()) {
      keys.add("edge." + kind.field());
    }
    keys.add("trouble");
    return keys;
  }

  static Legend legend(List<LineageWords> languages, double width) {
    Markup out = new Markup();
    double x = MARGIN;
    double y = 4;
    for (String key : legendKeys()) {
      double widest = 0;
      for (LineageWords words : languages) {
        widest = Math.max(widest, Lettering.width(words.text(key), 11));
      }
      double room = SAMPLE + widest + 30;
      if (x + room > width && x > MARGIN) {
        x = MARGIN;
        y += ROW;
      }
      sample(out, key, x, y);
      for (LineageWords words : languages) {
        String own = languages.size() > 1 ? "small " + words.language() : "small";
        String left = Markup.number(x + SAMPLE + 8);
        String base = Markup.number(y + 14);
        out.element("text", words.text(key), "class", own, "x", left, "y", base);
      }
      x += room;
    }
    return new Legend(out.toString(), y + ROW);
  }

  private static void sample(Markup out, String key, double x, double y) {
    String at = "translate(" + Markup.number(x) + " " + Markup.number(y) + ")";
    switch (key) {
      case "initiative" ->
          out.open("g", "class", "node initiative", "transform", at)
              .open("rect", "class", "shape", "width", "44", "height", "20", "rx", "8")
              .close("rect")
              .close("g");
      case "methodology" ->
          out.open("g", "class", "node methodologie", "transform", at)
              .open("path", "class", "shape", "d", "M0 0H36L44 8V20H0Z")
              .close("path")
              .open("path", "class", "fold", "d", "M36 0V8H44")
              .close("path")
              .close("g");
      case "trouble" ->
          out.open("g", "class", "edge derive_de trouble", "transform", at)
              .open("path", "d", "M0 10H44")
              .close("path")
              .open("rect", "class", "plate", "x", "14", "width", "16", "height", "20")
              .close("rect")
              .element("text", "⚠", "class", "small label", "x", "17", "y", "14")
              .close("g");
      default ->
          out.open("g", "class", "edge " + key.substring(5), "transform", at)
              .open("path", "d", "M0 10H44", "marker-end", "url(#arrow-" + key.substring(5) + ")")
              .close("path")
              .close("g");
    }
  }
}
