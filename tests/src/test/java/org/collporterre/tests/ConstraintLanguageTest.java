package org.collporterre.tests;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.WebUrl;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application's own bean with the format's constraints, and a stock validator. */
class ConstraintLanguageTest {
  private final Locale machine = Locale.getDefault();

  private record Leaflet(
      @TextSize(min = 3, max = 140) String title, @SpdxLicense String licence, @WebUrl String url) {
    static final Leaflet FAULTY = new Leaflet("JP", "libre", "exemple");
  }

  @AfterEach
  void restore() {
    Locale.setDefault(machine);
  }

  @Test
  void french_is_answered_in_french_with_its_accents() {
    assertThat(messages(Locale.FRENCH))
        .containsOnly(
            Map.entry("title", "doit compter de 3 à 140 caractères"),
            Map.entry(
                "licence", "doit être l’identifiant SPDX d’une licence, par exemple CC-BY-SA-4.0"),
            Map.entry(
                "url", "doit être une adresse web complète, commençant par http:// ou https://"));
  }

  @Test
  void english_is_answered_in_english_on_a_french_machine() {
    Locale.setDefault(Locale.FRANCE);

    assertThat(messages(Locale.ENGLISH))
        .containsOnly(
            Map.entry("title", "must have 3 to 140 characters"),
            Map.entry(
                "licence", "must be the SPDX identifier of a licence, CC-BY-SA-4.0 for example"),
            Map.entry(
                "url", "must be a complete web address that begins with http:// or https://"));
  }

  private static Map<String, String> messages(Locale locale) {
    try (var factory =
        Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(
                new ParameterMessageInterpolator(
                    Set.of(Locale.FRENCH, Locale.ENGLISH), locale, false))
            .buildValidatorFactory()) {
      return factory.getValidator().validate(Leaflet.FAULTY).stream()
          .collect(
              toMap(
                  violation -> violation.getPropertyPath().toString(),
                  ConstraintViolation::getMessage));
    }
  }
}
