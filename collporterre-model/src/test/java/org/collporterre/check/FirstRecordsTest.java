package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.collporterre.internal.TextHash;
import org.junit.jupiter.api.Test;

class FirstRecordsTest {
  @Test
  void the_first_record_of_a_value_stays_its_first_one_among_thousands() {
    FirstRecords first = new FirstRecords();
    for (int record = 0; record < 5_000; record++) {
      assertThat(first.putIfAbsent(TextHash.of("valeur " + record), record)).isEqualTo(record);
    }
    for (int record = 0; record < 5_000; record++) {
      assertThat(first.putIfAbsent(TextHash.of("valeur " + record), 9_999)).isEqualTo(record);
    }
    assertThat(first.size()).isEqualTo(5_000);
    assertThat(first.has(TextHash.of("valeur 4999"))).isTrue();
    assertThat(first.has(TextHash.of("valeur 5000"))).isFalse();
  }

  @Test
  void a_note_is_of_the_value_asked_about_last() {
    FirstRecords first = new FirstRecords(Integer.BYTES);
    first.putIfAbsent(5, 0);
    first.note(-2);
    first.putIfAbsent(3, 1);
    assertThat(first.note()).isZero();
    first.note(Integer.MAX_VALUE);
    assertThat(first.putIfAbsent(5, 2)).isZero();
    assertThat(first.note()).isEqualTo(-2);
    assertThat(first.putIfAbsent(3, 2)).isEqualTo(1);
    assertThat(first.note()).isEqualTo(Integer.MAX_VALUE);
  }
}
