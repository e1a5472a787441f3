package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntListTest {
  @Test
  void numbers_are_given_back_and_put_in_place_across_arrays() {
    IntList numbers = new IntList();
    for (int i = 0; i < 10_000; i++) {
      numbers.add(i * 3);
      assertThat(numbers.size()).isEqualTo(i + 1);
    }
    numbers.set(4_095, -1);
    numbers.set(4_096, -2);
    for (int i = 0; i < 10_000; i++) {
      int expected = i == 4_095 ? -1 : i == 4_096 ? -2 : i * 3;
      assertThat(numbers.get(i)).isEqualTo(expected);
    }
  }
}
