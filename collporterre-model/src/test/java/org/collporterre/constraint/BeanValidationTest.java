package org.collporterre.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import org.collporterre.model.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The constraints on a class of an application, with the provider it brings. */
class BeanValidationTest {
  /** An application's own class. */
  record Bean(
      @Identifier @Nullable String id,
      @Insee @Nullable String insee,
      @Siret @Nullable String siret,
      @Rna @Nullable String rna,
      @LanguageTag @Nullable String language,
      @VersionNumber @Nullable String version,
      @SpdxLicense @Nullable String license,
      @CountryCode @Nullable String country,
      @CurrencyCode @Nullable String currency,
      @WebUrl @Nullable String url,
      @TextSize(max = 3) @Nullable StringBuilder text,
      @TextSize(min = 2, max = 3) @SingleLine @Nullable LocalizedText title,
      @SingleLine @Nullable String line,
      List<@WebUrl String> urls) {}

  /** Keeps the key of a message, so that no expression language is needed. */
  private static final class Keys implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }

  private static List<String> violations(Bean bean) {
    try (ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new Keys())
            .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      return validator.validate(bean).stream().map(BeanValidationTest::line).sorted().toList();
    }
  }

  private static String line(ConstraintViolation<Bean> violation) {
    return violation.getPropertyPath()
        + " "
        + violation.getMessageTemplate().replace("{org.collporterre.", "").replace("}", "");
  }

  @Test
  void nothing_is_wrong_with_nothing() {
    assertThat(
            violations(
                new Bean(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    List.of())))
        .isEmpty();
  }

  @Test
  void nothing_is_wrong_with_a_valid_bean() {
    assertThat(
            violations(
                new Bean(
                    "bruded",
                    "29019",
                    "35600000049837",
                    "W291002345",
                    "fr-CA",
                    "1.0",
                    "etalab-2.0",
                    "FR",
                    "EUR",
                    "https://exemple.org",
                    new StringBuilder("🌱🌱🌱"),
                    LocalizedText.of("Été"),
                    "une ligne",
                    List.of("https://exemple.org"))))
        .isEmpty();
  }

  @Test
  void every_wrong_value_is_found_under_its_code() {
    assertThat(
            violations(
                new Bean(
                    "Bruded",
                    "2019",
                    "1",
                    "1",
                    "FR",
                    "1",
                    "GPL",
                    "fr",
                    "euro",
                    "exemple.org",
                    new StringBuilder("quatre"),
                    LocalizedText.of("É").with("br", "a\nb"),
                    "a\nb",
                    List.of("https://exemple.org", "non"))))
        .containsExactly(
            "country country-unknown",
            "currency currency-unknown",
            "id id-malformed",
            "insee insee-malformed",
            "language language-invalid",
            "license licence-not-spdx",
            "line line-break-in-title",
            "rna rna-malformed",
            "siret siret-malformed",
            "text text-length",
            "title line-break-in-title",
            "title text-length",
            "url url-malformed",
            "urls[1].<list element> url-malformed",
            "version version-malformed");
  }
}
