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

  /** Numbers from 2 to 39 that are not one letter, which may be an initial. */
  private static final Map<String, String> ROMAN = roman();

  /** Edits that leave 85 % of the letters leave 70 % of their pairs: below, edits need no look. */
  public static final int HOPELESS = 70;

  /** In percent of the letters: titles that differ more are not similar. */
  private static final int TOO_MANY_EDITS = 16;

  private final String words;

  /** The pairs of neighbouring letters of each word, a blank before and behind it. */
  private final int[] pairs;

  private boolean pairsAreSorted;

  /** The words in alphabetical order, made when edits are looked at. */
  private char @Nullable [] sorted;

  private final List<String> numbers;
  private final int saint;
  private final int sainte;

  private ComparedTitle(List<String> spelled, List<String> numbers) {
    this.numbers = numbers;
    this.saint = Collections.frequency(spelled, "saint");
    this.sainte = Collections.frequency(spelled, "sainte");
    // What parts these two is asked for by itself, not measured in letters.
    List<String> words = new ArrayList<>(spelled);
    words.replaceAll(word -> word.equals("sainte") ? "saint" : word);
    this.words = String.join(" ", words);
    this.pairs = pairs(words);
  }

  /** Returns a title made ready. */
  public static ComparedTitle of(String title) {
    List<String> all = List.of(Folding.fold(title).split(" ", -1));
    List<String> words = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String word = spelled(all.get(i));
      if (isMark(word) && i > 0 && i == all.size() - 1) {
        // «Bâtiment B» is not «Bâtiment C».
        numbers.add(word);
      } else if (!isStopWord(word, i + 1 < all.size() ? all.get(i + 1) : "")) {
        words.add(word);
      }
      addNumbers(word, numbers);
    }
    Collections.sort(numbers);
    words.removeIf(String::isEmpty);
    return new ComparedTitle(words.isEmpty() && !all.get(0).isEmpty() ? all : words, numbers);
  }

  /** Returns the words that count, in their order. */
  public String words() {
    return words;
  }

  /** Returns which of 64 classes of pairs of letters there are, a bit each. */
  public long pairClasses() {
    long classes = 0;
    for (int pair : pairs) {
      classes |= 1L << (pair * 0x9E3779B9 >>> 26);
    }
    return classes;
  }

  /** Returns how many pairs of neighbouring letters there are, word ends among them. */
  public int pairCount() {
    return pairs.length;
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
    return switch (word) {
      case "st" -> "saint";
      case "ste" -> "sainte";
      default -> ROMAN.getOrDefault(word, number(word));
    };
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
  private static boolean isStopWord(String word, String next) {
    return STOP_WORDS.contains(word)
        || word.equals("n") && !next.isEmpty() && Character.isDigit(next.charAt(0));
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

  private static int[] pairs(List<String> words) {
    int letters = words.size();
    for (String word : words) {
      letters += word.length();
    }
    int[] pairs = new int[letters];
    int size = 0;
    for (String word : words) {
      char before = ' ';
      for (int i = 0; i <= word.length(); i++) {
        char c = i < word.length() ? word.charAt(i) : ' ';
        pairs[size++] = before << 16 | c;
        before = c;
      }
    }
    return pairs;
  }

  private int[] sortedPairs() {
    // Of most titles only the classes of their pairs are asked for.
    if (!pairsAreSorted) {
      Arrays.sort(pairs);
      pairsAreSorted = true;
    }
    return pairs;
  }

  private int sharedPairs(ComparedTitle that) {
    int[] own = sortedPairs();
    int[] other = that.sortedPairs();
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
