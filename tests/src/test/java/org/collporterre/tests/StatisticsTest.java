package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.StepBuilder;
import org.collporterre.model.Territory;
import org.collporterre.statistics.FieldCoverage;
import org.collporterre.statistics.Share;
import org.collporterre.statistics.Statistics;
import org.collporterre.statistics.Survey;
import org.collporterre.statistics.Tally;
import org.collporterre.statistics.TerritoryCount;
import org.collporterre.vocabulary.Sdg;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted of a dataset, computed by hand. */
class StatisticsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static InitiativeBuilder initiative(String id) {
    return Initiative.named(id, "Titre");
  }

  private static Sheet sheet(String modified, String verified) {
    return SheetBuilder.builder()
        .modifiedOn(modified.isEmpty() ? null : LocalDate.parse(modified))
        .verifiedOn(verified.isEmpty() ? null : LocalDate.parse(verified))
        .build();
  }

  private static List<Territory> territories(String... texts) {
    return Stream.of(texts).map(text -> Objects.requireNonNull(Territory.parse(text))).toList();
  }

  private static Statistics sample() {
    Survey survey = Survey.start(TODAY, FrenchGazetteer.load());
    // Brest (29019) and the Finistère are one department; fresh to the day.
    survey.add(
        initiative("a")
            .territories(territories("com:29019", "dep:29"))
            .sdgs(List.of(Sdg.SUSTAINABLE_CITIES, Sdg.RESPONSIBLE_CONSUMPTION))
            .locations(List.of(PlaceBuilder.builder().latitude(48.39).longitude(-4.48).build()))
            .sheet(sheet("2020-01-01", "2024-11-22"))
            .build());
    // Rennes by name and postcode, and the Vorarlberg; a day too old.
    survey.add(
        initiative("b")
            .territories(territories("iso:AT-8"))
            .sdgs(List.of(Sdg.SUSTAINABLE_CITIES))
            .locations(List.of(PlaceBuilder.builder().locality("Rennes").postcode("35000").build()))
            .sheet(sheet("2024-11-21", ""))
            .build());
    // Nowhere; no date; a country that is none.
    survey.add(
        initiative("c")
            .territories(territories("monde", "libre:Bretagne historique"))
            .locations(List.of(PlaceBuilder.builder().country("<b>").build()))
            .sheet(Sheet.EMPTY)
            .build());
    survey.add(
        Methodology.named("m", "Méthode")
            .steps(List.of(StepBuilder.builder().position(1).title("Un").build()))
            .build());
    survey.add(Methodology.named("n", "Méthode").build());
    return survey.statistics();
  }

  @Test
  void records_located_fresh_and_documented_are_counted() {
    Statistics statistics = sample();

    assertThat(statistics.records())
        .containsExactly(
            org.assertj.core.api.Assertions.entry("initiative", 3),
            org.assertj.core.api.Assertions.entry("methodologie", 2));
    assertThat(statistics.located()).isEqualTo(new Share(1, 3));
    assertThat(statistics.fresh()).isEqualTo(new Share(1, 5));
    assertThat(statistics.undated()).isEqualTo(3);
    assertThat(statistics.documented()).isEqualTo(new Share(1, 2));
  }

  @Test
  void an_initiative_counts_once_in_each_department_region_and_country() {
    Statistics statistics = sample();

    assertThat(statistics.departments())
        .containsExactly(
            new TerritoryCount("dep:29", "Finistère", 1),
            new TerritoryCount("dep:35", "Ille-et-Vilaine", 1));
    assertThat(statistics.regions()).containsExactly(new TerritoryCount("reg:53", "Bretagne", 2));
    assertThat(statistics.countries()).containsExactly(new TerritoryCount("iso:AT", null, 1));
    assertThat(statistics.placeless()).isEqualTo(1);
  }

  @Test
  void all_goals_are_listed_and_records_without_any_are_counted() {
    Tally goals =
        sample().tallies().stream()
            .filter(tally -> tally.field().equals("odd"))
            .findFirst()
            .orElseThrow();

    assertThat(goals.counts()).hasSize(17);
    assertThat(goals.counts())
        .filteredOn(count -> count.records() > 0)
        .extracting(Tally.Count::code, Tally.Count::records)
        .containsExactly(tuple("11", 2), tuple("12", 1));
    assertThat(goals.without()).isEqualTo(1);
  }

  @Test
  void fields_are_covered_by_type() {
    assertThat(sample().fields())
        .filteredOn(field -> field.type().equals("initiative"))
        .filteredOn(field -> field.filled().count() > 0)
        .extracting(FieldCoverage::field)
        .containsExactly(
            "id",
            "titre",
            "odd",
            "territoires",
            "code_postal",
            "commune",
            "code_pays",
            "latitude",
            "longitude",
            "date_maj",
            "verifie_le");
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "1,3,33", "2,3,67", "1,2,50", "1,200,1", "0,5,0", "5,5,100"})
  void shares_are_rounded_to_whole_per_cent(int count, int total, int percent) {
    assertThat(new Share(count, total).percent()).isEqualTo(percent);
  }

  /** A hostile file must not make counting grow without end. */
  @Test
  void different_codes_of_an_open_vocabulary_are_counted_up_to_a_bound() {
    Survey survey = Survey.start(TODAY, FrenchGazetteer.load());
    for (int i = 0; i < Tally.MOST + 7; i++) {
      survey.add(initiative("a" + i).kind("nature-" + i).build());
    }

    Tally kinds =
        survey.statistics().tallies().stream()
            .filter(tally -> tally.field().equals("nature"))
            .findFirst()
            .orElseThrow();

    assertThat(kinds.counts()).hasSize(Tally.MOST);
    assertThat(kinds.others()).isEqualTo(7);
  }

  private static Statistics of(Entry... entries) {
    Survey survey = Survey.start(TODAY, FrenchGazetteer.load());
    for (Entry entry : entries) {
      survey.add(entry);
    }
    return survey.statistics();
  }

  /** The official geographic code: Corse-du-Sud is in the region 94, Guadeloupe in 01. */
  @ParameterizedTest
  @CsvSource({"dep:29, reg:53", "dep:2A, reg:94", "dep:971, reg:01", "dep:01, reg:84"})
  void a_department_alone_counts_in_its_region(String department, String region) {
    Statistics statistics = of(initiative("a").territories(territories(department)).build());

    assertThat(statistics.departments())
        .extracting(TerritoryCount::territory)
        .containsExactly(department);
    assertThat(statistics.regions()).extracting(TerritoryCount::territory).containsExactly(region);
    assertThat(statistics.placeless()).isZero();
  }

  @Test
  void a_region_alone_counts_in_no_department() {
    Statistics statistics = of(initiative("a").territories(territories("reg:53")).build());

    assertThat(statistics.departments()).isEmpty();
    assertThat(statistics.regions()).containsExactly(new TerritoryCount("reg:53", "Bretagne", 1));
    assertThat(statistics.placeless()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dep:99", "reg:99", "com:29999", "iso:FR"})
  void a_territory_that_says_nothing_counts_nowhere(String territory) {
    Statistics statistics = of(initiative("a").territories(territories(territory)).build());

    assertThat(statistics.departments()).isEmpty();
    assertThat(statistics.regions()).isEmpty();
    assertThat(statistics.countries()).isEmpty();
    assertThat(statistics.placeless()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        // The code of the municipality counts before all other things said of the place.
        "29019, null, null, BE, dep:29",
        "null, Brest, 29200, null, dep:29",
        "null, Brest, 29200, FR, dep:29",
        "null, Namur, 5000, BE, iso:BE",
        "null, Brest, null, null, ''",
        "null, null, 29200, null, ''",
        "null, null, null, BEL, ''"
      })
  void a_place_counts_by_its_municipality_or_its_country(
      @Nullable String insee,
      @Nullable String locality,
      @Nullable String postcode,
      @Nullable String country,
      String counted) {
    Place place =
        PlaceBuilder.builder()
            .insee(insee)
            .locality(locality)
            .postcode(postcode)
            .country(country)
            .build();

    Statistics statistics = of(initiative("a").locations(List.of(place)).build());

    assertThat(
            Stream.concat(statistics.departments().stream(), statistics.countries().stream())
                .map(TerritoryCount::territory))
        .isEqualTo(counted.isEmpty() ? List.of() : List.of(counted));
  }

  @Test
  void territories_and_codes_of_an_open_vocabulary_come_by_number_then_by_code() {
    Statistics statistics =
        of(
            initiative("a").kind("b").territories(territories("dep:22", "iso:BE")).build(),
            initiative("b").kind("c").territories(territories("dep:35", "dep:29")).build(),
            initiative("c").kind("c").territories(territories("dep:29")).build(),
            initiative("d").kind("a").build());

    assertThat(statistics.departments())
        .extracting(TerritoryCount::territory, TerritoryCount::initiatives)
        .containsExactly(tuple("dep:29", 2), tuple("dep:22", 1), tuple("dep:35", 1));
    assertThat(statistics.tallies())
        .filteredOn(tally -> tally.field().equals("nature"))
        .flatExtracting(Tally::counts)
        .extracting(Tally.Count::code, Tally.Count::records)
        .containsExactly(tuple("c", 2), tuple("a", 1), tuple("b", 1));
  }

  /** Two years before the 22nd of November 2026, the day included. */
  @Test
  void a_record_is_fresh_for_two_years_from_when_it_was_verified_else_changed() {
    Statistics statistics =
        of(
            initiative("a").sheet(sheet("", "2024-11-22")).build(),
            initiative("b").sheet(sheet("2026-01-01", "")).build(),
            initiative("c").sheet(sheet("2026-01-01", "2024-11-21")).build());

    assertThat(statistics.fresh()).isEqualTo(new Share(2, 3));
    assertThat(statistics.undated()).isZero();
  }

  @Test
  void methodologies_with_steps_are_documented() {
    Methodology documented =
        Methodology.named("m", "Méthode")
            .steps(List.of(StepBuilder.builder().position(1).title("Un").build()))
            .build();

    Statistics statistics =
        of(
            documented,
            documented,
            Methodology.named("n", "Méthode").build(),
            initiative("a").build());

    assertThat(statistics.documented()).isEqualTo(new Share(2, 3));
  }
}
