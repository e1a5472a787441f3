package org.collporterre.benchmarks.jmh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.benchmarks.Generator;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;

/** Generated initiatives, as records and as the bytes of files. */
final class Records {
  /** How many there are; one operation of a benchmark is one of them. */
  static final int COUNT = 1_000;

  private Records() {}

  /** Returns the records, each with where it was read. */
  static List<Located<Initiative>> located() throws IOException {
    List<Located<Initiative>> records = new ArrayList<>();
    try (EntryReader<Initiative> in = open("csv", bytes("csv"))) {
      for (Located<Initiative> row : in) {
        // Without its origin, which would keep the file's cells.
        records.add(Located.of(row.value()));
      }
    }
    return records;
  }

  /** Returns a file with all of them. */
  static byte[] bytes(String format) throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    Generator.write(COUNT, 42, csv);
    if (format.equals("csv")) {
      return csv.toByteArray();
    }
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    try (EntryReader<Initiative> in = open("csv", csv.toByteArray())) {
      List<Initiative> records = new ArrayList<>();
      in.forEach(row -> records.add(row.value()));
      write(format, records, other);
    }
    return other.toByteArray();
  }

  /** Opens the bytes of a file. */
  static EntryReader<Initiative> open(String format, byte[] bytes) throws IOException {
    return importer(format)
        .open(new ByteArrayInputStream(bytes), "in." + format, Initiative.class, finding -> {});
  }

  /** Writes records in a format. */
  static void write(String format, List<Initiative> records, OutputStream to) throws IOException {
    try (EntryWriter<Initiative> out = exporter(format).open(to, Initiative.class, finding -> {})) {
      for (Initiative record : records) {
        out.write(record);
      }
      out.commit();
    }
  }

  private static Importer<?> importer(String format) {
    return switch (format) {
      case "csv" -> CsvImporter.create();
      case "geojson" -> GeoJsonImporter.create();
      case "jsonld" -> JsonLdImporter.create();
      case "json" -> JsonImporter.create();
      default -> throw new IllegalArgumentException(format);
    };
  }

  private static Exporter exporter(String format) {
    return switch (format) {
      case "csv" -> CsvExporter.create();
      case "geojson" -> GeoJsonExporter.create();
      case "jsonld" -> JsonLdExporter.create();
      case "json" -> JsonExporter.create();
      default -> throw new IllegalArgumentException(format);
    };
  }
}
