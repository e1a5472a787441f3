package org.collporterre.vocabulary;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the candidate that was probably meant: the one nearest to a text by optimal string
 * alignment (a swap of two neighbours counts once), unless it is further away than a third of its
 * length or more than two edits. Of several at the same distance it is the first. A candidate that
 * differs early costs some dozen comparisons, whatever its length.
 */
public final class Nearest {
  /** So many edits make a candidate of a text at most. */
  public static final int FURTHEST = 2;

  private static final int FAR = 1 << 20;

  private final CharSequence text;
  private final long letters;
  private int bestDistance = FURTHEST + 1;
  private int[] twoBack = new int[64];
  private int[] back = new int[64];
  private int[] row = new int[64];

  /** Begins a search. */
  public Nearest(CharSequence text) {
    this.text = text;
    this.letters = letters(text);
  }

  /** Returns which of 64 classes of characters a text has, a bit each. */
  public static long letters(CharSequence text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << text.charAt(i);
    }
    return letters;
  }

  /**
   * Tells whether a candidate may be near for all that its length and its letters say. One that is
   * not is not {@linkplain #isNearer nearer}; this is told much sooner.
   *
   * @param letters as {@link #letters} of the candidate
   */
  public boolean mayBeNear(int length, long letters) {
    // An edit brings one letter or takes one away, or both, or neither.
    return Math.abs(length - text.length()) <= FURTHEST
        && Long.bitCount(letters & ~this.letters) <= FURTHEST
        && Long.bitCount(this.letters & ~letters) <= FURTHEST;
  }

  /** Returns the nearest of the candidates, or null. */
  public static @Nullable String of(String text, Iterable<String> candidates) {
    Nearest search = new Nearest(text);
    String best = null;
    for (String candidate : candidates) {
      if (search.isNearer(candidate)) {
        best = candidate;
        if (search.bestDistance == 0) {
          break;
        }
      }
    }
    return best;
  }

  /** Tells whether a candidate is near, and nearer than all those asked about before. */
  public boolean isNearer(CharSequence candidate) {
    int limit = Math.min(bestDistance - 1, candidate.length() / 3);
    int distance = distance(candidate, limit);
    if (distance <= limit) {
      bestDistance = distance;
      return true;
    }
    return false;
  }

  /** Returns the distance of two texts, or {@code limit + 1} when it is more than the limit. */
  static int distance(String a, String b, int limit) {
    return new Nearest(a).distance(b, limit);
  }

  /** Only the cells up to {@code limit} from the diagonal can matter. */
  private int distance(CharSequence other, int limit) {
    int n = text.length();
    int m = other.length();
    if (limit < 0 || Math.abs(n - m) > limit) {
      return limit + 1;
    }
    prepare(m, limit);
    for (int i = 1; i <= n; i++) {
      int from = Math.max(1, i - limit);
      int to = Math.min(m, i + limit);
      row[from - 1] = from == 1 ? i : FAR;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        row[j] = cell(other, i, j);
        least = Math.min(least, row[j]);
      }
      row[to + 1] = FAR;
      if (least > limit) {
        return limit + 1;
      }
      int[] spare = twoBack;
      twoBack = back;
      back = row;
      row = spare;
    }
    return Math.min(back[m], limit + 1);
  }

  private void prepare(int length, int limit) {
    if (row.length < length + 2) {
      twoBack = new int[length * 2];
      back = new int[length * 2];
      row = new int[length * 2];
    }
    int known = Math.min(length, limit);
    for (int j = 0; j <= known; j++) {
      back[j] = j;
    }
    Arrays.fill(back, known + 1, Math.min(back.length, known + 2), FAR);
  }

  private int cell(CharSequence other, int i, int j) {
    char a = text.charAt(i - 1);
    char b = other.charAt(j - 1);
    int value = Math.min(Math.min(back[j], row[j - 1]) + 1, back[j - 1] + (a == b ? 0 : 1));
    if (i > 1 && j > 1 && a == other.charAt(j - 2) && b == text.charAt(i - 2)) {
      value = Math.min(value, twoBack[j - 2] + 1);
    }
    return value;
  }
}
