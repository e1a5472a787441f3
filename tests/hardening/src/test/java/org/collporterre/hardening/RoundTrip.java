package org.collporterre.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Report;

/** Records that pass are written, read again and found to be the same. */
final class RoundTrip {
  private RoundTrip() {}

  /** Reads bytes in whatever format they are. */
  static Promise.Outcome read(byte[] bytes) throws IOException {
    Importer<?> importer =
        Importers.detect(new BufferedInputStream(new ByteArrayInputStream(bytes), 1 << 20));
    Class<? extends Entry> type = importer instanceof CsvImporter ? Initiative.class : Entry.class;
    return Promise.records(importer.withGeneratedIds(), bytes, type);
  }

  /** Returns records in the order in which datasets have them. */
  static List<Entry> byType(List<Entry> records) {
    return Entry.TYPES.stream().flatMap(type -> records.stream().filter(type::isInstance)).toList();
  }

  /** Writes records of a type, and fails when other ones come back though no loss was reported. */
  static void comesBack(
      List<Entry> records, Exporter exporter, Importer<?> importer, Class<? extends Entry> type)
      throws IOException {
    if (records.isEmpty()) {
      return;
    }
    Report losses = Report.create();
    byte[] once = written(records, exporter, type, losses);
    Promise.tell(losses);
    if (losses.findings().isEmpty()) {
      Promise.Outcome again = Promise.records(importer, once, type);
      assertThat(again.records()).isEqualTo(records);
      assertThat(written(again.records(), exporter, type, losses)).isEqualTo(once);
    }
  }

  @SuppressWarnings("unchecked") // only records of the type are given to the writer
  private static byte[] written(
      List<Entry> records, Exporter exporter, Class<? extends Entry> type, Report losses)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer = (EntryWriter<Entry>) exporter.open(out, type, losses)) {
      for (Entry record : records) {
        writer.write(record);
      }
      writer.commit();
    }
    return out.toByteArray();
  }
}
