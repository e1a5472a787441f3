package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.collporterre.imports.CsvImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as CSV of initiatives, of portraits and of methodologies. */
class CsvFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#csv")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(
        bytes,
        () -> {
          for (Class<? extends Entry> type : Entry.TYPES) {
            Promise.records(CsvImporter.create().withRepairs(), bytes, type);
          }
        });
  }
}
