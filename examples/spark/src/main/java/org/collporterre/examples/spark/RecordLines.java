package org.collporterre.examples.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.model.Entry;

/**
 * Records in the public formats, each on a line of its own: a GeoJSON feature, or a whole JSON-LD
 * document. The library's exporters write one record a line; what they put around all records is
 * taken off, or put around each.
 */
final class RecordLines {
  private final Exporter geojson;
  private final Exporter jsonld;

  RecordLines(CheckSettings settings) {
    this.geojson = GeoJsonExporter.create().withClock(settings.clock());
    this.jsonld = JsonLdExporter.create().withClock(settings.clock());
  }

  /** Returns a feature per initiative; give none that must not be published. */
  List<String> features(List<? extends Entry> initiatives) {
    List<String> lines = lines(geojson, initiatives);
    return records(lines, initiatives.size(), "");
  }

  /** Returns a document per record; give none that must not be published. */
  List<String> documents(List<? extends Entry> records) {
    List<String> lines = lines(jsonld, records);
    return records(lines, records.size(), lines.get(0));
  }

  private static List<String> records(List<String> lines, int count, String before) {
    List<String> records = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String line = lines.get(i);
      String record = i < count ? line.substring(0, line.length() - 1) : line;
      records.add(before.isEmpty() ? record : before + record + "]}");
    }
    return records;
  }

  private static List<String> lines(Exporter exporter, List<? extends Entry> records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer = exporter.open(bytes, Entry.class, loss -> {})) {
      for (Entry record : records) {
        writer.write(record);
      }
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
