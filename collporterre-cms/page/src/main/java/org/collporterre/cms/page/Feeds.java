package org.collporterre.cms.page;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.collporterre.model.Entry;
import org.collporterre.report.OneLine;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes what tells others of new records.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, Atom</a>
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps</a>
 */
final class Feeds {
  /** A feed tells of what is new; who wants everything takes the data. */
  private static final int MOST = 100;

  /** The most addresses that the protocol has in one file. */
  private static final int MOST_ADDRESSES = 50_000;

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final Publication publication;
  private final PageSettings settings;

  Feeds(Publication publication, PageSettings settings) {
    this.publication = publication;
    this.settings = settings;
  }

  private interface Document {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static String document(Document document) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      document.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return text.append('\n').toString();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(OneLine.of(text));
    xml.writeEndElement();
  }

  private static @Nullable LocalDate date(Entry entry) {
    LocalDate changed = entry.sheet().modifiedOn();
    return changed == null ? entry.sheet().createdOn() : changed;
  }

  private LocalDate known(Entry entry) {
    LocalDate date = date(entry);
    return date == null ? publication.today() : date;
  }

  /** Returns the records that were changed last, as an Atom feed. */
  String atom() throws IOException {
    List<Entry> latest = new ArrayList<>(publication.entries());
    latest.sort(Comparator.comparing(this::known, Comparator.reverseOrder()));
    List<Entry> told = latest.subList(0, Math.min(MOST, latest.size()));
    return document(
        xml -> {
          xml.writeStartElement("feed");
          xml.writeDefaultNamespace(ATOM);
          xml.writeAttribute("xml:lang", Words.in(settings.locale()).language());
          if (settings.baseUri() != null) {
            xml.writeAttribute("xml:base", settings.baseUri());
            link(xml, "self", settings.baseUri() + Site.ATOM);
          }
          element(xml, "id", identifier("") + Site.ATOM);
          element(xml, "title", publication.title());
          LocalDate updated = told.isEmpty() ? publication.today() : known(told.get(0));
          element(xml, "updated", updated + "T00:00:00Z");
          xml.writeStartElement("author");
          element(xml, "name", publication.title());
          xml.writeEndElement();
          for (Entry entry : told) {
            entry(xml, entry);
          }
          xml.writeEndElement();
        });
  }

  private String identifier(String path) {
    return settings.dataUri() + path;
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeStartElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
    xml.writeEndElement();
  }

  private void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    String language = Words.in(settings.locale()).language();
    xml.writeStartElement("entry");
    element(xml, "id", identifier(Schema.of(entry).name() + "/" + Shell.file(entry.id())));
    element(xml, "title", entry.title().in(language));
    element(xml, "updated", known(entry) + "T00:00:00Z");
    link(xml, "alternate", Site.address(entry));
    if (entry.header().summary() != null) {
      element(xml, "summary", entry.header().summary().in(language));
    }
    xml.writeEndElement();
  }

  /** Returns the addresses of all pages; only for a site whose own is known. */
  String sitemap() throws IOException {
    return document(
        xml -> {
          xml.writeStartElement("urlset");
          xml.writeDefaultNamespace(SITEMAP);
          address(xml, "", null);
          address(xml, Site.NUMBERS, null);
          List<Entry> entries = publication.entries();
          for (Entry entry : entries.subList(0, Math.min(MOST_ADDRESSES - 2, entries.size()))) {
            address(xml, Site.address(entry), date(entry));
          }
          xml.writeEndElement();
        });
  }

  private void address(XMLStreamWriter xml, String path, @Nullable LocalDate changed)
      throws XMLStreamException {
    xml.writeStartElement("url");
    element(xml, "loc", settings.baseUri() + path);
    if (changed != null) {
      element(xml, "lastmod", changed.toString());
    }
    xml.writeEndElement();
  }
}
