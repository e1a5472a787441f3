package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * A reason to believe that a source holds a field, or not.
 *
 * @param code what kind of reason, {@code header-alias} for instance
 * @param value what the reason is about; empty for nothing more than its kind
 */
public record Evidence(String code, String value) {
  /** The words of one language, read when first asked for. */
  private static final class Words {
    static final Properties FRENCH = load("fr");
    static final Properties ENGLISH = load("en");

    private static Properties load(String language) {
      Properties properties = new Properties();
      String file = "evidence_" + language + ".properties";
      try (InputStream in = Objects.requireNonNull(Evidence.class.getResourceAsStream(file));
          Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(reader);
        return properties;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Evidence of(String code) {
    return new Evidence(code, "");
  }

  /** Returns a reason that says how many of the values it is about. */
  static Evidence share(String code, double share) {
    return new Evidence(code, Integer.toString((int) Math.floor(share * 100)));
  }

  /** Returns the reason in plain words, in French for a French locale, else in English. */
  public String text(Locale locale) {
    Properties words = locale.getLanguage().equals("fr") ? Words.FRENCH : Words.ENGLISH;
    return Objects.requireNonNull(words.getProperty(code)).replace("{0}", value);
  }
}
