package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LostBeginningTest {
  @Test
  void a_postal_code_of_four_digits_lost_its_zero_in_france_only() {
    assertThat(LostBeginning.ofPostcode("1500", null)).isEqualTo("01500");
    assertThat(LostBeginning.ofPostcode("1500", "FR")).isEqualTo("01500");
    assertThat(LostBeginning.ofPostcode("1500", "BE")).isNull();
    assertThat(LostBeginning.ofPostcode("0150", null)).isNull();
    assertThat(LostBeginning.ofPostcode("15000", null)).isNull();
    assertThat(LostBeginning.ofPostcode("15OO", null)).isNull();
  }

  @Test
  void a_code_of_another_department_than_the_postal_code_lost_something_else() {
    assertThat(LostBeginning.ofInsee("1004", null, null)).isEqualTo("01004");
    assertThat(LostBeginning.ofInsee("1004", "01500", null)).isEqualTo("01004");
    assertThat(LostBeginning.ofInsee("1004", "1500", "FR")).isEqualTo("01004");
    assertThat(LostBeginning.ofInsee("2901", "29200", null)).isNull();
    assertThat(LostBeginning.ofInsee("1004", "1004", "CH")).isNull();
  }

  @Test
  void an_address_lost_its_scheme_when_it_begins_with_www() {
    assertThat(LostBeginning.ofAddress("www.exemple.org")).isEqualTo("https://www.exemple.org");
    assertThat(LostBeginning.ofAddress("exemple.org")).isNull();
    assertThat(LostBeginning.ofAddress("www.exemple .org")).isNull();
  }
}
