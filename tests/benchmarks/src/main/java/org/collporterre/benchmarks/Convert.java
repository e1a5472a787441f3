package org.collporterre.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.collporterre.check.Checker;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** Reads initiatives in any format, checks them and writes them in the one a file name asks for. */
public final class Convert {
  private Convert() {}

  /** Takes the file to read and the file to write. */
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
  static long convert(Path from, Path to, Report report) throws IOException {
    long records = 0;
    Importer<?> importer = Importers.detect(from);
    Exporter exporter = exporter(importer, from, to);
    try (EntryReader<Initiative> in = importer.open(from, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out = exporter.open(to, Initiative.class, report)) {
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

  private static Exporter exporter(Importer<?> importer, Path from, Path to) throws IOException {
    String name = to.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CsvExporter.create().withExtensions(importer.extensions(from, Initiative.class));
    }
    return name.endsWith(".jsonld")
        ? JsonLdExporter.create()
        : name.endsWith(".json") ? JsonExporter.create() : GeoJsonExporter.create();
  }
}
