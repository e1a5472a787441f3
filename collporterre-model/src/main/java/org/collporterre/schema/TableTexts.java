package org.collporterre.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.collporterre.constraint.CountryCode;
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

  /** In lower case. */
  private static final Set<String> SENTINELS =
      Set.of(
          "null",
          "none",
          "n/a",
          "na",
          "n.a.",
          "nan",
          "-",
          "--",
          "---",
          "?",
          "??",
          "inconnu",
          "inconnue",
          "inconnus",
          "unknown",
          "non renseigné",
          "non renseignée",
          "non renseigne",
          "non renseignee",
          "non communiqué",
          "non communique",
          "nc",
          "n.c.",
          "n/c",
          "nr",
          "n.r.",
          "nd",
          "n.d.",
          "néant",
          "neant",
          "s.o.",
          "s/o",
          "sans objet",
          "non disponible",
          "not available",
          "undefined",
          "no adress finded",
          "0,0",
          "0, 0",
          "none,none",
          "#n/a",
          "#ref!",
          "#valeur!",
          "#value!",
          "#nom?",
          "#name?",
          "#div/0!",
          "#nul!",
          "#null!",
          "#nombre!",
          "#num!");

  private static final int LONGEST_SENTINEL = 16;

  /** What sentinels begin with, in both cases. */
  private static final String FIRSTS =
      SENTINELS.stream()
          .map(word -> word.substring(0, 1))
          .distinct()
          .map(first -> first + first.toUpperCase(Locale.ROOT))
          .collect(Collectors.joining());

  private static final List<String> SECRETS =
      List.of(
          "mot_de_passe", "motdepasse", "password", "passwd", "mdp", "token", "secret", "api_key");

  private TableTexts() {}

  /**
   * Tells whether a whole cell is a word for nothing, {@code N/A} for instance, in any case. In a
   * field that is not free text it stands for no value. {@code NC} is New Caledonia in a field of
   * countries, and nothing elsewhere; so with other codes, but {@code NA} is never Namibia.
   */
  public static boolean isSentinel(Field field, String cell) {
    return cell.length() <= LONGEST_SENTINEL
        && mayBeSentinel(cell)
        && SENTINELS.contains(cell.toLowerCase(Locale.ROOT))
        && !(field.type() == (Object) Values.COUNTRY
            && CountryCode.Validator.matches(cell)
            && !cell.equals("NA"));
  }

  /** Most cells are none by their first character. */
  private static boolean mayBeSentinel(String cell) {
    return !cell.isEmpty() && FIRSTS.indexOf(cell.charAt(0)) >= 0;
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
