package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.Exemple.org/, exemple.org",
    "http://exemple.org:80/index.html, exemple.org",
    "HTTPS://EXEMPLE.ORG:443/Index.php, exemple.org",
    "www.exemple.org, exemple.org",
    "https://exemple.org/a/?utm_source=x&fbclid=y, exemple.org/a",
    "https://exemple.org/a#contact, exemple.org/a",
    "https://exemple.org/?b=2&a=1, exemple.org?a=1&b=2",
    "https://exemple.org/a?&, exemple.org/a",
    "https://exemple.org/a///, exemple.org/a",
    "https://exemple.org/#!/a, exemple.org#!/a",
    "https://exemple.org/default.aspx, exemple.org",
    "exemple.org#a, exemple.org",
  })
  void addresses_of_one_page_have_one_form(String address, String canonical) {
    assertThat(PageAddress.canonical(address)).isEqualTo(canonical);
    assertThat(PageAddress.canonical(canonical)).isEqualTo(canonical);
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
    assertThat(PageAddress.canonical(one)).isNotEqualTo(PageAddress.canonical(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.Exemple.org/A/, http://exemple.org/A",
    "https://exemple.org/A?utm_source=x, exemple.org/A",
    "https://exemple.org/index.html, https://exemple.org:443//",
    "https://exemple.org/été, https://exemple.org/été/",
  })
  void addresses_of_one_page_have_one_hash_whether_taken_apart_or_not(String one, String other) {
    assertThat(PageAddress.hash("initiative", one))
        .isEqualTo(PageAddress.hash("initiative", other))
        .isNotEqualTo(PageAddress.hash("portrait", one))
        .isNotEqualTo(PageAddress.hash("initiative", "https://exemple.org/B"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://exemple.org/?utm_source=x, https://exemple.org/",
    "https://exemple.org/?b=2&UTM_x=1&a=1#c, https://exemple.org/?b=2&a=1#c",
    "https://exemple.org/a?, https://exemple.org/a?",
    "https://exemple.org/#a?utm_source=x, https://exemple.org/#a?utm_source=x",
    "https://exemple.org/?q=utm_source, https://exemple.org/?q=utm_source",
  })
  void only_what_follows_visitors_is_taken_away(String address, String plain) {
    assertThat(PageAddress.withoutTrackers(address)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "http://exemple.org, true",
    "HTTP://exemple.org, true",
    "https://exemple.org, false",
    "exemple.org, false",
  })
  void plain_http_is_told_from_the_safe_one(String address, boolean plain) {
    assertThat(PageAddress.isPlainHttp(address)).isEqualTo(plain);
  }

  @Test
  void each_type_of_record_has_a_page_of_its_own() {
    Entry initiative = Initiative.named("a", "Titre").website("https://exemple.org/a").build();
    Entry portrait =
        Portrait.named("b", "Titre", SubjectKind.PERSON, "Anne")
            .bodyUrl("https://exemple.org/b")
            .build();
    Entry methodology =
        Methodology.named("c", "Titre").documentUrl("https://exemple.org/c").build();
    assertThat(List.of(initiative, portrait, methodology))
        .extracting(PageAddress::of)
        .containsExactly("https://exemple.org/a", "https://exemple.org/b", "https://exemple.org/c");
    assertThat(List.of(initiative, portrait, methodology))
        .extracting(PageAddress::field)
        .containsExactly("site_web", "texte_url", "url_document");
    assertThat(PageAddress.of(Initiative.named("a", "Titre").build())).isNull();
  }
}
