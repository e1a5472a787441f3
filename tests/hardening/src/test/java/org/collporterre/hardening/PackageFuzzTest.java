package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an archive, and any tables and manifest in one. */
class PackageFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#packages")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(
        bytes, () -> Promise.records(PackageImporter.create(), Archive.of(bytes), Entry.class));
  }
}
