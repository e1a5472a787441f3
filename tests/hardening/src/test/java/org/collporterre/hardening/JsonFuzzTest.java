package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.collporterre.imports.JsonImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as JSON, whole or line by line, ours or anybody's. */
class JsonFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#json")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(bytes, () -> Promise.records(JsonImporter.create(), bytes, Entry.class));
  }
}
