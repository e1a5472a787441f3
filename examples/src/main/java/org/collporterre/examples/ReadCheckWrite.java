package org.collporterre.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Messages;
import org.collporterre.report.Report;

/** Reads a CSV file, checks it, writes the good records as GeoJSON, says the rest in French. */
public final class ReadCheckWrite {
  private ReadCheckWrite() {}

  /**
   * Runs the example.
   *
   * @param args a CSV file of initiatives and the GeoJSON file to make
   * @throws IOException when one of them cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]), Path.of(args[1]));
  }

  static Report run(Path csv, Path geojson) throws IOException {
    // snippet: read-check-write
    Report report = Report.create();
    try (EntryReader<Initiative> in = CsvImporter.create().open(csv, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out =
            GeoJsonExporter.create().open(geojson, Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        if (check.accept(row)) {
          out.write(row.value());
        }
      }
      if (!in.stopped()) {
        out.commit(); // the file appears now, whole
      }
    }
    Messages messages = Messages.in(Locale.FRENCH);
    report.findings().forEach(finding -> System.out.println(messages.line(finding)));
    // end
    return report;
  }
}
