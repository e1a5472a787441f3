package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordValuesTest {
  private static final long LARGEST = (1L << 45) - 1;

  /** Records 0 and 2 have 7, 2 and 3 have the largest value, 1 has none. */
  private static RecordValues some() {
    RecordValues values = new RecordValues();
    values.add(0, 7);
    values.add(0, 9);
    values.add(2, 7);
    values.add(2, LARGEST);
    values.add(3, LARGEST);
    return values;
  }

  @Test
  void the_values_of_a_record_lie_between_its_start_and_the_next_one_s() {
    RecordValues values = some();

    assertThat(new int[] {values.start(0), values.start(1), values.start(2), values.start(3)})
        .containsExactly(0, 2, 2, 4);
    assertThat(values.start(4)).isEqualTo(5);
    assertThat(values.start(RecordValues.MOST_RECORDS)).isEqualTo(values.size()).isEqualTo(5);
    assertThat(values.value(3)).isEqualTo(LARGEST);
    assertThat(values.recordAt(3)).isEqualTo(2);
    assertThat(values.recordAt(4)).isEqualTo(3);
  }

  @Test
  void the_last_record_of_all_has_its_values() {
    RecordValues values = new RecordValues();
    values.add(RecordValues.MOST_RECORDS - 2, 1);
    values.add(RecordValues.MOST_RECORDS - 1, 2);

    assertThat(values.has(RecordValues.MOST_RECORDS - 1, 2)).isTrue();
    assertThat(values.has(RecordValues.MOST_RECORDS - 1, 1)).isFalse();
    assertThat(values.recordAt(1)).isEqualTo(RecordValues.MOST_RECORDS - 1);
  }

  @Test
  void a_record_has_what_was_added_the_lowest_bits_of_it() {
    RecordValues values = some();

    assertThat(values.has(0, 7)).isTrue();
    assertThat(values.has(0, 9)).isTrue();
    assertThat(values.has(1, 7)).isFalse();
    assertThat(values.has(2, 9)).isFalse();
    assertThat(values.has(2, -1)).isTrue();
    assertThat(values.has(0, 7 + (1L << 45))).isTrue();
  }

  @Test
  void two_records_share_a_value_unless_it_is_excluded() {
    RecordValues values = some();

    assertThat(values.shareOneBut(new long[0], 0, 2)).isTrue();
    assertThat(values.shareOneBut(new long[] {7}, 0, 2)).isFalse();
    assertThat(values.shareOneBut(new long[] {7}, 2, 3)).isTrue();
    assertThat(values.shareOneBut(new long[0], 0, 3)).isFalse();
    assertThat(values.shareOneBut(new long[0], 1, 2)).isFalse();
  }

  @Test
  void by_value_those_of_one_value_are_together_and_in_the_order_of_records() {
    long[] all = some().byValue();

    assertThat(all).hasSize(5);
    assertThat(Arrays.stream(all).filter(item -> RecordValues.valueOf(item) == 7))
        .extracting(RecordValues::recordOf)
        .containsExactly(0, 2);
    assertThat(Arrays.stream(all).map(RecordValues::valueOf).distinct().count()).isEqualTo(3);
  }

  @Test
  void a_value_is_shared_by_as_many_records_as_have_it_however_often() {
    RecordValues values = new RecordValues();
    for (int record = 0; record < 3; record++) {
      values.add(record, 5);
      values.add(record, 5);
      values.add(record, LARGEST);
      for (int value = 100; value < 140; value++) {
        values.add(record, value);
      }
    }
    values.add(3, LARGEST);

    assertThat(values.sharedByMoreThan(3)).containsExactly(LARGEST);
    assertThat(values.sharedByMoreThan(2)).hasSize(42).isSorted().contains(5, 100, 139, LARGEST);
    assertThat(values.sharedByMoreThan(4)).isEmpty();
  }

  @Test
  void more_values_than_fit_one_piece_are_kept() {
    RecordValues values = new RecordValues();
    for (int record = 0; record < 9_000; record++) {
      values.add(record, record * 3L);
    }
    for (int record = 0; record < 9_000; record++) {
      assertThat(values.start(record)).isEqualTo(record);
      assertThat(values.value(record)).isEqualTo(record * 3L);
    }
  }
}
