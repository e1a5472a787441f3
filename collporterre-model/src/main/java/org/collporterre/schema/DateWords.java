package org.collporterre.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.PartialDate;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * A date in French or English words: {@code 1er mai 2012}, {@code March 2013}, {@code printemps
 * 2011}, {@code années 1960}. No day is ever made up, and no year has two digits.
 *
 * @param date what is said
 * @param sure whether it says just that; {@code vers 1999} and {@code depuis mai 2012} do not
 */
record DateWords(PartialDate date, boolean sure) {
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("janvier", "janv", "january", "jan"),
          List.of("fevrier", "fevr", "february", "feb"),
          List.of("mars", "march"),
          List.of("avril", "avr", "april", "apr"),
          List.of("mai", "may"),
          List.of("juin", "june"),
          List.of("juillet", "juil", "july"),
          List.of("aout", "august", "aug"),
          List.of("septembre", "sept", "september", "sep"),
          List.of("octobre", "oct", "october"),
          List.of("novembre", "nov", "november"),
          List.of("decembre", "dec", "december"));

  private static final Map<String, String> SEASONS =
      Map.of(
          "printemps",
          "21",
          "spring",
          "21",
          "ete",
          "22",
          "summer",
          "22",
          "automne",
          "23",
          "autumn",
          "23",
          "fall",
          "23",
          "hiver",
          "24",
          "winter",
          "24");

  private static final Set<String> DECADE = Set.of("annees", "decennie", "decade");
  private static final Set<String> FILLING = Set.of("le", "la", "les", "en", "the", "in", "on");
  private static final Set<String> SINCE = Set.of("depuis", "since", "from");
  private static final Set<String> ABOUT =
      Set.of(
          "vers", "env", "environ", "circa", "ca", "about", "approx", "debut", "mi", "fin",
          "courant", "early", "mid", "late", "end");

  /** No date in words is longer. */
  private static final int LONGEST = 40;

  /** Returns what a text says, or null when it is no date in words. */
  static @Nullable DateWords of(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    boolean about = text.indexOf('?') >= 0 || text.indexOf('~') >= 0;
    boolean since = false;
    List<String> words = Arrays.asList(Folding.fold(text).split(" ", -1));
    int from = 0;
    for (; from < words.size(); from++) {
      String word = words.get(from);
      about |= ABOUT.contains(word);
      since |= SINCE.contains(word);
      if (!FILLING.contains(word) && !ABOUT.contains(word) && !SINCE.contains(word)) {
        break;
      }
    }
    String plain = plain(words.subList(from, words.size()));
    boolean decade = plain != null && plain.endsWith("X");
    PartialDate date =
        plain == null ? null : PartialDate.parse(about && !decade ? plain + "~" : plain);
    return date == null ? null : new DateWords(date, !about && !since);
  }

  private static @Nullable String plain(List<String> words) {
    String last = words.get(words.size() - 1);
    return switch (words.size()) {
      case 1 ->
          last.length() == 5 && last.endsWith("s") ? decade(last.substring(0, 4)) : year(last);
      case 2 -> ofTwo(words.get(0), last);
      case 3 -> {
        String first = words.get(0);
        boolean dayFirst = month(first) == null;
        yield day(dayFirst ? first : words.get(1), dayFirst ? words.get(1) : first, last);
      }
      default -> null;
    };
  }

  private static @Nullable String ofTwo(String first, String last) {
    if (DECADE.contains(first)) {
      return decade(last.endsWith("s") ? last.substring(0, last.length() - 1) : last);
    }
    String part = SEASONS.containsKey(first) ? SEASONS.get(first) : month(first);
    return part == null || year(last) == null ? null : last + "-" + part;
  }

  private static @Nullable String day(String day, String month, String year) {
    int digits = 0;
    while (digits < day.length() && isDigit(day.charAt(digits))) {
      digits++;
    }
    String number = month(month);
    boolean ordinal = Set.of("", "er", "st", "nd", "rd", "th").contains(day.substring(digits));
    if (digits < 1 || digits > 2 || !ordinal || number == null || year(year) == null) {
      return null;
    }
    return year + "-" + number + "-" + (digits == 1 ? "0" : "") + day.substring(0, digits);
  }

  private static @Nullable String month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(word)) {
        return (i < 9 ? "0" : "") + (i + 1);
      }
    }
    return null;
  }

  private static @Nullable String decade(String year) {
    return year(year) != null && year.charAt(3) == '0' ? year.substring(0, 3) + "X" : null;
  }

  private static @Nullable String year(String word) {
    if (word.length() != 4) {
      return null;
    }
    for (int i = 0; i < 4; i++) {
      if (!isDigit(word.charAt(i))) {
        return null;
      }
    }
    return word;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
