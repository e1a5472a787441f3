package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final int ROWS = 20_000;

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_seed_gives_others() throws IOException {
    assertThat(bytes(2_000, 7)).isEqualTo(bytes(2_000, 7)).isNotEqualTo(bytes(2_000, 8));
  }

  @Test
  void there_are_as_many_rows_as_asked_for_with_a_cell_for_each_column() throws IOException {
    List<NamedCsvRecord> rows = parse(bytes(ROWS, 42));
    int columns = Schema.of(Initiative.class).fields().size();
    assertThat(rows).hasSize(ROWS).allMatch(row -> row.getFieldCount() == columns);
  }

  @Test
  void a_row_has_about_620_bytes() throws IOException {
    assertThat(bytes(ROWS, 42).length / ROWS).isBetween(600, 640);
  }

  @Test
  void about_one_row_in_two_hundred_is_faulty_and_each_fault_occurs() throws IOException {
    Map<Fault, Long> faults = Generator.write(ROWS, 42, new ByteArrayOutputStream());
    long faulty = faults.values().stream().mapToLong(Long::longValue).sum();
    assertThat(faulty / (double) ROWS).isBetween(0.004, 0.006);
    assertThat(faults).containsOnlyKeys(Fault.values());
  }

  @Test
  void no_column_is_empty_throughout() throws IOException {
    Set<String> empty = new HashSet<>(parse(bytes(1, 42)).get(0).getHeader());
    for (NamedCsvRecord row : parse(bytes(2_000, 42))) {
      empty.removeIf(column -> !row.getField(column).isEmpty());
    }
    assertThat(empty).isEmpty();
  }

  @Test
  void references_within_the_file_lead_to_rows_and_only_the_intended_ones_do_not()
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<Fault, Long> faults = Generator.write(ROWS, 42, out);
    List<NamedCsvRecord> rows = parse(out.toByteArray());
    Map<String, Long> ids = new HashMap<>();
    rows.forEach(row -> ids.merge(row.getField("id"), 1L, Long::sum));
    long broken =
        rows.stream()
            .flatMap(row -> List.of("replique_de", "membre_de").stream().map(row::getField))
            .filter(ref -> !ref.isEmpty() && !ids.containsKey(ref))
            .count();
    assertThat(broken).isEqualTo(faults.get(Fault.REFERENCE));
    assertThat((long) ROWS - ids.size()).isEqualTo(faults.get(Fault.DUPLICATE));
  }

  private static byte[] bytes(long rows, long seed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Generator.write(rows, seed, out);
    return out.toByteArray();
  }

  private static List<NamedCsvRecord> parse(byte[] csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    }
  }
}
