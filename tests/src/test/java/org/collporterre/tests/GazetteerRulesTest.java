package org.collporterre.tests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.Territory;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.PositionPrecision;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that ask a gazetteer, beyond what is on their pages. Names begin with the code. */
class GazetteerRulesTest {
  /** Brest with its town hall, and the farthest point of the municipality 7 km away. */
  private static final Gazetteer LOCATED = new LocatedBrest();

  @Test
  void coordinates_vs_commune_asks_a_gazetteer_that_knows_where_municipalities_are() {
    // 48.48 is 10 km north of 48.39, 48.51 is 13 km: the limit is 7 km times 1.5.
    assertThat(of("coordinates-vs-commune", LOCATED, at("29019", 48.48, -4.49))).isEmpty();

    Finding finding = of("coordinates-vs-commune", LOCATED, at("29019", 48.51, -4.49)).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.value()).isEqualTo("48.51, -4.49");
    assertThat(finding.expected()).isEqualTo("Brest (29019)");
  }

  @ParameterizedTest
  @CsvSource({
    // A degree of longitude is 73.8 km here: 10.0 km, 11.1 km.
    "48.39, -4.3545, false",
    "48.39, -4.34, true",
    "48.39, -4.6255, false",
    "48.39, -4.64, true",
    // 7.8 km north and 7.4 km east are 10.7 km, 7.8 and 6.6 km 10.2 km.
    "48.46, -4.39, true",
    "48.46, -4.40, false"
  })
  void coordinates_vs_commune_measures_in_both_directions(
      double latitude, double longitude, boolean far) {
    assertThat(of("coordinates-vs-commune", LOCATED, at("29019", latitude, longitude)))
        .hasSize(far ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "insee-unknown, 29999, Brest, 29200, , 29999 → 29019 {code_insee=29019}",
    "insee-unknown, 29999, Brest, , , 29999 → null null",
    "insee-unknown, 29999, , 29200, , 29999 → null null",
    "insee-unknown, 29019, Brest, , , ",
    "insee-unknown, 2999, Brest, , , ",
    "insee-unknown, , Brest, 29200, , ",
    "insee-old, 01144, , , , 01144 → 01025 {code_insee=01025}",
    "insee-old, 29019, , , , ",
    "insee-old, 29999, , , , ",
    "insee-missing, , Brest, 29200, , null → 29019 {code_insee=29019}",
    "insee-missing, , Brest, 29200, FR, null → 29019 {code_insee=29019}",
    "insee-missing, , Brest, 29200, BY, ",
    "insee-missing, , Brest, , , ",
    "insee-missing, , , 29200, , ",
    "insee-missing, 29999, Brest, 29200, , ",
    "insee-vs-name, 29232, Brest, 29200, , Brest → Quimper (29232) {code_insee=29019}",
    "insee-vs-name, 29232, Brest, , , Brest → Quimper (29232) {code_insee=29019}",
    "insee-vs-name, 29232, Atlantide, , , Atlantide → Quimper (29232) null",
    "insee-vs-name, 29232, -, , , ",
    "insee-vs-name, 29999, Brest, , , ",
    "insee-vs-name, , Brest, , , ",
    "postcode-unknown, , Brest, 29299, , 29299 → null null",
    "postcode-unknown, , , 29299, FR, 29299 → null null",
    "postcode-unknown, , BREST Cedex, 29299, , ",
    "postcode-unknown, , Brest, 29200, , ",
    "postcode-unknown, , Brest, 29299, BY, ",
    "postcode-unknown, , Brest, 2929, , ",
    "postcode-unknown, , Brest, , , ",
    "postcode-vs-insee, 29019, , 29000, , 29000 → 29200 null",
    "postcode-vs-insee, 29019, , 29200, , ",
    "postcode-vs-insee, 29019, , 29299, , ",
    "postcode-vs-insee, 29999, , 29000, , ",
    "postcode-vs-insee, 29019, , , , ",
    "postcode-vs-insee, , , 29000, , "
  })
  void codes_and_names_of_a_place_agree(
      String code,
      @Nullable String insee,
      @Nullable String locality,
      @Nullable String postcode,
      @Nullable String country,
      @Nullable String found) {
    Place place =
        PlaceBuilder.builder()
            .insee(insee)
            .locality(locality)
            .postcode(postcode)
            .country(country)
            .build();

    assertThat(of(code, place).stream().map(GazetteerRulesTest::line).toList())
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @CsvSource({
    "coordinates-outside-department, 51454, , 43.52, 5.44, '43.52, 5.44 → Marne (51) null'",
    "coordinates-outside-department, 51454, , 49.25, 4.03, ",
    "coordinates-outside-department, 51454, , 10, 20, ",
    "coordinates-outside-department, , , 43.52, 5.44, ",
    "coordinates-outside-department, 51454, , 0, 0, ",
    "coordinates-outside-country, , DE, 10.11, 52.33, '10.11, 52.33 → DE null'",
    "coordinates-outside-country, , DE, 52.33, 10.11, ",
    "coordinates-outside-country, , , 10.11, 52.33, '10.11, 52.33 → FR null'",
    "coordinates-outside-country, , FR, 48.39, -4.48, ",
    "coordinates-outside-country, , ZZ, 10.11, 52.33, ",
    "coordinates-outside-country, , , 0, 0, "
  })
  void positions_are_where_the_place_is(
      String code,
      @Nullable String insee,
      @Nullable String country,
      double latitude,
      double longitude,
      @Nullable String found) {
    Place place =
        PlaceBuilder.builder(Place.at(latitude, longitude)).insee(insee).country(country).build();

    assertThat(of(code, place).stream().map(GazetteerRulesTest::line).toList())
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @CsvSource({
    "territory-unknown, reg:42, reg:42 → null null",
    "territory-unknown, com:29999, com:29999 → null null",
    "territory-unknown, reg:53, ",
    "territory-unknown, dep:29, ",
    "territory-unknown, epci:242900314, ",
    "territory-unknown, monde, ",
    "territory-unknown, libre:Bretagne, ",
    "territory-free-text, libre:Bretagne, libre:Bretagne → reg:53 {territoires=reg:53}",
    "territory-free-text, libre:Bretagne|dep:56, libre:Bretagne → reg:53 null",
    "territory-free-text, libre:Rade de Brest, ",
    "territory-free-text, reg:53, "
  })
  void territories_are_known_of_initiatives_and_portraits(
      String code, String territories, @Nullable String found) {
    List<Territory> all =
        Stream.of(territories.split("\\|", -1)).map(GazetteerRulesTest::territory).toList();
    for (Entry entry :
        List.of(
            Initiative.named("a", "Titre").territories(all).build(),
            Portrait.named("p", "Titre", SubjectKind.PERSON, "Anne").territories(all).build())) {
      assertThat(
              findings(code, FrenchGazetteer.load(), entry).stream()
                  .map(GazetteerRulesTest::line)
                  .toList())
          .isEqualTo(found == null ? List.of() : List.of(found));
    }
  }

  private static String line(Finding finding) {
    Fix fix = finding.fix();
    return finding.value() + " → " + finding.expected() + " " + (fix == null ? null : fix.cells());
  }

  @Test
  void coordinates_vs_commune_is_silent_where_the_position_stands_for_a_territory() {
    Place place =
        PlaceBuilder.builder(at("29019", 48.9, -4.49))
            .precision(PositionPrecision.TERRITORY)
            .build();

    assertThat(of("coordinates-vs-commune", LOCATED, place)).isEmpty();
  }

  @Test
  void portrait_too_precise_knows_a_postal_code_with_its_municipality() {
    Checker checker = Checker.standard().with(FrenchGazetteer.load());
    Map<String, List<String>> found = new TreeMap<>();
    for (String text :
        List.of(
            "Elle vit à 29200 Brest.",
            "À Saint-Denis (97400 Saint Denis)",
            "01190 Pont-de-Vaux",
            "À 51290 Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
            "Né à 29200 Brest depuis longtemps",
            "Ils sont 10000 Bretons, 29200 Rennais",
            "Écrire au 44000 Nantes Cedex")) {
      Report report = Report.create();
      checker.check(
          List.of(Portrait.named("p", "Titre", SubjectKind.PERSON, "Anne").body(text).build()),
          report);
      report.findings().stream()
          .filter(finding -> finding.code().equals("portrait-too-precise"))
          .forEach(f -> found.put(text.substring(0, 4), List.of(String.valueOf(f.value()))));
    }

    assertThat(found)
        .containsOnly(
            Map.entry("Elle", List.of("29200 …")),
            Map.entry("À Sa", List.of("97400 …")),
            Map.entry("0119", List.of("01190 …")),
            Map.entry("À 51", List.of("51290 …")),
            Map.entry("Né à", List.of("29200 …")),
            Map.entry("Écri", List.of("44000 …")));
  }

  @Test
  void without_a_gazetteer_nothing_is_said_of_places() {
    Place place =
        PlaceBuilder.builder(at("51999", 10, 20)).locality("Brest").postcode("29999").build();
    Report report = Report.create();

    Checker.standard().check(List.of(initiative(place)), report);

    assertThat(report.findings())
        .extracting(Finding::code)
        .noneMatch(code -> code.matches("(insee|territory|coordinates)-.*|postcode-unknown"));
  }

  @Test
  void every_french_territory_is_in_France() {
    // Cayenne, Saint-Denis de la Réunion, Mamoudzou, Papeete, Nouméa, Saint-Pierre.
    for (Place place :
        List.of(
            Place.at(4.937, -52.326),
            Place.at(-20.882, 55.45),
            Place.at(-12.78, 45.23),
            Place.at(-17.54, -149.57),
            Place.at(-22.27, 166.44),
            Place.at(46.78, -56.17))) {
      assertThat(of("coordinates-outside-country", place)).as(place.toString()).isEmpty();
    }
  }

  @Test
  void coordinates_outside_country_leaves_swapped_coordinates_to_their_rule() {
    assertThat(of("coordinates-outside-country", Place.at(-4.49, 48.39))).isEmpty();
    assertThat(of("coordinates-swapped", Place.at(-4.49, 48.39))).hasSize(1);
  }

  @Test
  void insee_vs_name_accepts_other_spellings_parts_and_districts() {
    for (String[] pair :
        new String[][] {
          {"94038", "L'HAY LES ROSES"},
          {"94038", "Haÿ-les-Roses (L’)"},
          {"35288", "ST MALO CEDEX"},
          {"75056", "Paris 11e"},
          {"75111", "Paris"},
          {"69123", "Lyon 3e Arrondissement"},
          {"69383", "LYON CEDEX 03"},
          {"01025", "Dommartin"}
        }) {
      Place place = PlaceBuilder.builder().insee(pair[0]).locality(pair[1]).build();
      assertThat(of("insee-vs-name", place)).as(pair[1]).isEmpty();
    }
  }

  @Test
  void insee_vs_name_accepts_a_shortened_name_unless_another_municipality_has_it() {
    Place evry = PlaceBuilder.builder().insee("91228").locality("Evry").build();
    // Grigny-sur-Rhône is in the Rhône; there is another Grigny in the Essonne.
    Place grigny = PlaceBuilder.builder().insee("69096").locality("Grigny").build();
    Place other = PlaceBuilder.builder(grigny).postcode("91350").build();

    assertThat(of("insee-vs-name", evry)).isEmpty();
    assertThat(of("insee-vs-name", grigny)).isEmpty();
    assertThat(of("insee-vs-name", other).get(0).fix())
        .isEqualTo(Fix.unsafe("code_insee", "91286"));
  }

  @Test
  void insee_vs_name_tells_Saint_from_Sainte() {
    // Saint-Colombe is not Sainte-Colombe.
    Place place = PlaceBuilder.builder().insee("25515").locality("Saint-Colombe").build();

    assertThat(of("insee-vs-name", place)).hasSize(1);
  }

  @Test
  void insee_missing_can_be_filled_in_without_asking() {
    Place place = PlaceBuilder.builder().locality("BREST").postcode("29200").build();

    assertThat(of("insee-missing", place).get(0).fix()).isEqualTo(Fix.safe("code_insee", "29019"));
  }

  @Test
  void insee_missing_of_a_former_municipality_wants_a_person_to_look() {
    Place place = PlaceBuilder.builder().locality("Dommartin").postcode("01380").build();

    assertThat(of("insee-missing", place).get(0).fix())
        .isEqualTo(Fix.unsafe("code_insee", "01025"));
  }

  @Test
  void territory_vs_location_is_silent_where_a_territory_cannot_be_decided() {
    Place brest = PlaceBuilder.builder().insee("29019").build();

    Place named = PlaceBuilder.builder().locality("Brest").postcode("29200").build();

    assertThat(territories(brest, "dep:56"))
        .extracting(GazetteerRulesTest::line)
        .containsExactly("29019 → dep:56 null");
    assertThat(territories(named, "dep:56", "reg:28"))
        .extracting(finding -> finding.field() + " " + line(finding))
        .containsExactly("commune Brest → dep:56|reg:28 null");
    assertThat(territories(brest, "dep:56", "reg:53")).isEmpty();
    assertThat(territories(brest, "dep:56", "epci:242900314")).isEmpty();
    assertThat(territories(brest, "dep:56", "libre:Rade de Brest")).isEmpty();
    assertThat(territories(brest, "monde")).isEmpty();
    assertThat(territories(brest, "iso:FR")).isEmpty();
    assertThat(territories(brest, "iso:DE")).hasSize(1);
    assertThat(territories(brest, "com:29232")).hasSize(1);
  }

  private static List<Finding> territories(Place place, String... territories) {
    Initiative initiative =
        Initiative.named("jardin", "Jardin")
            .locations(List.of(place))
            .territories(Stream.of(territories).map(GazetteerRulesTest::territory).toList())
            .build();
    return findings("territory-vs-location", FrenchGazetteer.load(), initiative);
  }

  private static Territory territory(String text) {
    return requireNonNull(Territory.parse(text), text);
  }

  private static List<Finding> of(String code, Place place) {
    return of(code, FrenchGazetteer.load(), place);
  }

  private static List<Finding> of(String code, Gazetteer gazetteer, Place place) {
    return findings(code, gazetteer, initiative(place));
  }

  private static List<Finding> findings(String code, Gazetteer gazetteer, Entry entry) {
    Report report = Report.create();
    Checker.standard().with(gazetteer).check(List.of(entry), report);
    return report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
  }

  private static Initiative initiative(Place place) {
    return Initiative.named("jardin", "Jardin").locations(List.of(place)).build();
  }

  private static Place at(String insee, double latitude, double longitude) {
    return PlaceBuilder.builder(Place.at(latitude, longitude)).insee(insee).build();
  }

  private static final class LocatedBrest implements Gazetteer {
    private static final Commune BREST =
        new Commune(
            "29019",
            "Brest",
            Commune.Kind.CURRENT,
            null,
            List.of("29200"),
            "29",
            "53",
            "242900314",
            new Commune.Centre(48.39, -4.49, 7));

    @Override
    public String attribution() {
      return "";
    }

    @Override
    public int vintage() {
      return 2026;
    }

    @Override
    public @Nullable Commune commune(String code) {
      return code.equals("29019") ? BREST : null;
    }

    @Override
    public List<Commune> named(String name) {
      return name.equals("Brest") ? List.of(BREST) : List.of();
    }

    @Override
    public List<Commune> withPostcode(String postcode) {
      return postcode.equals("29200") ? List.of(BREST) : List.of();
    }

    @Override
    public @Nullable String name(Territory territory) {
      return null;
    }

    @Override
    public List<Territory> territories(String name) {
      return List.of();
    }
  }
}
