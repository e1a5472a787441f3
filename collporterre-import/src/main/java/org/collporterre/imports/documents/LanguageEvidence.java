package org.collporterre.imports.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its commonest words, when they speak clearly. */
final class LanguageEvidence {
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "fr",
              words(
                  "le la les des du une et est dans pour que qui avec sur par pas nous vous il elle sont au aux ce cette"),
          "en",
              words(
                  "the of and to is that for with on are this was it be by from have not you we they at his her"),
          "br",
              words(
                  "ar an ur ha evit gant eus zo eo war hag da en er ez hon deus ez-eus bet o ober evel"),
          "de",
              words(
                  "der die das und ist nicht mit ein eine zu den von fur auf im dem sich wir sie es als auch werden"),
          "es",
              words(
                  "el los las una y es en por con para que del se al lo como mas su sus son esta este nos"));

  /** Fewer words than this are chance. */
  private static final int ENOUGH = 5;

  private static final int MAX_WORDS = 2000;

  private LanguageEvidence() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  /** Returns the language that has twice as many of its words as any other, or null. */
  static @Nullable String of(List<Block> blocks) {
    Map<String, Integer> counts = new HashMap<>();
    int seen = 0;
    for (Block block : blocks) {
      for (String word : Folding.fold(block.text()).split(" ", -1)) {
        if (seen++ < MAX_WORDS) {
          count(word, counts);
        }
      }
    }
    List<Map.Entry<String, Integer>> best =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    if (best.isEmpty() || best.get(0).getValue() < ENOUGH) {
      return null;
    }
    int second = best.size() == 1 ? 0 : best.get(1).getValue();
    return best.get(0).getValue() >= 2 * second ? best.get(0).getKey() : null;
  }

  private static void count(String word, Map<String, Integer> counts) {
    WORDS.forEach(
        (language, words) -> {
          if (words.contains(word)) {
            counts.merge(language, 1, Integer::sum);
          }
        });
  }
}
