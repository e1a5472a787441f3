package org.collporterre.cms.page;

import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetLicense;
import org.collporterre.model.Entry;
import org.collporterre.reports.page.HtmlPage;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.reports.page.MapFiles;
import org.collporterre.schema.Schema;

/** Writes what is around the parts of pages that are our own: of a site, or one alone. */
final class Shell {
  /** Names that Windows gives no file. */
  private static final List<String> TAKEN = List.of("con", "prn", "aux", "nul");

  private final Publication publication;
  private final PageSettings settings;
  private final Words words;

  Shell(Publication publication, PageSettings settings) {
    this.publication = publication;
    this.settings = settings;
    this.words = Words.in(settings.locale());
  }

  static String style() {
    return HtmlPage.resource(Shell.class, "site.css");
  }

  /** Returns the folder of a type's pages. */
  static String segment(Class<? extends Entry> type) {
    return Schema.of(type).name() + "s";
  }

  /** Returns the name of a record's page, without ending: one that any system can have. */
  static String file(String id) {
    String safe =
        URLEncoder.encode(id, StandardCharsets.UTF_8)
            .replace("%", "_")
            .replace("+", "_20")
            .replace("*", "_2A");
    boolean taken =
        TAKEN.contains(safe.toLowerCase(Locale.ROOT))
            || safe.toLowerCase(Locale.ROOT).matches("(com|lpt)\\d");
    return taken || safe.startsWith(".") ? "_" + safe : safe;
  }

  /** Writes a page that holds everything itself. */
  void alone(Writer out, List<String> styles, List<String> scripts, Scene.Part body)
      throws IOException {
    HtmlWriter html = HtmlWriter.to(out);
    String policy =
        "style-src "
            + HtmlPage.hashes(styles)
            + "; script-src "
            + HtmlPage.hashes(scripts)
            + "; connect-src 'none'";
    head(html, publication.title(), policy);
    for (String style : styles) {
      html.inline("style", style);
    }
    html.close().line();
    html.open("body").line();
    top(html, "", List.of());
    html.open("main", "id", "contenu", "tabindex", "-1").line();
    body.write(html);
    html.close().line();
    foot(html);
    contours(html);
    for (String script : scripts) {
      html.inline("script", script);
    }
    html.close().close().line();
  }

  /**
   * Writes a page of a site.
   *
   * @param root the way from the page to the site's root, empty or {@code ../}
   * @param title what the page is about; empty for the site itself
   * @param more further elements of the head
   */
  void page(Writer out, String root, String title, Scene.Part more, Scene.Part body)
      throws IOException {
    HtmlWriter html = HtmlWriter.to(out);
    String whole = title.isEmpty() ? publication.title() : title + " – " + publication.title();
    String policy = "style-src 'self'; script-src 'self'; connect-src 'self'";
    head(html, whole, policy);
    for (String style : List.of(MapFiles.STYLE, Assets.STYLE, "site.css")) {
      html.single("link", "rel", "stylesheet", "href", root + "assets/" + style).line();
    }
    more.write(html);
    html.close().line().open("body").line();
    top(html, root, List.of(Site.INDEX, Site.NUMBERS));
    html.open("main", "id", "contenu", "tabindex", "-1").line();
    body.write(html);
    html.close().line();
    foot(html);
    html.close().close().line();
  }

  /** Writes the outlines of countries where maps show them. */
  void contours(HtmlWriter html) throws IOException {
    if (settings.tiles() == null) {
      Assets.outlines(html);
    }
  }

  private void head(HtmlWriter html, String title, String policy) throws IOException {
    html.fragment("<!doctype html>\n").open("html", "lang", words.language()).line();
    html.open("head").line().single("meta", "charset", "utf-8").line();
    String tiles = settings.tiles() == null ? "" : " " + origin(settings.tiles().url());
    String whole =
        "default-src 'none'; img-src 'self' data: https:"
            + tiles
            + "; base-uri 'none'; form-action 'none'; "
            + policy;
    html.single("meta", "http-equiv", "Content-Security-Policy", "content", whole).line();
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.line().single("meta", "name", "color-scheme", "content", "light dark").line();
    html.single("meta", "name", "referrer", "content", "strict-origin-when-cross-origin").line();
    html.single("meta", "name", "generator", "content", "Collporterre").line();
    html.element("title", title).line();
  }

  /** Returns scheme and host of an address, those with alternatives as a pattern. */
  private static String origin(String url) {
    int end = url.indexOf('/', "https://".length());
    return url.substring(0, end).replaceAll("\\{[^}]*}", "*");
  }

  private void top(HtmlWriter html, String root, List<String> pages) throws IOException {
    html.element("a", words.text("site.skip"), "class", "passer", "href", "#contenu").line();
    html.open("header", "class", "haut").open("div", "class", "large").line();
    String title = publication.title();
    if (pages.isEmpty()) {
      html.element("p", title, "class", "enseigne", "dir", "auto").line();
    } else {
      html.open("p", "class", "enseigne", "dir", "auto");
      html.element("a", title, "href", root + pages.get(0)).close().line();
      html.open("nav", "aria-label", "Collporterre").open("ul");
      html.open("li").element("a", words.text("site.explore"), "href", root + pages.get(0));
      html.close().open("li");
      html.element("a", words.text("site.chiffres"), "href", root + pages.get(1)).close();
      html.close().close().line();
    }
    html.close().close().line();
  }

  /** Writes the banner of the first page. */
  void banner(HtmlWriter html) throws IOException {
    html.open("div", "class", "banniere").open("div", "class", "large").line();
    html.element("h1", publication.title(), "dir", "auto").line();
    DatasetDescriptor descriptor = publication.descriptor();
    if (descriptor != null && descriptor.description() != null) {
      html.element("p", descriptor.description(), "class", "accroche", "dir", "auto").line();
    }
    html.open("ul", "class", "tuiles").line();
    for (Class<? extends Entry> type : Entry.TYPES) {
      int count = publication.entries(type).size();
      if (count > 0) {
        html.open("li").element("b", words.number(count)).text(" ");
        html.text(words.noun(Schema.of(type).name(), count)).close().line();
      }
    }
    html.close().close().close().line();
  }

  private void foot(HtmlWriter html) throws IOException {
    html.open("footer", "class", "pied").open("div", "class", "large").line();
    html.element("p", words.text("site.made", publication.title()), "dir", "auto").line();
    DatasetDescriptor descriptor = publication.descriptor();
    if (descriptor != null) {
      for (DatasetLicense license : descriptor.licenses()) {
        html.element("p", words.text("site.license", license.name()), "dir", "auto").line();
      }
    }
    String attribution = publication.gazetteer().attribution();
    if (!attribution.isEmpty()) {
      html.element("p", attribution).line();
    }
    html.element("p", words.text("site.foot")).close().close().line();
  }
}
