package org.collporterre.export;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;

/** What an exporter wrote of some records, and the findings it reported. */
record JsonLdWriting(String text, List<Finding> findings) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2013-01-06T12:00:00Z"), ZoneOffset.UTC);

  static JsonLdWriting of(Entry... entries) throws IOException {
    return of(JsonLdExporter.create().withClock(CLOCK), entries);
  }

  static JsonLdWriting of(JsonLdExporter exporter, Entry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Finding> findings = new ArrayList<>();
    try (EntryWriter<Entry> out = exporter.open(bytes, Entry.class, findings::add)) {
      for (Entry entry : entries) {
        out.write(entry);
      }
      out.commit();
    }
    return new JsonLdWriting(bytes.toString(StandardCharsets.UTF_8), findings);
  }

  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  JsonArray graph() {
    return json(text).getJsonArray("@graph");
  }

  JsonObject node(int index) {
    return graph().getJsonObject(index);
  }

  /** Returns a member of the first node, whatever it is; null when there is none. */
  @SuppressWarnings("NullAway") // an absent member is what tests look for
  JsonValue member(String name) {
    return node(0).get(name);
  }

  /** Returns the losses as {@code code field count reason}, without what is empty. */
  List<String> losses() {
    return findings.stream()
        .map(
            f ->
                String.join(
                    " ",
                    f.code(),
                    f.type() + (f.field() == null ? "" : "." + f.field()),
                    String.valueOf(f.value()),
                    f.expected() == null ? "" : f.expected()))
        .map(String::strip)
        .toList();
  }
}
