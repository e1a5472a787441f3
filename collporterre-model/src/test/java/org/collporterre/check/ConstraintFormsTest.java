package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.report.Fix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintFormsTest {
  @ParameterizedTest
  @CsvSource({
    "list, ≤ 2",
    "text, 2...4",
    "least, ≥ 1",
    "most, ≤ 3",
    "south, ≥ -90",
    "north, ≤ 90",
    "insee, 29019",
    "there,"
  })
  void what_a_constraint_accepts_is_told_without_words(
      String component, @Nullable String expected) {
    assertThat(ConstraintForms.expected(ConstraintPlanTest.constraint(component)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "id-malformed, Réseau BRUDED, reseau-bruded",
    "id-malformed, ?,",
    "insee-malformed, 1001, 01001",
    "insee-malformed, 2a004, 2A004",
    "insee-malformed, 2a04,",
    "insee-malformed, Brest,",
    "url-malformed, bruded.fr, https://bruded.fr",
    "url-malformed, bruded,",
    "url-malformed, .fr,",
    "url-malformed, bruded .fr,",
    "licence-not-spdx, CC-BY-SA-4, CC-BY-SA-4.0",
    "rna-malformed, 291002345,"
  })
  void what_was_perhaps_meant_is_proposed(String code, String value, @Nullable String meant) {
    assertThat(ConstraintForms.fix(code, "champ", value, null))
        .isEqualTo(meant == null ? null : Fix.unsafe("champ", meant));
  }

  @ParameterizedTest
  @CsvSource({"01400, , true", "1400, FR, true", "29200, , false", "01400, BE, false"})
  void a_zero_was_lost_for_certain_when_the_place_says_the_same(
      String postcode, @Nullable String country, boolean certain) {
    Place place = PlaceBuilder.builder().postcode(postcode).country(country).build();

    assertThat(ConstraintForms.fix("insee-malformed", "code_insee", "1001", place))
        .isEqualTo(certain ? Fix.safe("code_insee", "01001") : Fix.unsafe("code_insee", "01001"));
  }

  @Test
  void an_address_lost_its_scheme_for_certain_before_www() {
    assertThat(ConstraintForms.fix("url-malformed", "site_web", "www.bruded.fr", null))
        .isEqualTo(Fix.safe("site_web", "https://www.bruded.fr"));
    assertThat(ConstraintForms.fix("url-malformed", "site_web", 1, null)).isNull();
  }
}
