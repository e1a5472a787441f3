package org.collporterre.cms.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.model.Entry;
import org.collporterre.reports.page.HtmlText;
import org.collporterre.reports.page.HtmlWriter;

/** Writes records as linked data into pages. */
final class LinkedData {
  /** More records than these are only counted: search engines read the pages of each. */
  private static final int MOST = 100;

  private LinkedData() {}

  /** Writes records, or how many there are. */
  static void write(Scene scene, HtmlWriter html, List<? extends Entry> entries)
      throws IOException {
    if (!scene.scripts() || entries.isEmpty()) {
      return;
    }
    String json =
        entries.size() > MOST
            ? "{\"@context\":\"https://schema.org\",\"@type\":\"ItemList\",\"name\":"
                + HtmlText.json(scene.publication().title())
                + ",\"numberOfItems\":"
                + entries.size()
                + "}"
            : json(scene, entries);
    html.inline("script", json, "type", "application/ld+json");
  }

  private static String json(Scene scene, List<? extends Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLdExporter exporter =
        JsonLdExporter.create()
            .withBaseUri(scene.baseUri())
            .withVocabularies(scene.publication().vocabularies())
            .withClock(scene.publication().clock());
    try (EntryWriter<Entry> writer = exporter.open(bytes, Entry.class, loss -> {})) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
      writer.commit();
    }
    // In JSON these stand in strings only, where they may be written so.
    return bytes
        .toString(StandardCharsets.UTF_8)
        .strip()
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }
}
