package org.collporterre.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.Mapping;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.update.Coverage;
import org.collporterre.update.RecordSet;
import org.collporterre.update.UpdateOptions;
import org.collporterre.update.UpdatePlan;

/** Reads what another site exports, through a mapping, and tells what is new in it. */
public final class PartnerFile {
  private PartnerFile() {}

  /**
   * Runs the example.
   *
   * @param args the export, and the mapping for it
   * @throws IOException when one of them cannot be read
   */
  public static void main(String[] args) throws IOException {
    System.out.println(run(RecordSet.create(), Path.of(args[0]), Path.of(args[1])).counts());
  }

  static UpdatePlan run(RecordSet known, Path export, Path mappingFile) throws IOException {
    // snippet: partner-file
    Report report = Report.create();
    Mapping mapping = Mapping.read(mappingFile, report).orElseThrow();
    Importer<?> importer = Importers.detect(export).withMapping(mapping);
    RecordSet incoming = RecordSet.sharing(known);
    try (EntryReader<Initiative> in = importer.open(export, Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        incoming.add(row, Coverage.COLUMNS);
      }
    }
    UpdatePlan plan = UpdatePlan.of(known, incoming, UpdateOptions.STANDARD);
    // end
    return plan;
  }
}
