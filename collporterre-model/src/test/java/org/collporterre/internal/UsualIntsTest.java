package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsualIntsTest {
  @Test
  void numbers_before_and_behind_the_first_other_one_are_what_they_were() {
    UsualInts numbers = new UsualInts(1);
    for (int i = 0; i < 10_000; i++) {
      numbers.add(i < 5_000 || i % 3 > 0 ? 1 : i);
    }

    assertThat(numbers.get(0)).isOne();
    assertThat(numbers.get(4_998)).isOne();
    assertThat(numbers.get(5_001)).isEqualTo(5_001);
    assertThat(numbers.get(5_002)).isOne();
    assertThat(numbers.get(9_999)).isEqualTo(9_999);
  }

  @Test
  void all_may_be_the_usual_one() {
    UsualInts numbers = new UsualInts(7);
    numbers.add(7);
    numbers.add(7);

    assertThat(numbers.get(1)).isEqualTo(7);
  }
}
