package org.collporterre.hardening;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.Mapping;
import org.collporterre.model.Initiative;
import org.collporterre.report.Report;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a mapping; what is one maps records. */
class MappingFuzzTest {
  private static final byte[] CSV =
      "id;Titre;name;lat,lon;Thèmes\n1;Un jardin;Jardin;48.1,-4.2;a, b\n".getBytes(UTF_8);
  private static final byte[] JSON =
      "[{\"id\":1,\"name\":\"Jardin\",\"lat\":48.1,\"tags\":{\"a\":[1,null]}}]".getBytes(UTF_8);

  @MethodSource("org.collporterre.hardening.Seeds#mappings")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(bytes, () -> map(bytes));
  }

  private static void map(byte[] bytes) throws IOException {
    Report report = Report.create();
    Optional<Mapping> mapping = Mapping.read(new ByteArrayInputStream(bytes), "x", report);
    Promise.tell(report);
    if (mapping.isPresent() && mapping.get().type().orElse(Initiative.class) == Initiative.class) {
      Promise.records(CsvImporter.create().withMapping(mapping.get()), CSV, Initiative.class);
      Promise.records(JsonImporter.create().withMapping(mapping.get()), JSON, Initiative.class);
    }
  }
}
