package org.collporterre.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * A title made ready for comparison: folded, without articles and the like, {@code St} and {@code
 * Ste} spelled out, its numbers apart. Used by one thread.
 */
public final class ComparedTitle {
  private static final Set<String> STOP_WORDS =
      Set.of("le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux");

  private static final int LONGEST_STOP_WORD = 3;

  /** Numbers from 2 to 39 that are not one letter, which may be an initial. */
  private static final Map<String, String> ROMAN = roman();

  /** Edits that leave 85 % of the letters leave 70 % of their pairs: below, edits need no look. */
  public static final int HOPELESS = 70;

  /** In percent of the letters: titles that differ more are not similar. */
  private static final int TOO_MANY_EDITS = 16;

  /** Those that count, a blank between them. */
  private final String words;

  private final List<String> numbers;
  private final int saint;
  private final int sainte;

  /** The pairs of neighbouring letters of each word, a blank before and behind it, sorted. */
  private int @Nullable [] pairs;

  /** The words in alphabetical order, made when edits are looked at. */
  private char @Nullable [] sorted;

  private ComparedTitle(String words, List<String> numbers, int saint, int sainte) {
    this.words = words;
    this.numbers = numbers;
    this.saint = saint;
    this.sainte = sainte;
  }

  /** Returns a title made ready. */
  public static ComparedTitle of(String title) {
    String folded = Folding.fold(title);
    StringBuilder words = new StringBuilder(folded.length());
    List<String> numbers = new ArrayList<>(2);
    int saint = 0;
    int sainte = 0;
    int end;
    for (int from = 0; from < folded.length(); from = end + 1) {
      int blank = folded.indexOf(' ', from);
      end = blank < 0 ? folded.length() : blank;
      String word = spelled(folded.substring(from, end));
      if (isMark(word) && from > 0 && end == folded.length()) {
        // «Bâtiment B» is not «Bâtiment C».
        numbers.add(word);
      } else if (!isStopWord(word, folded, end + 1)) {
        words.append(words.length() == 0 ? "" : " ");
        if (word.equals("sainte")) {
          // What parts these two is asked for by itself, not measured in letters.
          sainte++;
          words.append("saint");
        } else {
          saint += word.equals("saint") ? 1 : 0;
          words.append(word);
        }
      }
      addNumbers(word, numbers);
    }
    Collections.sort(numbers);
    return new ComparedTitle(
        words.length() == 0 ? folded : words.toString(), numbers, saint, sainte);
  }

  /** Returns the words that count, in their order. */
  public String words() {
    return words;
  }

  /** Returns which of 64 classes of pairs of letters there are, a bit each. */
  public long pairClasses() {
    long classes = 0;
    int before = ' ';
    for (int i = 0; i < pairCount(); i++) {
      int letter = letter(i);
      classes |= 1L << ((before << 16 | letter) * 0x9E3779B9 >>> 26);
      before = letter;
    }
    return classes;
  }

  /** Returns how many pairs of neighbouring letters there are, word ends among them. */
  public int pairCount() {
    return words.isEmpty() ? 0 : words.length() + 1;
  }

  /** Returns a number that is the same for titles with the same numbers. */
  public int numbersHash() {
    return numbers.hashCode();
  }

  /**
   * Returns how similar two titles are, in percent, whichever is asked: the better of the pairs of
   * letters that they share and of the edits between them when their words are sorted; 0 when their
   * numbers differ.
   */
  public int similarity(ComparedTitle other) {
    if (!numbers.equals(other.numbers)) {
      return 0;
    }
    if (words.equals(other.words)) {
      return words.isEmpty() ? 0 : 100;
    }
    int shared = sharedPairs(other);
    return shared < HOPELESS ? shared : Math.max(shared, fewEdits(other));
  }

  /** Tells whether one says Saint where the other says Sainte: these are different places. */
  public boolean differsInSaint(ComparedTitle other) {
    return saint != other.saint && sainte != other.sainte;
  }

  private static String spelled(String word) {
    char first = word.charAt(0);
    if (first == 's') {
      return word.equals("st") ? "saint" : word.equals("ste") ? "sainte" : word;
    }
    return first == 'i' || first == 'v' || first == 'x'
        ? ROMAN.getOrDefault(word, word)
        : number(word);
  }

  /** Without leading zeros. */
  private static String number(String word) {
    int from = 0;
    while (from + 1 < word.length() && word.charAt(from) == '0' && isDigit(word.charAt(from + 1))) {
      from++;
    }
    return word.substring(from);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** «École n° 3» and «École 3» are one. */
  private static boolean isStopWord(String word, String folded, int next) {
    return word.length() <= LONGEST_STOP_WORD
        && (STOP_WORDS.contains(word)
            || word.equals("n")
                && next < folded.length()
                && Character.isDigit(folded.charAt(next)));
  }

  private static boolean isMark(String word) {
    return word.length() == 1 && Character.isLetter(word.charAt(0));
  }

  private static void addNumbers(String word, List<String> numbers) {
    int from = 0;
    for (int i = 0; i <= word.length(); i++) {
      if (i == word.length() || !isDigit(word.charAt(i))) {
        if (i > from) {
          numbers.add(number(word.substring(from, i)));
        }
        from = i + 1;
      }
    }
  }

  private static Map<String, String> roman() {
    List<String> ones = List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix");
    Map<String, String> numbers = new HashMap<>();
    for (int number = 2; number < 40; number++) {
      String letters = "x".repeat(number / 10) + ones.get(number % 10);
      if (letters.length() > 1) {
        numbers.put(letters, String.valueOf(number));
      }
    }
    return numbers;
  }

  private int letter(int place) {
    return place < words.length() ? words.charAt(place) : ' ';
  }

  private int[] pairs() {
    // Of most titles only the classes of their pairs are asked for.
    if (pairs == null) {
      int[] all = new int[pairCount()];
      int before = ' ';
      for (int i = 0; i < all.length; i++) {
        all[i] = before << 16 | letter(i);
        before = letter(i);
      }
      Arrays.sort(all);
      pairs = all;
    }
    return pairs;
  }

  private int sharedPairs(ComparedTitle that) {
    int[] own = pairs();
    int[] other = that.pairs();
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < own.length && j < other.length) {
      int order = Integer.compare(own[i], other[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return own.length + other.length == 0 ? 0 : 200 * shared / (own.length + other.length);
  }

  private char[] sorted() {
    if (sorted == null) {
      String[] inOrder = words.split(" ", -1);
      Arrays.sort(inOrder);
      sorted = String.join(" ", inOrder).toCharArray();
    }
    return sorted;
  }

  /** Edits of the letters that must go, come or change; 0 when they are too many to matter. */
  private int fewEdits(ComparedTitle that) {
    char[] sorted = sorted();
    char[] other = that.sorted();
    int longest = Math.max(sorted.length, other.length);
    int most = TOO_MANY_EDITS * longest / 100;
    if (Math.abs(sorted.length - other.length) > most) {
      return 0;
    }
    // Only what is so near the diagonal can be reached with so few edits.
    int[] back = new int[other.length + 1];
    int[] row = new int[other.length + 1];
    Arrays.setAll(back, i -> i);
    for (int i = 1; i <= sorted.length; i++) {
      int from = Math.max(1, i - most);
      int to = Math.min(other.length, i + most);
      row[from - 1] = from == 1 ? i : most + 1;
      for (int j = from; j <= to; j++) {
        int changed = back[j - 1] + (sorted[i - 1] == other[j - 1] ? 0 : 1);
        int above = j == i + most ? most + 1 : back[j];
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
      }
      int[] spare = back;
      back = row;
      row = spare;
    }
    return longest == 0 ? 0 : Math.max(0, 100 - 100 * back[other.length] / longest);
  }
}
