package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewRequestTest {
  @Test
  void nothing_said_is_a_map() throws Exception {
    ViewRequest request = ViewRequest.of(Map.of(), Locale.FRENCH);

    assertThat(request)
        .isEqualTo(new ViewRequest(View.MAP, "", "", "", "", "moyenne", null, Locale.FRENCH));
  }

  @Test
  void a_record_alone_is_its_sheet() throws Exception {
    ViewRequest request = ViewRequest.of(Map.of("fiche", "jardin"), Locale.FRENCH);

    assertThat(request.view()).isEqualTo(View.SHEET);
    assertThat(request.record()).isEqualTo("jardin");
  }

  @ParameterizedTest
  @CsvSource({"vue,carte,MAP", "view,map,MAP", "vue,liste,LIST", "view,statistics,STATISTICS"})
  void views_have_French_and_English_names(String name, String value, View view) throws Exception {
    assertThat(ViewRequest.of(Map.of(name, value), Locale.FRENCH).view()).isEqualTo(view);
  }

  @Test
  void the_language_can_be_said() throws Exception {
    assertThat(ViewRequest.of(Map.of("langue", "br"), Locale.FRENCH).locale())
        .isEqualTo(Locale.forLanguageTag("br"));
  }

  @ParameterizedTest
  @CsvSource({
    "vue,globe,unknown-view",
    "vue,fiche,record-missing",
    "hauteur,500px,unknown-height",
    "fond,http://exemple.org/{z}/{x}/{y}.png,tiles-refused",
    "fond,https://exemple.org/{z}/{x}/{y}.png,tiles-refused"
  })
  void values_that_mean_nothing_are_said(String name, String value, String code) {
    assertThatThrownBy(() -> ViewRequest.of(Map.of(name, value), Locale.FRENCH))
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.text(Locale.FRENCH)).isNotEqualTo(e.text(Locale.ENGLISH));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://exemple.org/{z}/{x}/{y}.png",
        "https://{s}.exemple.org:8443/a/{z}/{y}/{x}?k=1"
      })
  void tiles_are_an_address_and_who_is_named(String url) throws Exception {
    ViewRequest request =
        ViewRequest.of(Map.of("fond", url, "attribution", "© les contributeurs"), Locale.FRENCH);

    assertThat(request.tiles()).isEqualTo(new Tiles(url, "© les contributeurs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)//{z}{x}{y}",
        "https://exemple.org/{z}/{x}",
        "https://exemple.org/{z}/{x}/{y}\"onerror=",
        "//exemple.org/{z}/{x}/{y}",
        "https://a b/{z}/{x}/{y}"
      })
  void anything_else_is_no_tiles(String url) {
    assertThat(Tiles.isValid(url, "©")).isFalse();
    assertThatThrownBy(() -> new Tiles(url, "©")).isInstanceOf(IllegalArgumentException.class);
  }
}
