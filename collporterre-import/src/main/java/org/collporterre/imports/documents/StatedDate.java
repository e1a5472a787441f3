package org.collporterre.imports.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/** Dates of which a text says what happened then. */
final class StatedDate {
  /** Folded, as the text is. */
  private static final List<String> MONTHS =
      List.of(
          "janvier",
          "fevrier",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "aout",
          "septembre",
          "octobre",
          "novembre",
          "decembre",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final int MONTHS_OF_YEAR = 12;

  private static final String DATE =
      "(?:([0-9]{4}) ([0-9]{2}) ([0-9]{2})|([0-9]{1,2})(?:er)? ([0-9]{1,2}|"
          + String.join("|", MONTHS)
          + ") ([0-9]{4}))\\b";

  static final Pattern PUBLISHED = said("publiee?|parue?|mise? en ligne|published");
  static final Pattern UPDATED = said("mise? a jour|modifiee?|updated|last updated");
  static final Pattern INTERVIEWED =
      said("(?:entretien|interview|rencontre|propos recueillis)(?: realisee?| menee?)?");

  private StatedDate() {}

  private static Pattern said(String what) {
    return Pattern.compile(
        "\\b(?:" + what + ") (?:(?:le|du|on) )?(?:[a-z]{3,8}di |dimanche )?" + DATE);
  }

  /** Returns the day on which a text says that something happened, or null. */
  static @Nullable LocalDate of(Pattern what, List<Block> blocks) {
    for (Block block : blocks) {
      Matcher found = what.matcher(Folding.fold(block.text()));
      if (found.find()) {
        return day(found);
      }
    }
    return null;
  }

  private static @Nullable LocalDate day(Matcher found) {
    try {
      return found.group(1) != null
          ? LocalDate.of(number(found, 1), number(found, 2), number(found, 3))
          : LocalDate.of(number(found, 6), month(found.group(5)), number(found, 4));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int month(String text) {
    int name = MONTHS.indexOf(text);
    return name < 0 ? Integer.parseInt(text) : name % MONTHS_OF_YEAR + 1;
  }
}
