package org.collporterre.cli;

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

/** What the command itself says, in French or English. Immutable. */
final class Phrases {
  private final Locale locale;
  private final PropertyResourceBundle texts;

  private Phrases(Locale locale, PropertyResourceBundle texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /** Returns the phrases in French for French, in English for anything else. */
  static Phrases in(Locale locale) {
    Locale chosen = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    String resource = "cli_" + chosen.getLanguage() + ".properties";
    try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new Phrases(chosen, new PropertyResourceBundle(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Locale locale() {
    return locale;
  }

  boolean isFrench() {
    return locale.equals(Locale.FRENCH);
  }

  /** Returns all texts, for the help pages. */
  ResourceBundle bundle() {
    return texts;
  }

  /** Returns the text of a key with {@code {0}}, {@code {1}}… filled in. */
  String text(String key, Object... arguments) {
    String text = texts.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", arguments[i].toString());
    }
    return text;
  }

  /** Returns a number with its noun; French says 0 in the singular, English does not. */
  String count(String key, long number) {
    boolean one = isFrench() ? number < 2 : number == 1;
    return text(key + (one ? ".one" : ".many"), number);
  }
}
