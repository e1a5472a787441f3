package org.collporterre.cms.wordpress;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publication;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.schema.Schema;

/** Records of datasets as programs send them, rendered by the library. */
final class Sent {
  private Sent() {}

  static JsonObject of(Publication publication, Entry entry) throws IOException {
    LocalizedText summary = entry.header().summary();
    JsonObjectBuilder record =
        Json.createObjectBuilder()
            .add("id", entry.id())
            .add("type", Schema.of(entry).name())
            .add("titre", entry.title().text())
            .add("resume", summary == null ? "" : summary.text())
            .add("html", Fragments.of(publication, Locale.FRENCH).withoutScripts().sheet(entry))
            .add("jsonld", linked(entry));
    if (entry instanceof Initiative initiative) {
      position(initiative, record);
      JsonArrayBuilder themes = Json.createArrayBuilder();
      initiative.themes().forEach(themes::add);
      record.add("themes", themes);
      JsonArrayBuilder fields = Json.createArrayBuilder();
      initiative
          .fieldsOfAction()
          .forEach(
              field ->
                  fields.add(
                      Json.createObjectBuilder()
                          .add("code", field.code())
                          .add("nom", field.code())));
      record.add("champs_action", fields);
    }
    return record.build();
  }

  private static void position(Initiative initiative, JsonObjectBuilder record) {
    for (Place place : initiative.locations()) {
      if (place.latitude() != null && place.longitude() != null) {
        record.add("latitude", place.latitude()).add("longitude", place.longitude());
        return;
      }
    }
  }

  private static JsonObject linked(Entry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer = JsonLdExporter.create().open(bytes, Entry.class, loss -> {})) {
      writer.write(entry);
      writer.commit();
    }
    try (var reader = Json.createReader(new ByteArrayInputStream(bytes.toByteArray()))) {
      return reader.readObject();
    }
  }
}
