package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellCacheTest {
  private final CellCache cache = new CellCache();

  @Test
  void givesTheValueOfTheSameBytesWhereverTheyStand() {
    byte[] row = "a,Brest,Brest,Brezh".getBytes(UTF_8);
    int slot = cache.slot(row, 2, 7);
    assertThat(slot).isBetween(0, 255).isEqualTo(cache.slot(row, 8, 13));
    assertThat(cache.get(slot, row, 2, 7)).isNull();
    cache.put(slot, row, 2, 7, "value");
    assertThat(cache.get(slot, row, 8, 13)).isEqualTo("value");
    assertThat(cache.get(slot, row, 14, 19)).isNull();
    assertThat(cache.get(slot, row, 8, 12)).isNull();
  }

  @Test
  void longCellsAreNotKept() {
    byte[] cell = "x".repeat(66).getBytes(UTF_8);
    assertThat(cache.slot(cell, 1, 65)).isNotNegative();
    assertThat(cache.slot(cell, 1, 66)).isNegative();
  }

  @Test
  void fewCodesShareASlot() {
    long slots =
        IntStream.range(0, 100)
            .map(code -> slot(Integer.toString(100 + code)))
            .filter(slot -> slot >= 0 && slot < 256)
            .distinct()
            .count();
    // Of 100 in 256 slots, 83 by chance.
    assertThat(slots).isGreaterThan(60);
  }

  @Test
  void givesUpOnAColumnOfWhichLessThanHalfRepeats() {
    ask(256, 512);
    ask(255, 511);
    assertThat(slot("a")).as("one less than half of the second trial").isNegative();
    assertThat(slot("a")).isNegative();
    cache.put(0, new byte[0], 0, 0, "b");
    assertThat(cache.get(0, new byte[0], 0, 0)).isNull();
  }

  /** Asks for a cell so often; so many times it is found. */
  private void ask(int found, int asked) {
    byte[] cell = {'a'};
    for (int i = 0; i < asked; i++) {
      int slot = slot("a");
      assertThat(slot).as("asked %d times", i).isNotNegative();
      cache.put(slot, cell, 0, 1, "a");
      if (i < found) {
        assertThat(cache.get(slot, cell, 0, 1)).isEqualTo("a");
      }
    }
  }

  private int slot(String cell) {
    byte[] bytes = cell.getBytes(UTF_8);
    return cache.slot(bytes, 0, bytes.length);
  }
}
