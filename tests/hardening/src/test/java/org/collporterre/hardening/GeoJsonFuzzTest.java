package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as GeoJSON. */
class GeoJsonFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#geojson")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(bytes, () -> Promise.records(GeoJsonImporter.create(), bytes, Entry.class));
  }
}
