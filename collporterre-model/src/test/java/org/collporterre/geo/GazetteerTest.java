package org.collporterre.geo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.collporterre.geo.Commune.Kind;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every gazetteer answers from the little it must know itself. */
class GazetteerTest {
  private static final Gazetteer SMALL = new SmallGazetteer();

  private static Commune known(String code, String name, Kind kind, @Nullable String chefLieu) {
    return new Commune(code, name, kind, chefLieu, List.of("17400"), "17", "75", "200041523", null);
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENT, false",
    "DISTRICT, false",
    "DELEGATED, true",
    "ASSOCIATED, true",
    "ABSORBED, true"
  })
  void codes_of_today_and_of_districts_are_not_given_up(Kind kind, boolean old) {
    assertThat(known("17464", "Vergné", kind, null).isOld()).isEqualTo(old);
  }

  @Test
  void a_former_municipality_is_part_of_one_of_today() {
    assertThat(known("17464", "Vergné", Kind.CURRENT, null).today()).isEqualTo("17464");
    assertThat(known("17001", "Vergné", Kind.DELEGATED, "17464").today()).isEqualTo("17464");
  }

  @ParameterizedTest
  @CsvSource({
    // Of today before of the past; where both are of today the article decides.
    "Vergne, 17400, 17464",
    "La Vergne, 17400, 17465",
    "Antezant, 17400, 17013",
    // Where one alone fits, the article does not matter.
    "La Antezant, 17400, 17013",
    // One of the past, and two of it.
    "Varaize, 17400, 17002",
    "Saint-Martin, 17400, ",
    "Vergne, 17401, ",
    "Brest, 17400, "
  })
  void the_one_that_fits_is_found_by_name_and_postcode(
      String name, String postcode, @Nullable String code) {
    Commune found = SMALL.commune(name, postcode);
    assertThat(found == null ? null : found.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"17, La Vergne, 17465", "17, Vergne, 17464", "16, Vergne, "})
  void the_one_that_fits_is_found_by_department_and_name(
      String department, String name, @Nullable String code) {
    Commune found = SMALL.communeIn(department, name);
    assertThat(found == null ? null : found.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "com:17464, true",
    "com:17003, true",
    "com:17465, false",
    "com:29999, false",
    "dep:17, true",
    "dep:16, false",
    "reg:75, true",
    "reg:53, false",
    "epci:200041523, true",
    "epci:242900314, false",
    "iso:FR, true",
    "iso:BE, false",
    "iso:FR-17, ",
    "monde, true",
    "libre:Aunis, "
  })
  void a_municipality_lies_in_what_it_belongs_to(String territory, @Nullable Boolean expected) {
    Commune vergne = requireNonNull(SMALL.commune("17464"));
    assertThat(SMALL.isIn(vergne, requireNonNull(Territory.parse(territory)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "monde, fr, monde",
    "monde, br, bed",
    "monde, en, world",
    "monde, de, world",
    "libre:Aunis, fr, Aunis",
    "iso:DE, fr, Allemagne",
    "iso:DE, en, Germany",
    "iso:FR-17, fr, FR-17",
    "dep:17, fr, Charente-Maritime",
    "dep:16, fr, dep:16"
  })
  void territories_have_names_that_people_know(String territory, String language, String name) {
    TerritoryNames names = TerritoryNames.of(SMALL, Locale.forLanguageTag(language));
    assertThat(names.name(requireNonNull(Territory.parse(territory)))).isEqualTo(name);
  }

  @Test
  void without_a_gazetteer_nothing_is_known_and_nobody_named() {
    Gazetteer none = Gazetteer.none();
    assertThat(none.attribution()).isEmpty();
    assertThat(none.vintage()).isZero();
    assertThat(none.commune("17464")).isNull();
    assertThat(none.commune("Vergné", "17400")).isNull();
    assertThat(none.name(requireNonNull(Territory.parse("dep:17")))).isNull();
    assertThat(none.territories("Charente-Maritime")).isEmpty();
    assertThat(none.withPostcode("17400")).isEmpty();
    assertThat(none.department("17")).isEmpty();
    assertThat(none.country("FR")).isEmpty();
  }

  /** Two of today that only the article parts, and some of the past. */
  private static final class SmallGazetteer implements Gazetteer {
    private final List<Commune> all =
        List.of(
            known("17464", "Vergné", Kind.CURRENT, null),
            known("17465", "La Vergne", Kind.CURRENT, null),
            known("17003", "La Vergne", Kind.DELEGATED, "17464"),
            known("17013", "Antezant", Kind.CURRENT, null),
            known("17001", "Antezant", Kind.DELEGATED, "17464"),
            known("17002", "Varaize", Kind.ABSORBED, "17464"),
            known("17004", "Saint-Martin", Kind.ASSOCIATED, "17464"),
            known("17005", "Saint-Martin", Kind.DELEGATED, "17465"));

    @Override
    public String attribution() {
      return "";
    }

    @Override
    public int vintage() {
      return 0;
    }

    @Override
    public @Nullable Commune commune(String code) {
      return all.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    }

    @Override
    public List<Commune> named(String name) {
      return all.stream().filter(one -> CommuneNames.areAlike(one.name(), name)).toList();
    }

    @Override
    public List<Commune> withPostcode(String postcode) {
      return all.stream().filter(one -> one.postcodes().contains(postcode)).toList();
    }

    @Override
    public @Nullable String name(Territory territory) {
      return territory.toString().equals("dep:17") ? "Charente-Maritime" : null;
    }

    @Override
    public List<Territory> territories(String name) {
      return List.of();
    }
  }
}
