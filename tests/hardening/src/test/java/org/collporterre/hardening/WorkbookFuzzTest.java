package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a workbook, and any sheets in one. */
class WorkbookFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#workbooks")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(
        bytes, () -> Promise.records(SpreadsheetImporter.create(), Archive.of(bytes), Entry.class));
  }
}
