package org.collporterre.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** Files as large as careless exports get: memory does not grow, one cell does not do harm. */
class LargeInputTest {
  private static final long GIB = 1L << 30;
  private static final long MEMORY = 80L << 20;

  private final Report report = Report.keeping(10);
  private int records;

  @Test
  void a_cell_of_two_gigabytes_is_refused_and_not_kept() throws IOException {
    GeneratedInput in = GeneratedInput.of("id,titre\na,\"", "x".repeat(8192), 2 * GIB);

    read(CsvImporter.create(), in);

    assertThat(report.byRule()).containsKey("row-too-long");
    assertThat(in.keptHalfWay()).isLessThan(MEMORY);
  }

  @Test
  void a_text_of_two_gigabytes_in_JSON_is_refused_and_not_kept() throws IOException {
    GeneratedInput in = GeneratedInput.of("[{\"id\":\"a\",\"titre\":\"", "x".repeat(8192), 2 * GIB);

    read(JsonImporter.create(), in);

    assertThat(report.isClean()).isFalse();
    assertThat(in.keptHalfWay()).isLessThan(MEMORY);
  }

  @Test
  void blank_lines_without_end_are_passed_over() throws IOException {
    GeneratedInput in = GeneratedInput.of("id,titre\na,Jardin\n", "\n".repeat(8192), GIB / 32);

    read(CsvImporter.create(), in);

    assertThat(records).isEqualTo(1);
    assertThat(in.keptHalfWay()).isLessThan(MEMORY);
  }

  @Test
  void rows_without_end_are_read_without_keeping_them() throws IOException {
    String row = "jardin-partage,Jardin partagé,48.41,-4.49\n";
    GeneratedInput in =
        GeneratedInput.of("id,titre,latitude,longitude\n", row.repeat(200), GIB / 32);

    read(CsvImporter.create(), in);

    assertThat(records).isGreaterThan(700_000);
    assertThat(in.keptHalfWay()).isLessThan(MEMORY);
  }

  private void read(Importer<?> importer, GeneratedInput in) throws IOException {
    try (EntryReader<Initiative> reader = importer.open(in, "large", Initiative.class, report)) {
      for (Located<Initiative> row : reader) {
        records += row.value().id().isEmpty() ? 0 : 1;
      }
    }
  }
}
