package org.collporterre.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.Siret;
import org.collporterre.schema.Field;
import org.collporterre.schema.PositionText;
import org.collporterre.schema.Schema;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What single values look like. */
final class ValueTests {
  static final Predicate<String> MAIL =
      matching("[^@\\s,;|]{1,64}@[^@\\s,;|]{1,200}\\.[A-Za-z]{2,24}");
  static final Predicate<String> URL = matching("(?:https?://|www\\.)\\S{3,}");
  static final Predicate<String> PAGE =
      matching("(?:https?://)?(?:[\\w-]{1,63}\\.){1,5}[a-z]{2,24}(?:[/?#]\\S*+)?");
  static final Predicate<String> PICTURE =
      matching("\\S{4,}\\.(?:jpe?g|png|gif|webp|svg)(?:\\?\\S*+)?");
  static final Predicate<String> POSTCODE = matching("(?:[A-Z]{1,2}-)?[0-9]{4,5}");
  static final Predicate<String> INSEE = matching("[0-9]{4,5}|2[ABab][0-9]{3}");
  static final Predicate<String> UUID =
      matching("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  static final Predicate<String> NUMBER = matching("[-+]?[0-9]{1,15}(?:[.,][0-9]{1,20})?");
  static final Predicate<String> HOUSE_NUMBER =
      matching("[0-9]{1,5}(?: ?(?:[-/–] ?[0-9]{1,5}|[A-Za-z]|bis|ter|quater))?");
  static final Predicate<String> TOKEN = matching("\\S{1,64}");
  static final Predicate<String> GERMAN_STREET =
      matching(".*(?:str\\.?|stra(?:ß|ss)e|weg|platz|gasse|allee|damm|ufer|straat)");
  static final Predicate<String> SIRET = text -> Siret.Validator.matches(text.replace(" ", ""));
  static final Predicate<String> IDENTIFIER = Identifier.Validator::matches;

  /** A text that could name something: letters, and neither an address nor data. */
  static final Predicate<String> NAME =
      text ->
          text.length() > 1
              && text.length() <= 200
              && text.codePoints().filter(Character::isLetter).count() * 2 > text.length()
              && !URL.test(text)
              && !MAIL.test(text)
              && "{[".indexOf(text.charAt(0)) < 0;

  static final Predicate<String> CAPITALS =
      text -> text.equals(text.toUpperCase(Locale.ROOT)) && NAME.test(text);

  private static final Predicate<String> BOOLEAN =
      text ->
          Set.of(
                  "oui", "non", "yes", "no", "true", "false", "vrai", "faux", "o", "n", "x", "0",
                  "1")
              .contains(text.toLowerCase(Locale.ROOT));

  /** Digits need not be many: commas in lists of numbers are none of a position. */
  static final Predicate<String> POSITION =
      text -> text.length() > 6 && PositionText.of(text, false) instanceof PositionText.Read;

  private static final Map<String, Predicate<String>> BY_KEY =
      Map.ofEntries(
          Map.entry("latitude", number(-90, 90)),
          Map.entry("longitude", number(-180, 180)),
          Map.entry("latitude,longitude", POSITION),
          Map.entry("longitude,latitude", POSITION),
          Map.entry("code_insee", INSEE),
          Map.entry("code_postal", POSTCODE),
          Map.entry("courriel", text -> MAIL.test(text.split("[,;| ]", 2)[0])),
          Map.entry("site_web", URL.or(PAGE)),
          Map.entry("images", URL.or(PAGE)),
          Map.entry("siret", SIRET),
          Map.entry("numero", HOUSE_NUMBER),
          Map.entry("titre", NAME),
          Map.entry("commune", NAME.and(BOOLEAN.negate())),
          Map.entry("adresse", text -> text.length() > 2 && !NUMBER.test(text) && !URL.test(text)),
          Map.entry("id", TOKEN),
          Map.entry("resume", NAME.or(text -> text.length() > 200)),
          Map.entry("description", NAME.or(text -> text.length() > 200)));

  private ValueTests() {}

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  /** Tells whether a text is a number between two others. */
  static Predicate<String> number(double least, double most) {
    return text -> {
      if (!NUMBER.test(text)) {
        return false;
      }
      double value = Double.parseDouble(text.replace(',', '.'));
      return value >= least && value <= most;
    };
  }

  /** Returns what tells whether a value can be that of a key, or null when any text can. */
  static @Nullable Predicate<String> of(String key, Schema<?> schema) {
    Predicate<String> own = BY_KEY.get(key);
    if (own != null) {
      return own;
    }
    Field field = schema.field(key);
    if (field == null) {
      return null;
    }
    String codeList = field.codeList();
    if (codeList != null && key.equals("nature")) {
      return text -> Vocabularies.standard().get(codeList).resolve(text) != null;
    }
    boolean free =
        field.isOpen() || field.isLocalized() || field.type().kind() == ValueType.Kind.TEXT;
    return free ? null : text -> reads(field, text);
  }

  /** Tells whether values that fit a key could hardly be those of another. */
  static boolean isTelling(String key) {
    return BY_KEY.containsKey(key)
        && !Set.of("titre", "commune", "adresse", "id", "resume", "description").contains(key);
  }

  /** Tells whether all items of a text can be read as values of a field. */
  static boolean reads(Field field, String text) {
    List<String> items = field.isList() ? List.of(text.split("[|;,]", -1)) : List.of(text);
    return items.stream()
        .map(String::strip)
        .allMatch(
            item -> item.isEmpty() || field.type().read(item, ValueType.Notes.silent()) != null);
  }

  /** Tells whether a position says itself which number is which. */
  static boolean saysOrder(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.startsWith("{")
        || upper.startsWith("POINT")
        || upper.startsWith("SRID")
        || text.indexOf('°') > 0;
  }
}
