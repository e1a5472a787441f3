package org.collporterre.examples;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/** Reads whatever it is given into a dataset package; and records as JSON, in any application. */
public final class AnyFormat {
  private AnyFormat() {}

  /**
   * Runs the example.
   *
   * @param args a file to read and the archive to make
   * @throws IOException when one of them cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]), Path.of(args[1]));
  }

  static Report run(Path file, Path zip) throws IOException {
    // snippet: any-format
    Report report = Report.create();
    // By its content: CSV, xlsx, ods, GeoJSON, JSON-LD, an HTML page, JSON, a package.
    try (EntryReader<Entry> in = Importers.detect(file).open(file, Entry.class, report);
        EntryWriter<Entry> out = PackageExporter.create().asZip().open(zip, Entry.class, report)) {
      for (Located<Entry> row : in) {
        out.write(row.value());
      }
      out.commit();
    }
    // end
    return report;
  }

  static Initiative roundTrip(Initiative initiative) {
    // snippet: json-binding
    Jsonb jsonb = JsonbBuilder.create(CollporterreJsonb.config());
    String json = jsonb.toJson(initiative);
    Initiative again = jsonb.fromJson(json, Initiative.class);
    // end
    return again;
  }
}
