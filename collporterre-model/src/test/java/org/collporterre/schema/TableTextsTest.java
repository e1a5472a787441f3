package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.collporterre.model.Initiative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextsTest {
  private static final Schema<Initiative> SCHEMA = Schema.of(Initiative.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NA",
        "na",
        "N/A",
        "-",
        "--",
        "Inconnu",
        "Non renseigné",
        "NÉANT",
        "s.o.",
        "#REF!"
      })
  void words_for_nothing_are_known_in_any_case(String word) {
    assertThat(TableTexts.isSentinel(SCHEMA.requireField("date_debut"), word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aucune", "0", "non", "Nantes", "inconnu de nous", "# REF"})
  void what_may_be_a_value_is_no_word_for_nothing(String word) {
    assertThat(TableTexts.isSentinel(SCHEMA.requireField("date_debut"), word)).isFalse();
  }

  @Test
  void new_caledonia_and_nauru_are_countries_but_na_is_nothing() {
    Field country = SCHEMA.requireField("code_pays");

    assertThat(TableTexts.isSentinel(country, "NC")).isFalse();
    assertThat(TableTexts.isSentinel(country, "NR")).isFalse();
    assertThat(TableTexts.isSentinel(country, "nc")).isTrue();
    assertThat(TableTexts.isSentinel(country, "NA")).isTrue();
    assertThat(TableTexts.isSentinel(SCHEMA.requireField("date_debut"), "NC")).isTrue();
  }
}
