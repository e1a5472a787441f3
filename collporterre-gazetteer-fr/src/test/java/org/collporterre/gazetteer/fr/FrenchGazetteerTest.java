package org.collporterre.gazetteer.fr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.collporterre.geo.BoundingBox;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Commune.Kind;
import org.collporterre.model.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of the official list of 2026, looked up one by one. */
class FrenchGazetteerTest {
  private final FrenchGazetteer gazetteer = FrenchGazetteer.load();

  @Test
  void a_municipality_is_found_by_its_code_with_all_it_belongs_to() {
    assertThat(gazetteer.commune("29019"))
        .isEqualTo(
            new Commune(
                "29019",
                "Brest",
                Kind.CURRENT,
                null,
                List.of("29200"),
                "29",
                "53",
                "242900314",
                null));
    assertThat(gazetteer.vintage()).isEqualTo(2026);
    assertThat(gazetteer.attribution()).contains("Licence Ouverte 2.0", "2026");
  }

  @ParameterizedTest
  @CsvSource({
    "01144, DELEGATED, Dommartin, 01025",
    "01120, ASSOCIATED, Cordieux, 01262",
    "75111, DISTRICT, Paris 11e Arrondissement, 75056",
    "02285, ASSOCIATED, Escaufourt, 59545"
  })
  void former_municipalities_and_districts_know_the_one_they_are_part_of(
      String code, Kind kind, String name, String chefLieu) {
    Commune commune = requireNonNull(gazetteer.commune(code));

    assertThat(commune.kind()).isEqualTo(kind);
    assertThat(commune.name()).isEqualTo(name);
    assertThat(commune.chefLieu()).isEqualTo(chefLieu);
    assertThat(commune.today()).isEqualTo(chefLieu);
    assertThat(commune.postcodes()).isNotEmpty();
  }

  @Test
  void of_a_code_that_also_a_part_has_the_municipality_of_today_is_returned() {
    // Arbignieu, a delegated municipality, has the code of Arboys en Bugey.
    assertThat(requireNonNull(gazetteer.commune("01015")).name()).isEqualTo("Arboys en Bugey");
    assertThat(gazetteer.named("Arbignieu"))
        .extracting(Commune::code, Commune::kind)
        .containsExactly(tuple("01015", Kind.DELEGATED));
  }

  @ParameterizedTest
  @CsvSource({
    "BREST, 29200, 29019",
    "St Malo, 35400, 35288",
    "'L''HAY LES ROSES', 94240, 94038",
    "La Bouexiere, 35340, 35031",
    "paris, 75011, 75056",
    "Saint-Denis, 97400, 97411",
    "Saint-Denis, 93200, 93066",
    "Œting, 57600, 57521",
    "Ajaccio, 20000, 2A004"
  })
  void a_municipality_is_found_by_name_and_postcode(String name, String postcode, String code) {
    assertThat(requireNonNull(gazetteer.commune(name, postcode), name).code()).isEqualTo(code);
  }

  @Test
  void the_article_decides_where_only_it_parts_two_names() {
    assertThat(requireNonNull(gazetteer.communeIn("17", "VERGNE")).code()).isEqualTo("17464");
    assertThat(requireNonNull(gazetteer.communeIn("17", "LA VERGNE")).code()).isEqualTo("17465");
  }

  @Test
  void a_municipality_is_found_by_name_and_department() {
    assertThat(requireNonNull(gazetteer.communeIn("974", "ST DENIS")).code()).isEqualTo("97411");
    assertThat(gazetteer.communeIn("29", "Reims")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"''", "2901", "290199", "29O19", "99999", "2a004", "é9019"})
  void what_is_no_code_is_not_found(String code) {
    assertThat(gazetteer.commune(code)).isNull();
    assertThat(gazetteer.withPostcode(code)).isEmpty();
  }

  @Test
  void a_text_that_is_no_name_finds_nothing() {
    assertThat(gazetteer.named("")).isEmpty();
    assertThat(gazetteer.named("Cedex 2")).isEmpty();
    assertThat(gazetteer.named("Nulle-Part-sur-Mer")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "reg:53, Bretagne",
    "dep:2A, Corse-du-Sud",
    "dep:974, La Réunion",
    "epci:242900314, Brest Métropole",
    "com:29019, Brest"
  })
  void territories_have_names_and_are_found_by_them(String text, String name) {
    Territory territory = requireNonNull(Territory.parse(text));

    assertThat(gazetteer.name(territory)).isEqualTo(name);
    assertThat(gazetteer.territories(name)).contains(territory);
  }

  @ParameterizedTest
  @CsvSource({"reg:42", "dep:20", "com:01144", "epci:200000001", "libre:Brest", "monde"})
  void territories_that_do_not_exist_or_are_not_listed_have_no_name(String text) {
    assertThat(gazetteer.name(requireNonNull(Territory.parse(text)))).isNull();
  }

  @Test
  void Finistere_and_Germany_have_boxes() {
    // The lighthouse of Créac'h on Ouessant, the westernmost of the department; Brest; Reims.
    assertThat(gazetteer.department("29"))
        .anyMatch(box -> box.contains(-5.129, 48.459))
        .anyMatch(box -> box.contains(-4.49, 48.39))
        .noneMatch(box -> box.contains(4.03, 49.25));
    assertThat(gazetteer.country("DE"))
        .anyMatch(box -> box.contains(10.11, 52.33))
        .noneMatch(box -> box.contains(52.33, 10.11));
    assertThat(gazetteer.country("ZZ")).isEmpty();
    assertThat(gazetteer.department("00")).isEqualTo(List.<BoundingBox>of());
  }

  @Test
  void every_municipality_is_found_by_its_own_name() {
    assertThat(gazetteer.size()).isGreaterThan(37_000);
    for (String postcode : List.of("29200", "01300", "97400", "20000", "67000", "59000")) {
      for (Commune commune : gazetteer.withPostcode(postcode)) {
        assertThat(gazetteer.named(commune.name())).contains(commune);
      }
    }
  }
}
