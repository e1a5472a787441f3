package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.collporterre.report.Location;
import org.junit.jupiter.api.Test;

class StrongestPairsTest {
  private static EntryIndex records(int count) {
    EntryIndex entries = new EntryIndex();
    for (int i = 0; i < count; i++) {
      entries.add("initiative", "i" + i, Location.startOf("a.csv"));
    }
    return entries;
  }

  private static List<String> left(StrongestPairs pairs) {
    List<String> left = new ArrayList<>();
    int count = pairs.finish();
    for (int i = 0; i < count; i++) {
      left.add(pairs.earlier(i) + " " + pairs.later(i));
    }
    return left;
  }

  @Test
  void none_are_left_of_none() {
    assertThat(left(new StrongestPairs(records(2)))).isEmpty();
  }

  @Test
  void a_pair_is_left_once_in_its_order_whichever_record_is_named_first() {
    StrongestPairs pairs = new StrongestPairs(records(4));
    pairs.add(3, 0, 80);
    pairs.add(1, 2, 70);
    pairs.add(0, 3, 90);
    pairs.add(1, 0, 60);

    assertThat(left(pairs)).containsExactly("0 1", "1 2", "0 3");
    // 127 is the greatest strength; the rank begins with what is missing to it, then 38 bits.
    assertThat(pairs.rank(0) >>> 38).isEqualTo(127 - 60);
    assertThat(pairs.rank(2) >>> 38).isEqualTo(127 - 90);
  }

  @Test
  void a_strength_above_the_greatest_counts_as_that() {
    StrongestPairs pairs = new StrongestPairs(records(2));
    pairs.add(0, 1, 200);

    assertThat(left(pairs)).containsExactly("0 1");
    assertThat(pairs.rank(0) >>> 38).isZero();
  }

  /** Each record's five strongest are found here by counting those that are stronger. */
  @Test
  void a_pair_is_left_when_it_is_among_the_five_strongest_of_one_of_its_records() {
    int records = 15;
    int[][] strength = new int[records][records];
    List<Integer> strengths = new ArrayList<>();
    for (int i = 0; i < records * (records - 1) / 2; i++) {
      strengths.add(i + 1);
    }
    Collections.shuffle(strengths, new Random(11));
    StrongestPairs pairs = new StrongestPairs(records(records));
    for (int i = 0; i < records; i++) {
      for (int j = i + 1; j < records; j++) {
        int one = strengths.remove(0);
        strength[i][j] = one;
        strength[j][i] = one;
        pairs.add(j, i, one);
      }
    }
    List<String> expected = new ArrayList<>();
    for (int later = 0; later < records; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        int one = strength[earlier][later];
        if (stronger(strength[earlier], one) < 5 || stronger(strength[later], one) < 5) {
          expected.add(earlier + " " + later);
        }
      }
    }

    assertThat(left(pairs)).isEqualTo(expected).hasSizeLessThan(100);
  }

  private static int stronger(int[] strengths, int than) {
    int stronger = 0;
    for (int one : strengths) {
      stronger += one > than ? 1 : 0;
    }
    return stronger;
  }

  @Test
  void very_many_pairs_are_thinned_out_on_the_way() {
    int records = 400;
    StrongestPairs pairs = new StrongestPairs(records(records));
    for (int i = 0; i < records; i++) {
      for (int j = i + 1; j < records; j++) {
        pairs.add(i, j, Math.max(0, 100 - (j - i)));
      }
    }
    List<String> left = left(pairs);

    // Its neighbours are a record's strongest ones, of either side; the fifth is one of a tie.
    assertThat(left).contains("0 1", "0 2", "198 200", "200 202", "398 399");
    assertThat(left).hasSizeBetween(records * 2, records * 4).doesNotContain("0 8", "200 208");
  }
}
