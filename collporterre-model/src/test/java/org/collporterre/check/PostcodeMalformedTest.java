package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeMalformedTest {
  @ParameterizedTest
  @CsvSource({
    "01000, true",
    "98799, true",
    "2920, false",
    "292000, false",
    "2A004, false",
    "2920O, false",
    "2920/, false",
    "2920:, false",
    "00000, false"
  })
  void a_french_postal_code_is_five_digits(String code, boolean valid) {
    assertThat(PostcodeMalformed.isFiveDigits(code)).isEqualTo(valid);
  }
}
