package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatMemoryTest {
  @Test
  void memory_does_not_grow_with_the_records_that_rules_see_one_by_one() throws IOException {
    // The first sample is of what is made once.
    List<FlatMemory.Sample> samples = FlatMemory.measure(40_000, 10_000, Rules.RECORD);

    assertThat(samples)
        .extracting(FlatMemory.Sample::records)
        .containsExactly(10_000L, 20_000L, 30_000L, 40_000L);
    long grown = samples.get(3).bytes() - samples.get(0).bytes();
    assertThat(grown).as("bytes for 30 000 records").isLessThan(30_000 * 20L);
  }
}
