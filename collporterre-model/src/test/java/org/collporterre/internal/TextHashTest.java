package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextHashTest {
  /** The test vectors of the authors of FNV. */
  @Test
  void texts_are_hashed_by_fnv_1a_of_64_bits() {
    assertThat(TextHash.add(TextHash.START, "")).isEqualTo(0xCBF29CE484222325L);
    assertThat(TextHash.add(TextHash.START, "a")).isEqualTo(0xAF63DC4C8601EC8CL);
    assertThat(TextHash.add(TextHash.START, "foobar")).isEqualTo(0x85944171F73967E8L);
    assertThat(TextHash.add(TextHash.START, 'a')).isEqualTo(0xAF63DC4C8601EC8CL);
  }

  @Test
  void bits_are_mixed_so_that_high_ones_count_for_low_ones() {
    assertThat(TextHash.mixed(0)).isZero();
    // The golden ratio of 64 bits, exclusive or that moved by 29.
    assertThat(TextHash.mixed(1)).isEqualTo(0x9E3779B97F4A7C15L ^ 0x4F1BBCDCBL);
    // The same by integers of any size: 2^32 + 1 times that ratio, modulo 2^64.
    assertThat(TextHash.mixed(1L << 32)).isEqualTo(0x1D81F5CE9345D266L);
    assertThat(TextHash.of("a")).isEqualTo(TextHash.mixed(0xAF63DC4C8601EC8CL));
  }
}
