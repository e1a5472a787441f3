package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.PackageImporter;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** What an archive or a workbook holds is read again as it was. */
class PackageRoundTripFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#records")
  @FuzzTest
  void recordsComeBack(byte[] bytes) {
    Promise.keep(
        bytes,
        () -> {
          List<Entry> records = RoundTrip.byType(RoundTrip.read(bytes).records());
          PackageExporter exporter = PackageExporter.create();
          RoundTrip.comesBack(records, exporter.asZip(), PackageImporter.create(), Entry.class);
          RoundTrip.comesBack(
              records, exporter.asWorkbook(), SpreadsheetImporter.create(), Entry.class);
        });
  }
}
