package org.collporterre.cms.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collporterre.geo.TerritoryNames;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.model.Territory;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of a page are made with.
 *
 * @param publication the records
 * @param words what the page says
 * @param links where records have pages
 * @param assets where style sheet and scripts are; null when the page has them already
 * @param tiles the ground of maps, or null for outlines
 * @param heading the level of the highest heading, 1 to 6
 * @param scripts whether elements of script may be written
 * @param baseUri what addresses of linked data begin with
 */
record Scene(
    Publication publication,
    Words words,
    Links links,
    @Nullable String assets,
    @Nullable Tiles tiles,
    int heading,
    boolean scripts,
    String baseUri) {
  /** Writes a part of a page. */
  interface Part {
    void write(HtmlWriter html) throws IOException;
  }

  /** Returns the HTML of a part. */
  static String html(Part part) {
    StringBuilder text = new StringBuilder(1 << 12);
    try {
      part.write(HtmlWriter.to(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Returns the name of a heading's element, some levels below the highest. */
  String heading(int below) {
    return "h" + Math.min(6, heading + below);
  }

  String text(LocalizedText text) {
    return text.in(words.language());
  }

  String title(Entry entry) {
    return text(entry.title());
  }

  String summary(Entry entry) {
    LocalizedText summary = entry.header().summary();
    return summary == null ? "" : text(summary);
  }

  /** Returns the language of a text when it is not the page's, else empty text. */
  String foreign(Entry entry, LocalizedText text) {
    String own = entry.sheet().language();
    boolean translated = text.translations().containsKey(words.language());
    return own == null || translated || own.equals(words.language()) ? "" : own;
  }

  /** Returns the address of the page of a record, if it is one that a link may lead to. */
  String address(Entry entry) {
    String address = links.address(entry);
    return isSafe(address) ? address : "";
  }

  /** Tells whether a link may lead there: to the web, or to somewhere relative. */
  static boolean isSafe(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (address.isEmpty() || address.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7F)) {
      return false;
    } else if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return true;
    }
    int colon = address.indexOf(':');
    int end = address.indexOf('/');
    int query = address.indexOf('?');
    int fragment = address.indexOf('#');
    return colon < 0
        || end >= 0 && end < colon
        || query >= 0 && query < colon
        || fragment >= 0 && fragment < colon;
  }

  /** Writes the title of a record, as a link where it has a page. */
  void title(HtmlWriter html, String element, Entry entry) throws IOException {
    String address = address(entry);
    List<String> attributes = new ArrayList<>(8);
    attributes.addAll(List.of("class", address.isEmpty() ? "collp-nom" : "collp-nom collp-lien"));
    attributes.addAll(List.of("dir", "auto"));
    String foreign = foreign(entry, entry.title());
    if (!foreign.isEmpty()) {
      attributes.addAll(List.of("lang", foreign));
    }
    if (!address.isEmpty()) {
      attributes.addAll(List.of("href", address));
    }
    html.element(
        address.isEmpty() ? element : "a", title(entry), attributes.toArray(String[]::new));
  }

  /** Returns the name of a type of record. */
  String type(Class<? extends Entry> type) {
    return words.text("type." + Schema.of(type).name());
  }

  /** Returns the label of a code. */
  String code(String vocabulary, String code) {
    return words.code(publication.vocabularies(), vocabulary, code);
  }

  String territory(Territory territory) {
    return TerritoryNames.of(publication.gazetteer(), words.locale()).name(territory);
  }

  /** Returns in a few words where a record is about; empty when it does not say. */
  String where(Entry entry) {
    List<String> parts = new ArrayList<>();
    if (entry instanceof Initiative initiative) {
      for (Place place : initiative.locations()) {
        String name = place.locality() == null ? place.label() : place.locality();
        if (name != null && !parts.contains(name)) {
          parts.add(name);
        }
      }
    }
    if (parts.isEmpty()) {
      Filter.territoriesOf(entry).forEach(territory -> parts.add(territory(territory)));
    }
    int most = 3;
    String more = parts.size() > most ? ", …" : "";
    return String.join(", ", parts.subList(0, Math.min(most, parts.size()))) + more;
  }

  /** Writes links to the style sheet and scripts, unless the page has them. */
  void assets(HtmlWriter html, String... names) throws IOException {
    if (assets == null || !scripts) {
      return;
    }
    for (String name : names) {
      if (name.endsWith(".css")) {
        html.single("link", "rel", "stylesheet", "href", assets + name).line();
      } else {
        html.open("script", "defer", "", "src", assets + name).close().line();
      }
    }
  }
}
