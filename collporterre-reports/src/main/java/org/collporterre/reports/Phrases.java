package org.collporterre.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a program itself says, in French or English. Immutable and thread-safe. */
public final class Phrases {
  private final Locale locale;
  private final PropertyResourceBundle texts;

  private Phrases(Locale locale, PropertyResourceBundle texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /** Returns the phrases of reports in French for French, in English for anything else. */
  static Phrases in(Locale locale) {
    return of("reports", locale, file -> Phrases.class.getResourceAsStream(file));
  }

  /**
   * Returns phrases in French for French, in English for anything else.
   *
   * @param name the beginning of the name of a properties file in UTF-8; {@code _fr.properties} or
   *     {@code _en.properties} follows
   * @param open opens a file by its name; null when there is none
   * @throws IllegalArgumentException when there is no such file: an error of the program
   */
  public static Phrases of(
      String name, Locale locale, Function<String, @Nullable InputStream> open) {
    Locale chosen = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    String file = name + "_" + chosen.getLanguage() + ".properties";
    try (InputStream in = open.apply(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + file);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        return new Phrases(chosen, new PropertyResourceBundle(reader));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns French or English. */
  public Locale locale() {
    return locale;
  }

  /** Returns all texts, for help pages. */
  public ResourceBundle bundle() {
    return texts;
  }

  /** Returns the text of a key with {@code {0}}, {@code {1}}… filled in. */
  public String text(String key, Object... arguments) {
    String text = texts.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", Objects.toString(arguments[i]));
    }
    return text;
  }

  /** Returns a number with its noun; French says 0 in the singular, English does not. */
  public String count(String key, long number) {
    boolean one = locale.equals(Locale.FRENCH) ? number < 2 : number == 1;
    return text(key + (one ? ".one" : ".many"), number);
  }
}
