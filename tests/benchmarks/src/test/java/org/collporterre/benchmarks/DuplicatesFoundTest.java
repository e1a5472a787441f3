package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesFoundTest {
  /** A slip in the first word of a short title leaves it less than 85 % alike now and then. */
  @Test
  void nearly_all_planted_duplicates_are_found_and_nothing_else(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("in.csv");
    long planted = DuplicatesFound.write(5_000, file);
    DuplicatesFound.Outcome outcome = DuplicatesFound.check(file, planted, true);
    assertThat(planted).isBetween(70L, 120L);
    assertThat(outcome.found()).isGreaterThanOrEqualTo(planted * 95 / 100);
    assertThat(outcome.wrong()).isZero();
    assertThat(DuplicatesFound.check(file, planted, false).found()).isZero();
  }
}
