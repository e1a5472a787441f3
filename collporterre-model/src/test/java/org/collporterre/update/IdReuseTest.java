package org.collporterre.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Header;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.SheetBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two records of one identifier can have in common. */
class IdReuseTest {
  private static boolean isReused(Entry one, Entry other) {
    boolean reused = IdReuse.haveNothingInCommon(one, other);
    assertThat(IdReuse.haveNothingInCommon(other, one)).isEqualTo(reused);
    return reused;
  }

  /** Two initiatives of different titles and web addresses. */
  private static InitiativeBuilder garden() {
    return Initiative.named("1", "Jardin partagé").website("https://jardin.example");
  }

  private static InitiativeBuilder oven() {
    return Initiative.named("1", "Four communal").website("https://four.example");
  }

  private static Header header(String title, List<String> keywords, List<Media> images) {
    return HeaderBuilder.builder()
        .id("1")
        .title(LocalizedText.of(title))
        .keywords(keywords)
        .images(images)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "Jardin partagé, Four communal, true",
    "Jardin partagé, Le JARDIN d’hiver, false",
    // Words of two letters are in every title; one of three letters says something.
    "La serre, La forge, true",
    "Le blé dur, Du blé noir, false"
  })
  void a_word_of_the_title_is_something_in_common(String title, String other, boolean reused) {
    assertThat(
            isReused(
                Initiative.named("1", title).website("https://a.example").build(),
                Initiative.named("1", other).website("https://b.example").build()))
        .isEqualTo(reused);
  }

  @Test
  void where_titles_are_all_there_is_they_may_have_been_changed() {
    assertThat(
            isReused(
                Initiative.named("1", "Jardin").build(), Initiative.named("1", "Four").build()))
        .isFalse();
    assertThat(isReused(garden().build(), Initiative.named("1", "Four").build())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Brest, BREST, false", "Brest, Rennes, true", "Saint-Brieuc, St Brieuc, true"})
  void a_municipality_is_something_in_common(String one, String other, boolean reused) {
    Place first = PlaceBuilder.builder().locality(one).build();
    Place second = PlaceBuilder.builder().locality(other).build();

    assertThat(
            isReused(
                garden().locations(List.of(first)).build(),
                oven().locations(List.of(second)).build()))
        .isEqualTo(reused);
  }

  @Test
  void a_code_of_a_municipality_is_something_in_common() {
    Place named = PlaceBuilder.builder().locality("Brest").insee("29019").build();
    Place coded = PlaceBuilder.builder().insee("29019").build();

    assertThat(
            isReused(
                garden().locations(List.of(named)).build(),
                oven().locations(List.of(coded)).build()))
        .isFalse();
  }

  @Test
  void one_keyword_picture_or_identifier_of_many_is_enough() {
    Media front = Media.at("https://exemple.org/1.jpg");
    Media back = Media.at("https://exemple.org/2.jpg");
    Header garden = header("Jardin", List.of("pain", "terre"), List.of(front));

    for (Header oven :
        List.of(
            header("Four", List.of("four", "terre"), List.of(back)),
            header("Four", List.of("four"), List.of(back, front)))) {
      assertThat(isReused(garden().header(garden).build(), oven().header(oven).build())).isFalse();
    }
    Header apart = header("Four", List.of("four"), List.of(back));
    assertThat(isReused(garden().header(garden).build(), oven().header(apart).build())).isTrue();
  }

  @Test
  void an_external_identifier_is_something_in_common_and_enough_to_tell_apart() {
    Initiative one = external("Jardin", "wikidata:Q1", "osm:n1");

    assertThat(isReused(one, external("Four", "osm:n1", "osm:n2"))).isFalse();
    assertThat(isReused(one, external("Four", "wikidata:Q2"))).isTrue();
  }

  private static Initiative external(String title, String... ids) {
    List<ExternalId> all =
        Stream.of(ids).map(id -> Objects.requireNonNull(ExternalId.parse(id))).toList();
    Header header =
        HeaderBuilder.builder().id("1").title(LocalizedText.of(title)).externalIds(all).build();
    return Initiative.named("1", title).header(header).build();
  }

  @Test
  void codes_translations_and_unknown_columns_say_nothing() {
    Header english =
        HeaderBuilder.builder()
            .id("1")
            .title(LocalizedText.of("Jardin").with("en", "Place"))
            .build();
    Header other =
        HeaderBuilder.builder().id("1").title(LocalizedText.of("Four").with("en", "Place")).build();
    InitiativeBuilder one =
        garden()
            .header(english)
            .kind("lieu")
            .sheet(SheetBuilder.builder().license("CC0-1.0").extensions(Map.of("x", "1")).build());
    InitiativeBuilder two =
        oven()
            .header(other)
            .kind("lieu")
            .sheet(SheetBuilder.builder().license("CC0-1.0").extensions(Map.of("x", "1")).build());

    assertThat(isReused(one.build(), two.build())).isTrue();
    assertThat(isReused(one.website(null).build(), two.website(null).build())).isFalse();
  }

  @Test
  void methodologies_have_no_place() {
    assertThat(
            isReused(
                Methodology.named("1", "Jardin").effort("léger").build(),
                Methodology.named("1", "Four").effort("rude").build()))
        .isTrue();
  }
}
