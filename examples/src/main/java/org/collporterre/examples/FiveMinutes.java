package org.collporterre.examples;

// snippet: five-minutes
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

/** Checks a CSV file of initiatives and writes those that pass as GeoJSON. */
public final class FiveMinutes {
  private FiveMinutes() {}

  /** Runs it with the names of the two files. */
  public static void main(String[] args) throws IOException {
    Report report = Report.create();
    try (EntryReader<Initiative> in =
            CsvImporter.create().open(Path.of(args[0]), Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out =
            GeoJsonExporter.create().open(Path.of(args[1]), Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        if (check.accept(row)) {
          out.write(row.value());
        }
      }
      if (!in.stopped()) {
        out.commit();
      }
    }
    Messages messages = Messages.in(Locale.ENGLISH);
    report.findings().forEach(finding -> System.out.println(messages.line(finding)));
  }
}
// end
