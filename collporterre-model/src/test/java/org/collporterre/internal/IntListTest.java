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

  @Test
  void a_number_is_put_at_its_place_alone() {
    IntList list = new IntList();
    for (int i = 0; i < 10_000; i++) {
      list.add(i);
    }

    list.set(4_097, -1);

    assertThat(list.get(4_097)).isEqualTo(-1);
    assertThat(list.get(1)).isEqualTo(1);
    assertThat(list.get(4_096)).isEqualTo(4_096);
    assertThat(list.get(8_193)).isEqualTo(8_193);
  }
}
