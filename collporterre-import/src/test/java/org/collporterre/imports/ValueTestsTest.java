package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values of a field look like, and what they do not. */
class ValueTestsTest {
  private static final Schema<Initiative> SCHEMA = Schema.of(Initiative.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "latitude # 90 # true",
        "latitude # -90 # true",
        "latitude # 48,39 # true",
        "latitude # 90.1 # false",
        "latitude # -90.1 # false",
        "latitude # 48° # false",
        "longitude # 180 # true",
        "longitude # -180 # true",
        "longitude # 180.1 # false",
        "latitude,longitude # 48.1,-4.2 # true",
        "longitude,latitude # 1.5,2.5 # true",
        "latitude,longitude # 12,345 # false",
        "latitude,longitude # Brest, Quimper # false",
        "code_insee # 29019 # true",
        "code_insee # 2A004 # true",
        "code_insee # Brest # false",
        "code_postal # 29200 # true",
        "code_postal # F-29200 # true",
        "code_postal # oui # false",
        "courriel # a@exemple.org # true",
        "courriel # a@exemple.org; b@exemple.org # true",
        "courriel # oui # false",
        "site_web # https://exemple.org/a # true",
        "site_web # exemple.org # true",
        "site_web # un texte # false",
        "images # https://exemple.org/a.jpg # true",
        "siret # 732 829 320 00074 # true",
        "siret # 732 829 320 00075 # false",
        "numero # 12 bis # true",
        "numero # rue # false",
        "titre # ab # true",
        "titre # a # false",
        "titre # ab1 # true",
        "titre # ab12 # false",
        "titre # https://exemple.org # false",
        "titre # aa@exemple.org # false",
        "titre # {\"name\": # false",
        "titre # [\"name\": # false",
        "commune # Brest # true",
        "commune # oui # false",
        "commune # FAUX # false",
        "adresse # 12 rue # true",
        "adresse # abc # true",
        "adresse # ab # false",
        "adresse # 123 # false",
        "adresse # https://exemple.org # false",
        "id # ab # true",
        "id # a b # false",
        "resume # ab # true",
        "resume # 12 # false",
        "description # ab # true",
        "description # 12 # false",
        "nature # association # true",
        "nature # zzz # false",
        "date_debut # 2012-11 # true",
        "date_debut # hier # false",
        "odd # 1|2 # true",
        "odd # 1;;2 # true",
        "odd # 1|18 # false"
      })
  void valuesFitAFieldOrDoNot(String key, String value, boolean fits) {
    assertThat(Objects.requireNonNull(ValueTests.of(key, SCHEMA)).test(value)).isEqualTo(fits);
  }

  /** A name has 200 characters at most; what is longer is a text, whatever is in it. */
  @ParameterizedTest
  @CsvSource({
    "titre, a, 200, true",
    "titre, a, 201, false",
    "resume, 1, 200, false",
    "resume, 1, 201, true",
    "description, 1, 200, false",
    "description, 1, 201, true"
  })
  void lengthsHaveLimits(String key, String letter, int length, boolean fits) {
    assertThat(Objects.requireNonNull(ValueTests.of(key, SCHEMA)).test(letter.repeat(length)))
        .isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"themes", "singularite", "zzz", "mots_cles"})
  void anyTextFitsWhereAnythingMayStand(String key) {
    assertThat(ValueTests.of(key, SCHEMA)).isNull();
  }

  @Test
  void someValuesTellTheirField() {
    assertThat(ValueTests.isTelling("latitude")).isTrue();
    assertThat(ValueTests.isTelling("siret")).isTrue();
    assertThat(ValueTests.isTelling("date_debut")).isFalse();
    for (String any : "titre commune adresse id resume description".split(" ", -1)) {
      assertThat(ValueTests.isTelling(any)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{\"type\":\"Point\"} # true",
        "Point(1 2) # true",
        "srid=4326;POINT(1 2) # true",
        "48°23′ N # true",
        "°48 # false",
        "48.1,-4.2 # false"
      })
  void somePositionsSayWhichNumberIsWhich(String text, boolean says) {
    assertThat(ValueTests.saysOrder(text)).isEqualTo(says);
  }

  @ParameterizedTest
  @CsvSource({"BREST, true", "Brest, false", "12, false", "É12, false", "ÉTÉS 12, true"})
  void capitalsAreLetters(String text, boolean capitals) {
    assertThat(ValueTests.CAPITALS.test(text)).isEqualTo(capitals);
  }
}
