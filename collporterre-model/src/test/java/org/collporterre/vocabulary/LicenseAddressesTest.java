package org.collporterre.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "CC-BY-SA-4.0,https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-3.0-AT,https://creativecommons.org/licenses/by/3.0/at/",
    "CC0-1.0,https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-NC-ND-1.0,https://creativecommons.org/licenses/by-nd-nc/1.0/",
    "etalab-2.0,https://spdx.org/licenses/etalab-2.0",
    "ODbL-1.0,https://spdx.org/licenses/ODbL-1.0"
  })
  void aLicenceHasOneAddressFromWhichItIsTold(String id, String address) {
    assertThat(LicenseAddresses.address(id)).isEqualTo(address);
    assertThat(LicenseAddresses.id(address)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://creativecommons.org/licenses/by-sa/4.0",
        "https://www.creativecommons.org/licenses/by-sa/4.0/",
        "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
        "https://creativecommons.org/licenses/by-sa/4.0/legalcode",
        "http://spdx.org/licenses/CC-BY-SA-4.0.html"
      })
  void aLicenceIsToldFromThePagesAboutItToo(String address) {
    assertThat(LicenseAddresses.id(address)).isEqualTo("CC-BY-SA-4.0");
  }

  @Test
  void whatIsNoAddressOfALicenceIsNone() {
    assertThat(LicenseAddresses.id("https://creativecommons.org/licenses/by-sa/9.0/")).isNull();
    assertThat(LicenseAddresses.id("https://exemple.org/licence")).isNull();
    assertThat(LicenseAddresses.id("CC-BY-SA-4.0")).isNull();
    assertThat(LicenseAddresses.address("LicenseRef-maison")).isNull();
  }
}
