package org.collporterre.schema;

import java.util.Set;

/** The words that programs and people write where there is no value. */
public final class Sentinels {
  private static final Set<String> WORDS =
      Set.of(
          "null",
          "NULL",
          "None",
          "none",
          "N/A",
          "n/a",
          "NA",
          "#N/A",
          "nan",
          "NaN",
          "-",
          "--",
          "?",
          "Inconnu",
          "inconnu",
          "Inconnue",
          "inconnue",
          "no adress finded",
          "0,0",
          "None,None");

  private static final int LONGEST = 16;

  private Sentinels() {}

  /** Tells whether a text stands for no value. */
  public static boolean contains(String text) {
    return text.length() <= LONGEST && WORDS.contains(text);
  }
}
