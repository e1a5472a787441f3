package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedIntsTest {
  private static final long SEED = 22;

  @Test
  void numbers_near_and_far_are_given_back_in_any_order() {
    PackedInts packed = new PackedInts();
    List<Integer> added = new ArrayList<>();
    Random random = new Random(SEED);
    int line = 1;
    for (int i = 0; i < 20_000; i++) {
      line += random.nextInt(40) == 0 ? random.nextInt() : random.nextInt(130) - 20;
      added.add(line);
      packed.add(line);
    }
    added.add(Integer.MIN_VALUE);
    packed.add(Integer.MIN_VALUE);
    added.add(Integer.MAX_VALUE);
    packed.add(Integer.MAX_VALUE);
    for (int i = added.size() - 1; i >= 0; i--) {
      assertThat(packed.get(i)).isEqualTo(added.get(i));
    }
    assertThat(packed.size()).isEqualTo(20_002);
  }
}
