package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.collporterre.model.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
  private static final Publication ALL = Samples.all();

  private static List<String> shown(String text) throws RequestException {
    Filter filter = Filter.parse(text, ALL);
    return ALL.entries().stream()
        .filter(entry -> filter.test(entry, ALL.gazetteer()))
        .map(Entry::id)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "champ=innovation-sociale | jardin",
        "champ=Innovation sociale | jardin",
        "field=innovation-sociale,collaboration-ouverte | jardin reseau",
        "odd=17 | reseau",
        "sdg=2; champ=innovation-sociale | jardin",
        "odd=2; champ=collaboration-ouverte | ''",
        "theme=alimentation | jardin",
        "theme=four à pain | jardin",
        "type=portrait | yvonne",
        "type=méthodologies | semer semer-ici",
        "texte=POTAGER | jardin",
        "texte=garden | jardin",
        "text=semer brest | semer-ici",
        "territoire=reg:53 | jardin",
        "territoire=dep:29 | jardin",
        "territoire=Finistère | jardin",
        "territoire=dep:35 | ''",
        " ; ; | jardin reseau yvonne semer semer-ici"
      })
  void records_that_have_a_value_of_each_key_are_shown(String text, String ids) throws Exception {
    assertThat(shown(text)).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"couleur=vert", "innovation-sociale", "=", "champ"})
  void a_key_that_means_nothing_is_said_with_those_there_are(String text) {
    assertThatThrownBy(() -> Filter.parse(text, ALL))
        .isInstanceOfSatisfying(
            RequestException.class,
            e ->
                assertThat(e.text(Locale.FRENCH))
                    .startsWith("Filtre inconnu")
                    .contains("type, champ, theme, odd, territoire, texte"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"champ=rien", "odd=18", "type=maison", "territoire=nulle-part"})
  void a_code_that_means_nothing_is_said_with_those_there_are(String text) {
    assertThatThrownBy(() -> Filter.parse(text, ALL))
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> {
              assertThat(e.code()).isEqualTo("unknown-value");
              assertThat(e.text(Locale.ENGLISH)).startsWith("Unknown value: “");
            });
  }

  @Test
  void nothing_said_shows_everything() throws Exception {
    assertThat(Filter.parse("", ALL)).isEqualTo(Filter.ALL);
  }
}
