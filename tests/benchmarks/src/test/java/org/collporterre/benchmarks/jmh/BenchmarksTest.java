package org.collporterre.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each benchmark does what it is to measure. */
class BenchmarksTest {
  @ParameterizedTest
  @ValueSource(strings = {"csv", "geojson", "json", "jsonld"})
  void files_of_each_format_are_read(String format) throws IOException {
    ReadBenchmark benchmark = new ReadBenchmark();
    benchmark.format = format;
    benchmark.prepare();
    assertThat(benchmark.read()).as("letters of identifiers").isGreaterThan(10 * Records.COUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"constraints", "provider", "record", "all"})
  void most_records_pass(String rules) throws IOException {
    CheckBenchmark benchmark = new CheckBenchmark();
    benchmark.rules = rules;
    benchmark.prepare();
    assertThat(benchmark.check()).isBetween(Records.COUNT * 99 / 100, Records.COUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "geojson", "json", "jsonld"})
  void all_records_are_written(String format) throws IOException {
    EncodeBenchmark benchmark = new EncodeBenchmark();
    benchmark.format = format;
    benchmark.prepare();
    assertThat(benchmark.encode()).isEqualTo(Records.COUNT);
  }
}
