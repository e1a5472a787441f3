package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedKeysTest {
  private static final long SEED = 20;

  @Test
  void every_number_is_found_with_its_bytes_after_parts_were_split() {
    TreeMap<Long, Integer> expected = new TreeMap<>(Long::compareUnsigned);
    SortedKeys keys = new SortedKeys(5, 4);
    Random random = new Random(SEED);
    for (int i = 0; i < 3_000; i++) {
      long key = random.nextLong();
      keys.add(key);
      keys.set(0, 4, i * 1_000_003);
      keys.set(4, 1, i);
      expected.put(key, i);
    }
    expected.forEach(
        (key, i) -> {
          assertThat(keys.seek(key)).isTrue();
          assertThat(keys.value(0, 4)).isEqualTo(i * 1_000_003);
          assertThat(keys.value(4, 1)).isEqualTo(i & 0xFF);
          assertThat(keys.seek(key + 1)).isEqualTo(expected.containsKey(key + 1));
        });
    assertThat(keys.size()).isEqualTo(expected.size());
  }

  @Test
  void the_number_after_one_sought_is_the_next_larger_one_of_the_same_sign() {
    SortedKeys keys = new SortedKeys(0, 4);
    keys.add(-3);
    keys.add(7);
    keys.add(5);
    assertThat(keys.seek(6)).isFalse();
    assertThat(keys.key()).isEqualTo(7);
    keys.next();
    assertThat(keys.hasKey()).isFalse();
    assertThat(keys.seek(-4)).isFalse();
    assertThat(keys.key()).isEqualTo(-3);
  }

  @Test
  void a_number_that_comes_between_others_has_no_bytes_of_theirs() {
    SortedKeys keys = new SortedKeys(1);
    keys.add(1);
    keys.set(0, 1, 11);
    keys.add(3);
    keys.set(0, 1, 33);
    keys.add(2);
    assertThat(keys.value(0, 1)).isZero();
    assertThat(keys.seek(3)).isTrue();
    assertThat(keys.value(0, 1)).isEqualTo(33);
  }
}
