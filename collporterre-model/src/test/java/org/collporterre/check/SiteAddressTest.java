package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.Exemple.org/, exemple.org",
    "http://exemple.org:80/index.html, exemple.org",
    "HTTPS://EXEMPLE.ORG:443/Index.php, exemple.org",
    "www.exemple.org, exemple.org",
    "https://exemple.org/a/?utm_source=x&fbclid=y, exemple.org/a",
    "https://exemple.org/a#contact, exemple.org/a",
    "https://exemple.org/?b=2&a=1, exemple.org?a=1&b=2",
  })
  void addresses_of_one_page_have_one_form(String address, String canonical) {
    assertThat(SiteAddress.canonical(address)).isEqualTo(canonical);
    assertThat(SiteAddress.canonical(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "https://exemple.org/a, https://exemple.org/A",
    "https://exemple.org/a, https://exemple.org/a?page=2",
    "https://exemple.org/#/lieux/1, https://exemple.org/#/lieux/2",
    "https://exemple.org, https://exemple.com",
    "https://exemple.org, https://asso.exemple.org",
    "https://exemple.org:8080, https://exemple.org",
    "https://exemple.org/mon-index.html, https://exemple.org/mon",
  })
  void addresses_of_different_pages_have_different_forms(String one, String other) {
    assertThat(SiteAddress.canonical(one)).isNotEqualTo(SiteAddress.canonical(other));
  }
}
