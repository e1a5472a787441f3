package org.collporterre.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What texts in a table mean beyond themselves. Readers follow it, and writers, which must say what
 * will not come back.
 */
public final class TableTexts {
  /** The greatest number of bytes of a cell in UTF-8, doubled quotes counted twice. */
  public static final int LONGEST_CELL = 1 << 20;

  private static final Set<String> SENTINELS =
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
  private static final int LONGEST_SENTINEL = 16;

  private static final List<String> SECRETS =
      List.of(
          "mot_de_passe", "motdepasse", "password", "passwd", "mdp", "token", "secret", "api_key");

  private TableTexts() {}

  /**
   * Tells whether a whole cell is a word for nothing, {@code N/A} for instance. In a field that is
   * not free text it stands for no value.
   */
  public static boolean isSentinel(String cell) {
    return cell.length() <= LONGEST_SENTINEL && SENTINELS.contains(cell);
  }

  /** Tells whether a character is dropped at the ends of a cell. */
  public static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Returns a text without the blanks at its ends that are dropped from cells. */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Tells whether a column of this name is not to be read at all. */
  public static boolean isSecret(String header) {
    String folded = Schema.foldHeader(header);
    return SECRETS.stream().anyMatch(folded::startsWith);
  }

  /** Splits a cell at each separator; blanks around the parts are dropped. */
  public static List<String> split(String cell, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = cell.indexOf(separator); at >= 0; at = cell.indexOf(separator, from)) {
      parts.add(cell.substring(from, at).strip());
      from = at + 1;
    }
    parts.add(cell.substring(from).strip());
    return parts;
  }

  /**
   * Returns the codes in a cell of a list that has no bar, but semicolons or commas between what
   * are then all known codes; null for any other cell.
   */
  public static @Nullable List<String> separatedCodes(
      Field field, String cell, Vocabularies vocabularies) {
    String codeList = field.codeList();
    if (codeList == null || cell.indexOf(';') <= 0 && cell.indexOf(',') <= 0) {
      return null;
    }
    Vocabulary vocabulary = vocabularies.get(codeList);
    for (char separator : new char[] {';', ','}) {
      List<String> parts = split(cell, separator);
      if (parts.size() > 1
          && parts.stream().allMatch(one -> one.isEmpty() || vocabulary.resolve(one) != null)) {
        return parts;
      }
    }
    return null;
  }
}
