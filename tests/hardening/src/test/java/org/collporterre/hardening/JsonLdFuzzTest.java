package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as JSON-LD, or as a page that holds some. */
class JsonLdFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#jsonLd")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(bytes, () -> Promise.records(JsonLdImporter.create(), bytes, Entry.class));
  }
}
