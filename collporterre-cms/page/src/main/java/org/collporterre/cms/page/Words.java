package org.collporterre.cms.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.collporterre.schema.Labels;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;

/**
 * What pages themselves say: French, English, and Breton with French where a text is missing.
 * Immutable and thread-safe.
 */
final class Words {
  private static final class Loaded {
    static final Words FRENCH = new Words(Locale.FRENCH, load("fr"));
    static final Words ENGLISH = new Words(Locale.ENGLISH, load("en"));
    static final Words BRETON = new Words(Locale.forLanguageTag("br"), load("fr", "br"));
  }

  private final Locale locale;
  private final Map<String, String> texts;
  private final Labels labels;

  private Words(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = texts;
    // Fields have no Breton names: French ones are nearer to those who read Breton.
    this.labels = Labels.in(locale.equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.FRENCH);
  }

  /** Returns French for French, Breton for Breton, English for anything else. */
  static Words in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "fr" -> Loaded.FRENCH;
      case "br" -> Loaded.BRETON;
      default -> Loaded.ENGLISH;
    };
  }

  private static Map<String, String> load(String... languages) {
    Map<String, String> texts = new HashMap<>();
    for (String language : languages) {
      String file = "page_" + language + ".properties";
      try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
        Properties read = new Properties();
        read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.copyOf(texts);
  }

  Locale locale() {
    return locale;
  }

  /** Returns the tag for attributes {@code lang}. */
  String language() {
    return locale.getLanguage();
  }

  /** Returns the text of a key with {@code {0}}, {@code {1}}… filled in. */
  String text(String key, Object... arguments) {
    String text = Objects.requireNonNull(texts.get(key), key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** Tells whether there is a text of a key. */
  boolean has(String key) {
    return texts.containsKey(key);
  }

  /** Returns a number with its noun; French and Breton say 0 in the singular. */
  String count(String key, int number) {
    boolean one = locale.equals(Locale.ENGLISH) ? number == 1 : number < 2;
    return text(key + (one ? ".one" : ".many"), number(number));
  }

  /** Returns what some records of a type are called. */
  String noun(String type, int number) {
    boolean one = locale.equals(Locale.ENGLISH) ? number == 1 : number < 2;
    return text((one ? "type." : "types.") + type);
  }

  /** Returns a number as people write it. */
  String number(Number number) {
    return NumberFormat.getInstance(locale).format(number);
  }

  /** Returns a day as people write it. */
  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** Returns the name of a field. */
  String field(String key) {
    return labels.label(key);
  }

  /** Returns the label of a code; an unlisted code as it is. */
  String code(Vocabularies vocabularies, String vocabulary, String code) {
    Concept concept = vocabularies.get(vocabulary).concept(code);
    return concept == null ? code : concept.label(language());
  }
}
