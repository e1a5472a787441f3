package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyIndexTest {
  /** Of so many pairs some have one hash of 32 bits: 4.6 pairs of them are to be expected. */
  @Test
  void identifiers_of_one_hash_are_told_apart() {
    KeyIndex index = new KeyIndex();
    for (int i = 0; i < 200_000; i++) {
      assertThat(index.add("Initiative", "initiative-" + i)).isEqualTo(i);
    }
    for (int i = 0; i < 200_000; i++) {
      assertThat(index.find("Initiative", "initiative-" + i)).isEqualTo(i);
    }
    assertThat(index.find("Initiative", "initiative-200000")).isEqualTo(-1);
    assertThat(index.add("Initiative", "initiative-77")).isEqualTo(-78);
  }

  @Test
  void pairs_of_two_types_are_two_even_after_many_of_one() {
    KeyIndex index = new KeyIndex(new NumberedTexts(8));
    for (int i = 0; i < 100; i++) {
      index.add("Initiative", "un-" + i);
    }
    assertThat(index.find("Portrait", "un-1")).isEqualTo(-1);
    assertThat(index.add("Portrait", "un-1")).isEqualTo(100);
    assertThat(index.add("Initiative", "deux")).isEqualTo(101);
    assertThat(index.find("Portrait", "un-1")).isEqualTo(100);
    assertThat(index.find("Initiative", "un-1")).isEqualTo(1);
    assertThat(index.type(99)).isEqualTo("Initiative");
    assertThat(index.type(100)).isEqualTo("Portrait");
    assertThat(index.type(101)).isEqualTo("Initiative");
    assertThat(index.id(100)).isEqualTo("un-1");
  }
}
