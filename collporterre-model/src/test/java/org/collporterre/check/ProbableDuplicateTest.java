package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.PositionPrecision;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbableDuplicateTest {
  /** A degree of latitude is 111.2 km. */
  private static final double METRE = 1 / 111_195.0;

  private static final Place HERE = Place.at(48.39, -4.48);

  private static List<Finding> findings(List<? extends Entry> entries) {
    Report report = Report.keeping(1_000_000);
    Checker.standard().check(entries, report);
    return report.findings().stream().filter(f -> f.code().equals("probable-duplicate")).toList();
  }

  /** Who resembles whom, and why. */
  private static List<String> found(Entry... entries) {
    return findings(List.of(entries)).stream()
        .map(f -> f.id() + " " + f.value() + ": " + f.expected())
        .toList();
  }

  private static Initiative at(String id, String title, Place... places) {
    return with(id, title, a -> a.locations(List.of(places)));
  }

  private static Initiative with(String id, String title, UnaryOperator<InitiativeBuilder> more) {
    return more.apply(Initiative.named(id, title)).build();
  }

  private static Place north(double metres) {
    return Place.at(48.39 + metres * METRE, -4.48);
  }

  private static Place in(String insee) {
    return PlaceBuilder.builder().insee(insee).build();
  }

  @Test
  void like_titles_count_up_to_250_metres() {
    assertThat(found(at("a", "Jardin", HERE), at("b", "Le jardin", north(240))))
        .containsExactly("b a (Jardin): similar-titles 100 %; distance 240 m");
    assertThat(found(at("a", "Jardin", HERE), at("b", "Le jardin", north(270)))).isEmpty();
    assertThat(found(at("a", "Jardin", HERE), at("b", "Atelier", HERE))).isEmpty();
  }

  @Test
  void titles_may_differ_more_up_to_50_metres() {
    Initiative named = at("a", "Médiathèque municipale George Sand", HERE);

    assertThat(found(named, at("b", "Médiathèque George Sand", north(40)))).hasSize(1);
    assertThat(found(named, at("b", "Médiathèque George Sand", north(70)))).isEmpty();
  }

  @Test
  void like_titles_count_in_one_municipality_by_code_or_by_name_and_postcode() {
    Place named =
        PlaceBuilder.builder().postcode("29200").locality("Saint-Renan").insee("29260").build();
    Place other = PlaceBuilder.builder().postcode("29200").locality("SAINT RENAN").build();

    assertThat(found(at("a", "Jardin", in("29019")), at("b", "Jardin", in("29019"))))
        .containsExactly("b a (Jardin): similar-titles 100 %; same-municipality");
    assertThat(found(at("a", "Jardin", named), at("b", "Jardin", other))).hasSize(1);
    assertThat(found(at("a", "Jardin", in("29019")), at("b", "Jardin", in("29020")))).isEmpty();
  }

  @Test
  void positions_far_apart_in_one_municipality_are_two_things() {
    Place far = PlaceBuilder.builder().insee("29019").latitude(48.42).longitude(-4.48).build();
    Place near = PlaceBuilder.builder().insee("29019").latitude(48.39).longitude(-4.48).build();

    assertThat(found(at("a", "Médiathèque", near), at("b", "Médiathèque", far))).isEmpty();
  }

  @Test
  void positions_less_precise_than_an_address_are_no_evidence() {
    Place town =
        PlaceBuilder.builder()
            .latitude(48.39)
            .longitude(-4.48)
            .precision(PositionPrecision.MUNICIPALITY)
            .build();

    assertThat(found(at("a", "Jardin", HERE), at("b", "Jardin", town))).isEmpty();
  }

  @Test
  void positions_that_many_records_share_are_no_evidence() {
    List<Initiative> all = new ArrayList<>();
    for (String letter : List.of("a", "b", "c", "d", "e")) {
      all.add(at(letter, "Jardin " + letter.repeat(9), HERE));
    }
    assertThat(findings(added(all, at("z", "Jardin aaaaaaaaa", north(10))))).hasSize(1);
    all.add(at("f", "Jardin ffffffffff", HERE));
    assertThat(findings(added(all, at("z", "Jardin aaaaaaaaa", north(10))))).isEmpty();
  }

  private static List<Initiative> added(List<Initiative> all, Initiative more) {
    List<Initiative> added = new ArrayList<>(all);
    added.add(more);
    return added;
  }

  @Test
  void one_page_is_evidence_for_titles_that_are_somewhat_alike() {
    Initiative a = with("a", "Épicerie Ti Coop", x -> x.website("https://www.ticoop.org/"));
    Initiative b = with("b", "Ti Coop, épicerie à Brest", x -> x.website("http://ticoop.org"));
    Initiative c = with("c", "Fédération", x -> x.website("http://ticoop.org"));

    assertThat(found(a, b, c)).hasSize(1).first().asString().startsWith("b a (").contains("site");
  }

  @Test
  void a_page_that_more_than_three_records_name_is_a_portal() {
    List<Initiative> all = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      all.add(with(id, "Jardin", x -> x.website("https://portail.org")));
    }
    assertThat(findings(all)).hasSize(3);
    assertThat(findings(added(all, with("d", "Four", x -> x.website("https://portail.org")))))
        .isEmpty();
  }

  @Test
  void records_linked_to_each_other_are_not_reported_and_siblings_not_for_their_page() {
    Initiative network = with("reseau", "Jardin", x -> x.website("https://r.org"));
    Initiative one = with("a", "Jardin", x -> x.website("https://r.org").partOf(refs("reseau")));
    Initiative two =
        with("b", "Jardin", x -> x.website("https://r.org").replicates(refs("reseau")));

    assertThat(found(network, one, two)).isEmpty();
  }

  private static List<RecordRef> refs(String id) {
    return List.of(RecordRef.to(id));
  }

  @Test
  void records_to_which_one_register_gives_different_identifiers_are_two_things() {
    assertThat(found(registered("a", "wikidata:Q1"), registered("b", "wikidata:Q2"))).isEmpty();
    assertThat(found(registered("a", "wikidata:Q1"), registered("b", "osm:node/2"))).hasSize(1);
    assertThat(found(registered("a", "gogocarto:1"), registered("b", "gogocarto:2"))).hasSize(1);
  }

  private static Initiative registered(String id, String... external) {
    return with(
        id,
        "Jardin",
        x ->
            x.locations(List.of(HERE))
                .header(
                    HeaderBuilder.builder(x.header())
                        .externalIds(
                            Stream.of(external)
                                .map(one -> Objects.requireNonNull(ExternalId.parse(one)))
                                .toList())
                        .build()));
  }

  @Test
  void saint_and_sainte_are_named() {
    assertThat(found(at("a", "Sainte-Camille", HERE), at("b", "St Camille", HERE)))
        .containsExactly(
            "b a (Sainte-Camille): similar-titles 90 %; distance 0 m; saint-is-not-sainte");
  }

  @Test
  void portraits_are_compared_by_subject_and_methodologies_by_author() {
    Portrait portrait = Portrait.named("p", "Anne sème", SubjectKind.PERSON, "Anne").build();
    Portrait again = Portrait.named("q", "Anne sème", SubjectKind.PERSON, "ANNE").build();
    Portrait other = Portrait.named("r", "Anne sème", SubjectKind.PERSON, "Jean").build();
    Methodology one = Methodology.named("m", "Semer").authors(List.of("Bruded")).build();
    Methodology two = Methodology.named("n", "Semer").authors(List.of("BRUDED")).build();

    assertThat(found(portrait, again, other, one, two))
        .containsExactly(
            "q p (Anne sème): similar-titles 100 %; same-subject",
            "n m (Semer): similar-titles 100 %; same-author");
  }

  @Test
  void the_order_of_records_changes_nothing_about_the_pairs() {
    List<Initiative> all = varied(new Random(7), 600);
    Set<String> pairs = pairs(all);
    assertThat(pairs).hasSizeGreaterThan(100);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(all, new Random(seed));
      assertThat(pairs(all)).isEqualTo(pairs);
    }
  }

  private static Set<String> pairs(List<Initiative> all) {
    Set<String> pairs = new TreeSet<>();
    for (Finding finding : findings(all)) {
      String other = String.valueOf(finding.value()).split(" ", 2)[0];
      assertThat(pairs.add(new TreeSet<>(Set.of(other, String.valueOf(finding.id()))).toString()))
          .isTrue();
    }
    return pairs;
  }

  /** Most in one large municipality, so that windows are at work, and some of them near. */
  private static List<Initiative> varied(Random random, int count) {
    List<String> words = List.of("jardin", "partagé", "atelier", "vélo", "four", "pain", "moulin");
    List<Initiative> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String title =
          words.get(random.nextInt(7)) + " " + words.get(random.nextInt(7)) + " " + names(random);
      Place place =
          random.nextInt(4) == 0
              ? Place.at(48 + random.nextInt(300) * 10 * METRE, -4)
              : in("2901" + random.nextInt(2));
      all.add(at("i" + i, title, place));
    }
    return all;
  }

  private static String names(Random random) {
    return String.valueOf((char) ('b' + random.nextInt(24))).repeat(3)
        + (char) ('b' + random.nextInt(3));
  }

  @Test
  @Tag("large")
  void ten_thousand_copies_in_one_place_take_seconds() {
    List<Initiative> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(at("i" + i, "Jardin partagé", in("29019")));
    }
    List<Finding> found = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> findings(all));
    assertThat(found).hasSizeBetween(9_999, 50_000);
  }

  @Test
  @Tag("large")
  void ten_thousand_like_titles_at_one_point_of_one_municipality_take_seconds() {
    List<Initiative> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String letters = Integer.toString(i, 26).replaceAll("[0-9]", "z");
      Place here = PlaceBuilder.builder(HERE).insee("29019").build();
      all.add(at("i" + i, "Bibliothèque municipale du quartier " + letters, here));
    }
    List<Finding> found = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> findings(all));
    assertThat(found).hasSizeLessThanOrEqualTo(50_000);
  }

  @Test
  void each_of_many_copies_is_named_whatever_their_order() {
    List<Initiative> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(at("i" + i, "Jardin partagé", in("29019")));
    }
    Set<String> pairs = pairs(all);
    assertThat(pairs).hasSizeBetween(20, 200);
    assertThat(String.join(" ", pairs)).contains("i0", "i17", "i39");
    Collections.reverse(all);
    assertThat(pairs(all)).isEqualTo(pairs);
  }

  @Test
  void another_name_is_compared_with_titles_but_not_with_other_names() {
    Initiative club = named("a", "Club de jardinage", "Les amis du potager");
    Initiative friends = named("b", "Les Amis du Potager");
    Initiative third = named("c", "Atelier vélo", "Les amis du potager");

    assertThat(found(club, friends))
        .containsExactly("b a (Club de jardinage): similar-titles 100 %; distance 0 m");
    assertThat(found(club, third)).isEmpty();
  }

  private static Initiative named(String id, String title, String... others) {
    return with(
        id,
        title,
        x ->
            x.locations(List.of(HERE))
                .header(
                    HeaderBuilder.builder(x.header()).alternateTitles(List.of(others)).build()));
  }

  @Test
  void one_mailbox_supports_what_titles_and_places_say_and_is_not_shown() {
    Initiative one = mail("a", "Épicerie Ti Coop", "bonjour@ticoop.org", HERE);
    Initiative two = mail("b", "Ti Coop, épicerie à Rennes", "Bonjour@ticoop.org", north(200));

    assertThat(found(one, two)).hasSize(1).first().asString().doesNotContain("@");
    assertThat(found(one, mail("b", "Ti Coop, épicerie à Rennes", "autre@ticoop.org", north(200))))
        .isEmpty();
    assertThat(found(one, mail("b", "Épicerie Ti Coop", "bonjour@ticoop.org", north(9_000))))
        .isEmpty();
  }

  private static Initiative mail(String id, String title, String address, Place place) {
    return with(id, title, x -> x.contactEmail(address).locations(List.of(place)));
  }

  /** Distances are rounded to ten metres. */
  @ParameterizedTest
  @CsvSource({
    "Jardin des lilas, 250, true",
    "Jardin des lilas, 260, false",
    "Médiathèque George Sand, 50, true",
    "Médiathèque George Sand, 60, false"
  })
  void a_distance_counts_up_to_its_border(String title, int metres, boolean found) {
    String full = title.replace("que G", "que municipale G");

    assertThat(found(at("a", full, HERE), at("b", title, north(metres)))).hasSize(found ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"2000, true", "2010, false"})
  void in_one_municipality_it_counts_up_to_two_kilometres(int metres, boolean found) {
    Place near = PlaceBuilder.builder(HERE).insee("29019").build();
    Place far = PlaceBuilder.builder(north(metres)).insee("29019").build();

    assertThat(found(at("a", "Médiathèque", near), at("b", "Médiathèque", far)))
        .hasSize(found ? 1 : 0);
  }

  @Test
  void the_nearest_of_up_to_four_places_counts() {
    Place[] places = {Place.at(10, 0), Place.at(20, 0), Place.at(30, 0), north(100), north(10)};
    Initiative there = at("b", "Jardin", Place.at(-10, 0), HERE);

    assertThat(found(at("a", "Jardin", places), there))
        .containsExactly("b a (Jardin): similar-titles 100 %; distance 100 m");
    places[3] = Place.at(40, 0);
    assertThat(found(at("a", "Jardin", places), there)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, true", "4, false"})
  void up_to_three_other_names_count(int number, boolean found) {
    String[] others = {"Fournil", "Atelier", "Moulin", "Verger"};
    others[number - 1] = "Les amis du potager";

    assertThat(found(named("a", "Club", others), named("b", "Les amis du potager")))
        .hasSize(found ? 1 : 0);
  }

  @Test
  void a_town_of_the_same_name_in_another_country_is_another() {
    Place french = PlaceBuilder.builder().postcode("1000").locality("Bourg").country("FR").build();
    Place silent = PlaceBuilder.builder().postcode("1000").locality("Bourg").build();
    Place belgian = PlaceBuilder.builder().postcode("1000").locality("Bourg").country("BE").build();

    assertThat(found(at("a", "Jardin", french), at("b", "Jardin", silent))).hasSize(1);
    assertThat(found(at("a", "Jardin", belgian), at("b", "Jardin", silent))).isEmpty();
  }

  @Test
  void one_identifier_in_common_makes_others_of_no_account() {
    Initiative one = registered("a", "wikidata:Q1", "osm:node/1");

    assertThat(found(one, registered("b", "wikidata:Q1", "osm:node/2"))).hasSize(1);
    assertThat(found(one, registered("b", "wikidata:Q2", "osm:node/2"))).isEmpty();
    assertThat(found(one, registered("b", "siret:1", "rna:W1"))).hasSize(1);
  }

  @Test
  void what_is_derived_from_another_is_not_the_same() {
    Methodology one = Methodology.named("m", "Semer").authors(List.of("Bruded")).build();
    Methodology two =
        Methodology.named("n", "Semer").authors(List.of("Bruded")).derivedFrom(refs("m")).build();
    Methodology three = Methodology.named("o", "Semer").authors(List.of("Bruded")).build();

    assertThat(found(one, two)).isEmpty();
    assertThat(found(two, one)).isEmpty();
    assertThat(found(one, three)).hasSize(1);
  }

  @Test
  void names_of_nobody_are_no_evidence() {
    assertThat(
            found(
                Portrait.named("p", "Anne sème", SubjectKind.PERSON, " ").build(),
                Portrait.named("q", "Anne sème", SubjectKind.PERSON, " ").build()))
        .isEmpty();
    assertThat(
            found(
                mail("a", "Épicerie Ti Coop", " ", HERE),
                mail("b", "Ti Coop, épicerie à Rennes", " ", north(200))))
        .isEmpty();
  }

  /** The e-mail address of an office is that of more than three. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0"})
  void the_mailbox_of_an_office_supports_nothing(int others, int found) {
    List<Initiative> all = new ArrayList<>();
    all.add(mail("a", "Épicerie Ti Coop", "bonjour@ticoop.org", HERE));
    all.add(mail("b", "Ti Coop, épicerie à Rennes", "bonjour@ticoop.org", north(200)));
    for (int i = 0; i < others; i++) {
      all.add(mail("x" + i, "Moulin " + "xyz".charAt(i), "bonjour@ticoop.org", Place.at(i, i)));
    }

    assertThat(findings(all)).hasSize(found);
  }

  @Test
  void very_long_titles_are_compared_by_their_beginning() {
    String begin = "jardin ".repeat(28) + "abcd";

    assertThat(found(at("a", begin + " un", HERE), at("b", begin + " deux", HERE)))
        .singleElement()
        .asString()
        .endsWith(": similar-titles 100 %; distance 0 m");
  }
}
