package org.collporterre.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.collporterre.check.Checker;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/** The least program a developer writes: reads a small file and checks it. */
public final class StartCheck {
  private StartCheck() {}

  /** Takes the file. */
  public static void main(String[] args) throws IOException {
    Report report = Report.create();
    int passed = 0;
    try (EntryReader<Initiative> in =
            CsvImporter.create().open(Path.of(args[0]), Initiative.class, report);
        Checker.Run run = Checker.standard().start(report)) {
      for (Located<Initiative> row : in) {
        passed += run.accept(row) ? 1 : 0;
      }
    }
    System.out.println(passed + " passed, " + report.count() + " findings");
  }
}
