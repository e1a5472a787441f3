package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordPairsTest {
  @Test
  void the_seconds_of_a_first_are_ascending_and_each_once() {
    RecordPairs pairs = new RecordPairs();
    for (int second : new int[] {9, 0, 4, 0, 9, 0}) {
      pairs.add(1, second);
    }
    pairs.add(0, 3);
    pairs.add(2, 0);

    assertThat(pairs.of(1)).containsExactly(0, 4, 9);
    assertThat(pairs.of(0)).containsExactly(3);
    assertThat(pairs.of(2)).containsExactly(0);
    assertThat(pairs.of(3)).isEmpty();
  }

  @Test
  void what_is_no_record_makes_no_pair() {
    RecordPairs pairs = new RecordPairs();
    pairs.add(-1, 2);
    pairs.add(2, -1);
    pairs.add(0, 0);

    assertThat(pairs.contains(0, 0)).isTrue();
    assertThat(pairs.contains(2, -1)).isFalse();
    assertThat(pairs.of(2)).isEmpty();
  }

  @Test
  void pairs_may_be_added_in_any_order_and_after_a_question() {
    RecordPairs pairs = new RecordPairs();
    for (int first = 40; first > 0; first--) {
      pairs.add(first, 100 - first);
      assertThat(pairs.contains(first, 100 - first)).isTrue();
    }
    for (int first = 1; first <= 40; first++) {
      assertThat(pairs.contains(first, 100 - first)).isTrue();
      assertThat(pairs.contains(first, first)).isFalse();
    }
  }
}
