package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.collporterre.export.CsvExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.junit.jupiter.params.provider.MethodSource;

/** What a CSV file holds without a reported loss is read again as it was. */
class CsvRoundTripFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#records")
  @FuzzTest
  void recordsComeBack(byte[] bytes) {
    Promise.keep(
        bytes,
        () -> {
          Promise.Outcome outcome = RoundTrip.read(bytes);
          List<Entry> records =
              outcome.records().stream().filter(Initiative.class::isInstance).toList();
          RoundTrip.comesBack(
              records,
              CsvExporter.create().withExtensions(outcome.extensions()),
              CsvImporter.create(),
              Initiative.class);
        });
  }
}
