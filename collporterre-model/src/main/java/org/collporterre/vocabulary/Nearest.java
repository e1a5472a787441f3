package org.collporterre.vocabulary;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the candidate that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * Returns the one candidate nearest to the text by optimal string alignment (a swap of two
   * neighbours counts once), or null when the nearest is further away than a third of its length or
   * more than two edits. Of several at the same distance the first is returned. Linear in the
   * candidates.
   */
  public static @Nullable String of(String text, Iterable<String> candidates) {
    String best = null;
    int bestDistance = 3;
    for (String candidate : candidates) {
      int limit = Math.min(bestDistance - 1, candidate.length() / 3);
      int distance = distance(text, candidate, limit);
      if (distance <= limit) {
        best = candidate;
        bestDistance = distance;
        if (distance == 0) {
          break;
        }
      }
    }
    return best;
  }

  /** Returns the edit distance, or {@code limit + 1} when it is more than the limit. */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] twoBack = new int[b.length() + 1];
    int[] back = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(back, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int value = Math.min(Math.min(back[j], row[j - 1]) + 1, back[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          value = Math.min(value, twoBack[j - 2] + 1);
        }
        row[j] = value;
        least = Math.min(least, value);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] spare = twoBack;
      twoBack = back;
      back = row;
      row = spare;
    }
    return Math.min(back[b.length()], limit + 1);
  }
}
