package org.collporterre.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;

/** The words of the {@link FieldReference} that are no field's own, in French or English. */
final class ReferenceWords {
  private final PropertyResourceBundle texts;

  private ReferenceWords(PropertyResourceBundle texts) {
    this.texts = texts;
  }

  static ReferenceWords in(Locale locale) {
    String resource = "reference_" + locale.getLanguage() + ".properties";
    try (InputStream in =
            Objects.requireNonNull(ReferenceWords.class.getResourceAsStream(resource));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new ReferenceWords(new PropertyResourceBundle(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of a key with {@code {0}}, {@code {1}}… filled in. */
  String text(String key, Object... arguments) {
    String text = texts.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", arguments[i].toString());
    }
    return text;
  }
}
