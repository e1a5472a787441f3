package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.collporterre.export.JsonExporter;
import org.collporterre.imports.JsonImporter;
import org.collporterre.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/** What native JSON holds is read again as it was. */
class JsonRoundTripFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#records")
  @FuzzTest
  void recordsComeBack(byte[] bytes) {
    Promise.keep(
        bytes,
        () -> {
          List<Entry> records = RoundTrip.read(bytes).records();
          RoundTrip.comesBack(records, JsonExporter.create(), JsonImporter.create(), Entry.class);
        });
  }
}
