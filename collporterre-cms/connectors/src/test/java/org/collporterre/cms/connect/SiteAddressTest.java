package org.collporterre.cms.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.collporterre.cms.connect.SiteException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://Exemple.org/, https://exemple.org",
    "HTTPS://exemple.org/blog//, https://exemple.org/blog",
    "https://exemple.org:8443/w/api.php, https://exemple.org:8443/w/api.php",
    "http://127.0.0.1:8390, http://127.0.0.1:8390",
    "http://localhost:80/x?a=b#c, http://localhost:80/x",
    "http://[::1]:80/, http://[::1]:80"
  })
  void an_address_is_taken_in_one_form(String text, String expected) throws SiteException {
    assertThat(SiteAddress.of(text, false).toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://exemple.org",
        "http://127.0.0.1.exemple.org/",
        "http://localhost.exemple.org/",
        "http://10.0.0.1/"
      })
  void a_password_goes_unprotected_only_when_told(String text) throws SiteException {
    SiteException e = catchThrowableOfType(SiteException.class, () -> SiteAddress.of(text, false));
    assertThat(e.reason()).isEqualTo(Reason.INSECURE);
    assertThat(SiteAddress.of(text, true).uri().getScheme()).isEqualTo("http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "exemple.org",
        "ftp://exemple.org/",
        "file:///etc/passwd",
        "https:///x",
        "https://anne:secret@exemple.org/",
        "https://anne:secret @exemple.org/"
      })
  void what_is_no_address_is_refused_without_repeating_a_password(String text) {
    SiteException e = catchThrowableOfType(SiteException.class, () -> SiteAddress.of(text, true));
    assertThat(e.reason()).isEqualTo(Reason.ADDRESS);
    assertThat(e.getMessage()).doesNotContain("secret");
  }

  @Test
  void only_the_same_machine_port_and_scheme_are_the_site() throws SiteException {
    SiteAddress site = SiteAddress.of("https://exemple.org/blog", false);
    assertThat(site.isOrigin(java.net.URI.create("https://exemple.org:443/x"))).isTrue();
    assertThat(site.isOrigin(java.net.URI.create("http://exemple.org/x"))).isFalse();
    assertThat(site.isOrigin(java.net.URI.create("https://exemple.org:444/x"))).isFalse();
    assertThat(site.isOrigin(java.net.URI.create("https://a@exemple.org/x"))).isFalse();
  }
}
