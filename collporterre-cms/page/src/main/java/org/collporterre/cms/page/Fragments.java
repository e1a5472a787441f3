package org.collporterre.cms.page;

import java.util.List;
import java.util.Locale;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes parts of pages of a publication: HTML in which every text of a record is escaped, with
 * linked data (JSON-LD) for search engines. It is whole without scripts; with those of {@link
 * Assets} lists become maps and can be filtered. Immutable and thread-safe.
 *
 * <p>Unless changed: records have no pages of their own, the page has style sheet and scripts
 * already, maps show outlines of countries, the highest heading is {@code h2}.
 */
public final class Fragments {
  private final Scene scene;

  private Fragments(Scene scene) {
    this.scene = scene;
  }

  /**
   * Returns what makes parts of pages.
   *
   * @param locale the language of the page: French, English or Breton; else English
   */
  public static Fragments of(Publication publication, Locale locale) {
    return new Fragments(
        new Scene(
            publication,
            Words.in(locale),
            Links.NONE,
            null,
            null,
            2,
            true,
            PageSettings.dataUri(publication.descriptor())));
  }

  /** Returns the same with links to pages of records. */
  public Fragments withLinks(Links links) {
    return with(scene.words(), links, scene.assets(), scene.tiles(), scene.heading());
  }

  /**
   * Returns the same naming style sheet and scripts in each part.
   *
   * @param base where the files of {@link Assets} are, an address that ends with a slash
   */
  public Fragments withAssets(String base) {
    if (!Scene.isSafe(base + "x")) {
      throw new IllegalArgumentException("not an address: " + base);
    }
    return with(scene.words(), scene.links(), base, scene.tiles(), scene.heading());
  }

  /** Returns the same with another ground of maps; null for outlines of countries. */
  public Fragments withTiles(@Nullable Tiles tiles) {
    return with(scene.words(), scene.links(), scene.assets(), tiles, scene.heading());
  }

  /** Returns the same whose highest heading has another level, 1 to 6. */
  public Fragments withHeading(int level) {
    if (level < 1 || level > 6) {
      throw new IllegalArgumentException("no heading of level " + level);
    }
    return with(scene.words(), scene.links(), scene.assets(), scene.tiles(), level);
  }

  /**
   * Returns the same without elements that hosts take away from ordinary authors: scripts, linked
   * data, links to style sheets, forms.
   */
  public Fragments withoutScripts() {
    return new Fragments(
        new Scene(
            scene.publication(),
            scene.words(),
            scene.links(),
            null,
            scene.tiles(),
            scene.heading(),
            false,
            scene.baseUri()));
  }

  /** Returns the same with other beginnings of the addresses in linked data. */
  public Fragments withBaseUri(String baseUri) {
    if (!FormatBlock.isBaseUri(baseUri)) {
      throw new IllegalArgumentException("not https://…/: " + baseUri);
    }
    return new Fragments(
        new Scene(
            scene.publication(),
            scene.words(),
            scene.links(),
            scene.assets(),
            scene.tiles(),
            scene.heading(),
            scene.scripts(),
            baseUri));
  }

  private Fragments with(
      Words words, Links links, @Nullable String assets, @Nullable Tiles tiles, int heading) {
    return new Fragments(
        new Scene(
            scene.publication(),
            words,
            links,
            assets,
            tiles,
            heading,
            scene.scripts(),
            scene.baseUri()));
  }

  /** Returns the initiatives that have a position, on a map; without scripts as a list. */
  public String map(Filter filter) {
    return map(filter, "moyenne");
  }

  private String map(Filter filter, String height) {
    return Scene.html(html -> new ListPart(scene).map(html, shown(filter), height));
  }

  /** Returns the records as a list with filters. */
  public String list(Filter filter) {
    return Scene.html(html -> new ListPart(scene).list(html, shown(filter)));
  }

  /** Returns map and list of the same records, under the same filters. */
  public String explorer(Filter filter) {
    return explorer(filter, "moyenne");
  }

  private String explorer(Filter filter, String height) {
    return Scene.html(html -> new ListPart(scene).explorer(html, shown(filter), height));
  }

  /** Returns one record, whole. */
  public String sheet(Entry entry) {
    return Scene.html(html -> new SheetPart(scene, entry).write(html));
  }

  /** Returns numbers about the records. */
  public String statistics(Filter filter) {
    return Scene.html(html -> new StatisticsPart(scene).write(html, shown(filter)));
  }

  /**
   * Returns what was asked for.
   *
   * @throws RequestException when a filter or the record means nothing; see {@link #problem}
   */
  public String show(ViewRequest request) throws RequestException {
    Fragments own =
        with(
            Words.in(request.locale()),
            scene.links(),
            scene.assets(),
            request.tiles() == null ? scene.tiles() : request.tiles(),
            scene.heading());
    String html = own.view(request) + own.refused();
    if (request.title().isEmpty()) {
      return html;
    }
    String heading = scene.heading(0);
    return Scene.html(out -> out.element(heading, request.title(), "dir", "auto").fragment(html));
  }

  /** Returns how many records were left out because they have errors; empty when none were. */
  private String refused() {
    int refused = scene.publication().refused();
    if (refused == 0) {
      return "";
    }
    String text = scene.words().count("refused", refused);
    return Scene.html(
        html -> {
          html.open("div", "class", "collporterre", "lang", scene.words().language());
          html.element("p", text, "class", "collp-note", "role", "note").close().line();
        });
  }

  private String view(ViewRequest request) throws RequestException {
    Filter filter =
        request.filter().isEmpty()
            ? Filter.ALL
            : Filter.parse(request.filter(), scene.publication());
    return switch (request.view()) {
      case MAP -> map(filter, request.height());
      case LIST -> list(filter);
      case EXPLORER -> explorer(filter, request.height());
      case STATISTICS -> statistics(filter);
      case SHEET -> sheet(record(request.record()));
    };
  }

  private Entry record(String id) throws RequestException {
    int slash = id.indexOf('/');
    Entry found = null;
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (slash > 0 && Schema.of(type).name().equals(id.substring(0, slash))) {
        found = scene.publication().entry(type, id.substring(slash + 1));
      }
    }
    if (found == null) {
      found = scene.publication().entry(id);
    }
    if (found == null) {
      throw new RequestException("unknown-record", id);
    }
    return found;
  }

  private List<Entry> shown(Filter filter) {
    return scene.publication().entries().stream()
        .filter(entry -> filter.test(entry, scene.publication().gazetteer()))
        .toList();
  }

  /** Returns a notice for the page's author, of plain text. */
  public static String problem(String message, Locale locale) {
    return Scene.html(
        html -> {
          html.open("div", "class", "collporterre collp-avis", "role", "note");
          html.element("strong", Words.in(locale).text("notice")).text(" ");
          html.element("span", message, "dir", "auto").close().line();
        });
  }
}
