package org.collporterre.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.collporterre.vocabulary.Folding;

/** Compares names of French municipalities as they are written on letters and in tables. */
public final class CommuneNames {
  private static final Set<String> ARTICLES = Set.of("la", "le", "les", "l");

  private CommuneNames() {}

  /**
   * Returns what two spellings of one name have in common: no accents, capitals, hyphens or
   * apostrophes, {@code saint} for {@code St}, no article in front, neither {@code Cedex} nor the
   * number of a district. {@code L'Haÿ-les-Roses} becomes {@code hay les roses}, {@code Paris 1er
   * Arrondissement} becomes {@code paris}. Empty when nothing of a name is left.
   */
  public static String fold(String name) {
    List<String> words = words(name);
    int from = !words.isEmpty() && ARTICLES.contains(words.get(0)) ? 1 : 0;
    return String.join(" ", words.subList(from, words.size()));
  }

  /** Returns {@link #fold} with the article in front: only that parts Vergné from La Vergne. */
  static String foldWithArticle(String name) {
    return String.join(" ", words(name));
  }

  /**
   * Tells whether the words of one name stand, in a row, in the other: {@code Évry} in {@code
   * Évry-Courcouronnes}. People shorten names, and municipalities lengthen them.
   */
  public static boolean isPart(String one, String other) {
    String first = " " + fold(one) + " ";
    String second = " " + fold(other) + " ";
    return first.contains(second) || second.contains(first);
  }

  /** Tells whether two texts name municipalities alike. */
  public static boolean areAlike(String one, String other) {
    return one.equals(other) || fold(one).equals(fold(other));
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : Folding.fold(name).split(" ", -1)) {
      if (!isNoName(word)) {
        words.add(spelledOut(word));
      }
    }
    // Indexes put the article behind: Haÿ-les-Roses (L').
    int last = words.size() - 1;
    if (last > 0 && ARTICLES.contains(words.get(last))) {
      words.add(0, words.remove(last));
    }
    return words;
  }

  private static boolean isNoName(String word) {
    return word.isEmpty()
        || Character.isDigit(word.charAt(0))
        || word.equals("cedex")
        || word.equals("arrondissement");
  }

  private static String spelledOut(String word) {
    return switch (word) {
      case "st" -> "saint";
      case "ste" -> "sainte";
      case "s" -> "sur";
      default -> word;
    };
  }
}
