package org.collporterre.cms.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.reports.page.MapFiles;

/** Writes the files of a site. */
final class Site {
  static final String INDEX = "index.html";
  static final String NUMBERS = "chiffres.html";
  static final String ATOM = "flux.atom";
  static final String GEOJSON = "initiatives.geojson";
  static final String LINKED_DATA = "fiches.jsonld";
  static final String SITEMAP = "sitemap.xml";

  private final Publication publication;
  private final PageSettings settings;
  private final Words words;
  private final Shell shell;

  Site(Publication publication, PageSettings settings) {
    this.publication = publication;
    this.settings = settings;
    this.words = Words.in(settings.locale());
    this.shell = new Shell(publication, settings);
  }

  /** Returns the way from the root of the site to the page of a record. */
  static String address(Entry entry) {
    return Shell.segment(entry.getClass()) + "/" + Shell.file(entry.id()) + ".html";
  }

  void write(SiteFolder site) throws IOException {
    for (String name : Assets.names()) {
      if (!name.equals(MapFiles.OUTLINES)) {
        site.copy("assets/" + name, Assets.open(name));
      }
    }
    try (Writer out = writer(site, "assets/site.css")) {
      out.write(Shell.style());
    }
    index(site);
    numbers(site);
    for (Entry entry : publication.entries()) {
      sheet(site, entry);
    }
    feeds(site);
  }

  private static Writer writer(SiteFolder site, String name) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(site.open(name), StandardCharsets.UTF_8));
  }

  private Fragments fragments(String root) {
    return Fragments.of(publication, settings.locale())
        .withTiles(settings.tiles())
        .withLinks(entry -> root + address(entry))
        .withBaseUri(settings.dataUri());
  }

  private void index(SiteFolder site) throws IOException {
    try (Writer out = writer(site, INDEX)) {
      shell.page(
          out,
          "",
          "",
          html -> {
            alternate(html, "application/atom+xml", ATOM);
            alternate(html, "application/geo+json", GEOJSON);
            alternate(html, "application/ld+json", LINKED_DATA);
          },
          html -> {
            shell.banner(html);
            html.open("div", "class", "large").line();
            html.fragment(fragments("").explorer(Filter.ALL));
            html.open("section", "class", "donnees").element("h2", words.text("site.data"));
            html.open("ul");
            for (String name : new String[] {GEOJSON, LINKED_DATA, ATOM}) {
              html.open("li").element("a", name, "href", name).close();
            }
            html.close().close().close().line();
            shell.contours(html);
            html.open("script", "defer", "", "src", "assets/" + Assets.MAP).close().line();
            html.open("script", "defer", "", "src", "assets/" + Assets.LIST).close().line();
          });
    }
  }

  private static void alternate(HtmlWriter html, String type, String name) throws IOException {
    html.single("link", "rel", "alternate", "type", type, "href", name).line();
  }

  private void numbers(SiteFolder site) throws IOException {
    try (Writer out = writer(site, NUMBERS)) {
      shell.page(
          out,
          "",
          words.text("site.chiffres"),
          html -> {},
          html -> {
            html.open("div", "class", "large").element("h1", words.text("site.numbers")).line();
            html.fragment(fragments("").statistics(Filter.ALL)).close().line();
          });
    }
  }

  private void sheet(SiteFolder site, Entry entry) throws IOException {
    String title = entry.title().in(words.language());
    try (Writer out = writer(site, address(entry))) {
      shell.page(
          out,
          "../",
          title,
          html -> {
            if (entry.header().summary() != null) {
              String summary = entry.header().summary().in(words.language());
              html.single("meta", "name", "description", "content", summary).line();
            }
            if (settings.baseUri() != null) {
              String address = settings.baseUri() + address(entry);
              html.single("link", "rel", "canonical", "href", address).line();
            }
          },
          html -> {
            html.open("div", "class", "large").open("p", "class", "retour");
            html.element("a", "← " + words.text("site.back"), "href", "../" + INDEX);
            html.close().line().fragment(fragments("../").withHeading(1).sheet(entry));
            html.close().line();
          });
    }
  }

  private void feeds(SiteFolder site) throws IOException {
    Clock day = publication.clock();
    JsonLdExporter linked =
        JsonLdExporter.create().withVocabularies(publication.vocabularies()).withClock(day);
    data(site, LINKED_DATA, linked.withBaseUri(settings.dataUri()), Entry.class);
    data(site, GEOJSON, GeoJsonExporter.create().withDetail().withClock(day), Initiative.class);
    try (Writer out = writer(site, ATOM)) {
      out.write(new Feeds(publication, settings).atom());
    }
    if (settings.baseUri() != null) {
      try (Writer out = writer(site, SITEMAP)) {
        out.write(new Feeds(publication, settings).sitemap());
      }
    }
  }

  private <E extends Entry> void data(
      SiteFolder site, String name, Exporter exporter, Class<E> type) throws IOException {
    try (EntryWriter<E> writer = exporter.open(site.path(name), type, loss -> {})) {
      for (E entry : publication.entries(type)) {
        writer.write(entry);
      }
      writer.commit();
    }
  }
}
