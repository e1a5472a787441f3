package org.collporterre.geo;

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
    StringBuilder folded = new StringBuilder(name.length());
    for (String word : Folding.fold(name).split(" ", -1)) {
      boolean article = folded.length() == 0 && ARTICLES.contains(word);
      if (!article && !isNoName(word)) {
        folded.append(folded.length() == 0 ? "" : " ").append(spelledOut(word));
      }
    }
    return folded.toString();
  }

  /** Tells whether two texts name municipalities alike. */
  public static boolean areAlike(String one, String other) {
    return fold(one).equals(fold(other));
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
