package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.collporterre.geo.Gazetteer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a postal code with its municipality is found is tested where there is a gazetteer. */
class StreetAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 rue de Siam, 29200 Brest|12 rue …",
        "Elle vit au 3bis, avenue des lilas.|3 avenue …",
        "(1250 route de Lyon)|1250 route …",
        "20 cours de la Libération|20 cours …",
        "au 7 place Guérin|7 place …",
        "5 rue du 11 Novembre|5 rue …",
        "en 2012, au 4 impasse des Roses|4 impasse …",
        "9 rue de Siam|9 rue …",
        "1899 rue de Siam|1899 rue …",
        "2101 rue de Siam|2101 rue …"
      })
  void an_address_is_found_and_only_its_beginning_shown(String text, String shown) {
    assertThat(StreetAddress.in(text, Gazetteer.none())).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "En 2012 place de la République fut fermée",
        "20 cours de yoga et 3 rues fermées",
        "il y a 1 rue barrée",
        "12 places de parking, 14 chemins",
        "10000 Bretons, 29200 euros",
        "le 14 juillet, rue de Siam",
        "1,5 route",
        "1900 rue de Siam",
        "2100 rue de Siam",
        "A12 rue de Siam",
        "lettre.12 rue de Siam",
        "29200",
        "29200 ",
        "29200 Rennais",
        "rue de Siam"
      })
  void what_only_looks_a_little_like_one_is_none(String text) {
    assertThat(StreetAddress.in(text, Gazetteer.none())).isNull();
  }
}
