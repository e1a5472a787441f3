package org.collporterre.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Report;

/** Reads, checks and writes a large file with all processors. */
final class LargeFile {
  private LargeFile() {}

  /** Writes initiatives in any format as GeoJSON and returns what was found. */
  static Report run(Path file, Path geojson) throws IOException {
    Report report = Report.create();
    try (EntryReader<Initiative> in = Importers.detect(file).open(file, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out =
            GeoJsonExporter.create().open(geojson, Initiative.class, report)) {
      // snippet: large-file
      Pipeline.create().convert(in, check, out);
      // end
      if (!in.stopped()) {
        out.commit();
      }
    }
    return report;
  }
}
