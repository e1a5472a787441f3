package org.collporterre.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** Reads a table of initiatives, checks it and writes it as GeoJSON. */
public final class CsvToGeoJson {
  private CsvToGeoJson() {}

  /** Takes the CSV file and the GeoJSON file to write. */
  public static void main(String[] args) throws IOException {
    Report report = Report.create();
    long records = convert(Path.of(args[0]), Path.of(args[1]), report);
    System.out.println(
        records
            + " records, "
            + report.count(Severity.ERROR)
            + " errors, "
            + report.count(Severity.WARNING)
            + " warnings");
  }

  /** Returns the number of records read. */
  static long convert(Path csv, Path geojson, Report report) throws IOException {
    long records = 0;
    try (EntryReader<Initiative> in = CsvImporter.create().open(csv, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out =
            GeoJsonExporter.create().open(geojson, Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        records++;
        if (check.accept(row)) {
          out.write(row.value());
        }
      }
      if (!in.stopped()) {
        out.commit();
      }
    }
    return records;
  }
}
