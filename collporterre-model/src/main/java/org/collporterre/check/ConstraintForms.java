package org.collporterre.check;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Map;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.SpdxLicenses;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.schema.LostBeginning;
import org.collporterre.vocabulary.Folding;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** What a constraint would have accepted, and what was perhaps meant. */
final class ConstraintForms {
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("Identifier", "a-z 0-9 -"),
          Map.entry("Insee", "29019"),
          Map.entry("LanguageTag", "fr"),
          Map.entry("WebUrl", "https://…"),
          Map.entry("VersionNumber", "1.0"),
          Map.entry("SpdxLicense", "CC-BY-SA-4.0"),
          Map.entry("Siret", "14 × 0-9"),
          Map.entry("Rna", "W291002345"),
          Map.entry("CountryCode", "FR"),
          Map.entry("CurrencyCode", "EUR"),
          Map.entry("Email", "nom@exemple.org"));

  private ConstraintForms() {}

  /** Returns what a violated constraint accepts, in a form that needs no language, or null. */
  static @Nullable String expected(Annotation annotation) {
    if (annotation instanceof TextSize size) {
      return size.min() + "..." + size.max();
    } else if (annotation instanceof Size size) {
      return "≤ " + size.max();
    } else if (annotation instanceof DecimalMin bound) {
      return "≥ " + bound.value();
    } else if (annotation instanceof DecimalMax bound) {
      return "≤ " + bound.value();
    } else if (annotation instanceof Min bound) {
      return "≥ " + bound.value();
    } else if (annotation instanceof Max bound) {
      return "≤ " + bound.value();
    }
    return EXAMPLES.get(annotation.annotationType().getSimpleName());
  }

  /**
   * Returns a correction of a value, or null when none is evident.
   *
   * @param place the place that the value is of, or null when it is not of one
   */
  static @Nullable Fix fix(String code, String key, @Nullable Object value, @Nullable Place place) {
    if (!(value instanceof String text)) {
      return null;
    }
    String certain =
        switch (code) {
          case "insee-malformed" ->
              place == null ? null : LostBeginning.ofInsee(text, place.postcode(), place.country());
          case "url-malformed" -> LostBeginning.ofAddress(text);
          default -> null;
        };
    if (certain != null) {
      return Fix.safe(key, certain);
    }
    String meant =
        switch (code) {
          case "id-malformed" -> identifier(text);
          case "insee-malformed" -> insee(text);
          case "url-malformed" -> url(text);
          case "licence-not-spdx" -> Nearest.of(text, SpdxLicenses.ids());
          default -> null;
        };
    return meant == null ? null : Fix.unsafe(key, meant);
  }

  private static @Nullable String identifier(String text) {
    String folded = Folding.fold(text, '-');
    return Identifier.Validator.matches(folded) ? folded : null;
  }

  /** A code of four digits lost its zero in a spreadsheet; those of Corsica have a capital. */
  private static @Nullable String insee(String text) {
    String padded = "0" + text;
    if (text.length() == 4 && Insee.Validator.matches(padded)) {
      return padded;
    }
    String capital = text.toUpperCase(Locale.ROOT);
    return Insee.Validator.matches(capital) ? capital : null;
  }

  private static @Nullable String url(String text) {
    String secure = "https://" + text;
    return text.indexOf('.') > 0 && WebUrl.Validator.matches(secure) ? secure : null;
  }
}
