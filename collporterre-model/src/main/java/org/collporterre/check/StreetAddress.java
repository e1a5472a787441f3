package org.collporterre.check;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.geo.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * Finds French addresses in running text, those only that hardly anything else looks like: a number
 * and a street, or a postal code and the municipality that has it.
 */
final class StreetAddress {
  /** Words of which a number says nothing: {@code 20 cours de yoga}. A capital must follow. */
  private static final String VAGUE =
      "place|route|cours|quai|chemin|square|passage|résidence|residence|hameau|lotissement|esplanade";

  private static final String CLEAR =
      "rue|avenue|av\\.|boulevard|bd|bld|impasse|allée|allee|venelle|ruelle|faubourg";
  private static final String PARTICLES =
      "(?:(?:de la|de l['’]|de|du|des|d['’]|la|le|les|l['’])[ \\u00A0]?)*";
  private static final String BLANK = "[ \\u00A0]";
  private static final Pattern STREET =
      Pattern.compile(
          "([0-9]{1,4})(?:"
              + BLANK
              + "?(?:bis|ter|quater|[A-D]))?,?"
              + BLANK
              + "(?:((?i:"
              + CLEAR
              + "))"
              + BLANK
              + "[\\p{L}0-9]|((?i:"
              + VAGUE
              + "))"
              + BLANK
              + PARTICLES
              + "\\p{Lu})");

  /** What a place inside a municipality begins with. */
  private static final Set<String> PARTS =
      Set.of("rue", "avenue", "boulevard", "impasse", "quartier", "hameau", "lotissement", "allee");

  private static final int POSTCODE = 5;
  private static final int MOST_WORDS = 5;

  private StreetAddress() {}

  /** Returns the beginning of the first address in a text, the rest left out, or null. */
  static @Nullable String in(String text, Gazetteer gazetteer) {
    Matcher street = null;
    int n = text.length();
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i > 0 && !mayBegin(text.charAt(i - 1))) {
        continue;
      }
      int end = i;
      while (end < n && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      if (end - i == POSTCODE && isTown(text, i, end, gazetteer)) {
        return text.substring(i, end) + " …";
      } else if (end - i < POSTCODE) {
        street = street == null ? STREET.matcher(text) : street;
        if (street.region(i, n).lookingAt() && !isYearOrOne(street)) {
          String word = street.group(2) == null ? street.group(3) : street.group(2);
          return street.group(1) + " " + word + " …";
        }
      }
      i = end;
    }
    return null;
  }

  /** Tells whether the name of a place is that of a part of a municipality. */
  static boolean isPart(String foldedName) {
    int blank = foldedName.indexOf(' ');
    return blank > 0
        && (PARTS.contains(foldedName.substring(0, blank)) || foldedName.startsWith("lieu dit "));
  }

  private static boolean mayBegin(char before) {
    return !Character.isLetterOrDigit(before) && ".,/-_+".indexOf(before) < 0;
  }

  /** A year may stand before a word by accident, and one street is counted as any thing is. */
  private static boolean isYearOrOne(Matcher street) {
    int number = Integer.parseInt(street.group(1));
    return number >= 1900 && number <= 2100 || number <= 1 && street.group(2) != null;
  }

  private static boolean isTown(String text, int from, int end, Gazetteer gazetteer) {
    int at = end;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00A0')) {
      at++;
    }
    if (at == end || at == text.length() || !Character.isUpperCase(text.charAt(at))) {
      return false;
    }
    String postcode = text.substring(from, end);
    int to = at;
    for (int words = 0; words < MOST_WORDS && to < text.length(); words++) {
      to++;
      while (to < text.length() && isInWord(text.charAt(to))) {
        to++;
      }
      if (gazetteer.commune(text.substring(at, to), postcode) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInWord(char c) {
    return Character.isLetter(c) || c == '\'' || c == '’' || c == '-';
  }
}
