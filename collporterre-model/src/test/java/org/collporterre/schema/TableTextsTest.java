package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "Mot de passe, true",
    "API-key, true",
    "token2, true",
    "mon_secret, false",
    "titre, false"
  })
  void secrets_are_not_read_whatever_follows_in_the_header(String header, boolean secret) {
    assertThat(TableTexts.isSecret(header)).isEqualTo(secret);
  }

  @Test
  void a_cell_is_split_at_each_separator() {
    assertThat(TableTexts.split("a | b|c", '|')).containsExactly("a", "b", "c");
    assertThat(TableTexts.split("|a||", '|')).containsExactly("", "a", "", "");
    assertThat(TableTexts.split("a;b", '|')).containsExactly("a;b");
  }

  @Test
  void blanks_at_the_ends_are_dropped_but_not_those_that_do_not_break() {
    assertThat(TableTexts.trim(" \t\r\na b\n \t")).isEqualTo("a b");
    assertThat(TableTexts.trim("\u00A0a\u00A0")).isEqualTo("\u00A0a\u00A0");
    assertThat(TableTexts.trim(" \n ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "odd|3; 13|3,13",
        "odd|3,autre;13|null",
        "odd|3, 13|3,13",
        "odd|3;13;|3,13,",
        "odd|3|null",
        "odd|;3|null",
        "odd|3;99|null",
        "odd|trois, treize|null",
        "titre|3;13|null"
      })
  void codes_may_be_separated_otherwise_when_all_are_known(
      String key, String cell, @Nullable String codes) {
    List<String> found =
        TableTexts.separatedCodes(SCHEMA.requireField(key), cell, Vocabularies.standard());

    assertThat(found == null ? null : String.join(",", found)).isEqualTo(codes);
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
