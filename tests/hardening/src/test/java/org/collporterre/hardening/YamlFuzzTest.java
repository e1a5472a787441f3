package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.collporterre.imports.YamlImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as YAML. */
class YamlFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#yaml")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(bytes, () -> Promise.records(YamlImporter.create(), bytes, Entry.class));
  }
}
