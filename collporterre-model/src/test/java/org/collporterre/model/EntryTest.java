package org.collporterre.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Point;

class EntryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, ''",
        "PUBLISHED, ''",
        "DRAFT, record-not-published",
        "TO_REVIEW, record-not-published",
        "ARCHIVED, record-not-published"
      })
  void initiatives_and_methodologies_are_shown_unless_their_status_says_no(
      @Nullable RecordStatus status, String reason) {
    Sheet sheet = SheetBuilder.builder().status(status).build();
    assertThat(Initiative.named("a", "Titre").sheet(sheet).build().withheld(TODAY))
        .isEqualTo(reason);
    assertThat(Methodology.named("a", "Titre").sheet(sheet).build().withheld(TODAY))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        // A portrait says nothing of its status: it is a draft.
        "null, PERSON, GRANTED, null, record-not-published",
        "DRAFT, PERSON, GRANTED, null, record-not-published",
        "TO_REVIEW, PERSON, GRANTED, null, record-not-published",
        "ARCHIVED, PERSON, GRANTED, null, record-not-published",
        "PUBLISHED, PERSON, GRANTED, null, ''",
        "PUBLISHED, PERSON, NOT_REQUIRED, null, ''",
        "PUBLISHED, PERSON, PENDING, null, consent-refused",
        "PUBLISHED, PERSON, REFUSED, null, consent-refused",
        "PUBLISHED, PERSON, WITHDRAWN, null, consent-refused",
        "PUBLISHED, PERSON, null, null, consent-missing",
        "PUBLISHED, COLLECTIVE, null, null, consent-missing",
        "PUBLISHED, ORGANIZATION, null, null, ''",
        "PUBLISHED, ORGANIZATION, WITHDRAWN, null, consent-refused",
        "PUBLISHED, PERSON, GRANTED, 2026-02-28, consent-expired",
        "PUBLISHED, PERSON, GRANTED, 2026-03-01, ''",
        "PUBLISHED, PERSON, GRANTED, 2026-03-02, ''",
        "PUBLISHED, ORGANIZATION, null, 2026-02-28, consent-expired"
      })
  void a_portrait_is_shown_with_a_consent_that_holds_only(
      @Nullable RecordStatus status,
      SubjectKind kind,
      @Nullable ConsentStatus consent,
      @Nullable LocalDate expiry,
      String reason) {
    Portrait portrait =
        Portrait.named("a", "Titre", kind, "Nom")
            .sheet(SheetBuilder.builder().status(status).build())
            .consent(ConsentBuilder.builder().status(consent).expiry(expiry).build())
            .build();
    assertThat(portrait.withheld(TODAY)).isEqualTo(reason);
  }

  @Test
  void a_consent_covers_what_its_scope_names_and_never_a_minor() {
    assertThat(withheld(List.of(), null, false)).isEmpty();
    assertThat(withheld(List.of(ConsentScope.NAME, ConsentScope.TEXT), null, false))
        .isEqualTo("consent-scope");
    List<ConsentScope> text = List.of(ConsentScope.NAME, ConsentScope.TEXT, ConsentScope.OPEN_DATA);
    assertThat(withheld(text, null, false)).isEmpty();
    assertThat(withheld(text, null, true)).isEqualTo("consent-scope");
    assertThat(withheld(List.of(), true, false)).isEqualTo("minor");
  }

  private static String withheld(List<ConsentScope> scope, @Nullable Boolean minor, boolean image) {
    HeaderBuilder header = HeaderBuilder.builder().id("a").title(LocalizedText.of("Titre"));
    return Portrait.named("a", "Titre", SubjectKind.PERSON, "Nom")
        .header(
            header
                .images(image ? List.of(Media.at("https://exemple.org/a.jpg")) : List.of())
                .build())
        .sheet(SheetBuilder.builder().status(RecordStatus.PUBLISHED).build())
        .consent(
            ConsentBuilder.builder()
                .status(ConsentStatus.GRANTED)
                .scope(scope)
                .minor(minor)
                .build())
        .build()
        .withheld(TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "48.39, -4.49, true",
        "90, 180, true",
        "-90, -180, true",
        "0, 12, true",
        "0.0001, 0, true",
        "0, 0, false",
        "0.00009, -0.00009, false",
        "null, 1, false",
        "1, null, false",
        "null, null, false",
        "90.0000001, 1, false",
        "1, -180.0000001, false",
        "NaN, 1, false",
        "Infinity, 1, false"
      })
  void a_place_is_located_by_two_coordinates_on_earth(
      @Nullable Double latitude, @Nullable Double longitude, boolean located) {
    Place place = PlaceBuilder.builder().latitude(latitude).longitude(longitude).build();
    assertThat(place.isLocated()).isEqualTo(located);
    assertThat(place.point() != null).isEqualTo(located);
    Initiative initiative =
        Initiative.named("a", "Titre")
            .locations(List.of(PlaceBuilder.builder().locality("Brest").build(), place))
            .build();
    assertThat(initiative.isLocated()).isEqualTo(located);
  }

  @Test
  void the_point_of_a_place_has_its_longitude_first() {
    Point point = Objects.requireNonNull(Place.at(48.39, -4.49).point());
    assertThat(point.getX()).isEqualTo(-4.49);
    assertThat(point.getY()).isEqualTo(48.39);
    assertThat(point.getSRID()).isEqualTo(4326);
  }

  @Test
  void nodes_are_of_the_type_of_what_they_hold() {
    assertThat(Methodology.named("a", "Titre").build().nodeType()).isEqualTo("CreativeWork");
    Step step = StepBuilder.builder().position(1).title("Faire").build();
    assertThat(Methodology.named("a", "Titre").steps(List.of(step)).build().nodeType())
        .isEqualTo("HowTo");
    assertThat(Actor.named("Anne").nodeType()).isEqualTo("Thing");
    assertThat(
            SubjectBuilder.builder().kind(SubjectKind.COLLECTIVE).name("Nous").build().nodeType())
        .isEqualTo("Organization");
  }

  @Test
  void built_records_have_empty_lists_and_do_not_follow_the_ones_they_were_given() {
    List<String> themes = new java.util.ArrayList<>(List.of("energie"));
    Initiative initiative = Initiative.named("a", "Titre").themes(themes).build();
    themes.add("habitat");
    assertThat(initiative.themes()).containsExactly("energie");
    assertThat(initiative.locations()).isEmpty();
    assertThat(initiative.sheet().extensions()).isEmpty();
    assertThat(initiative.id()).isEqualTo("a");
    assertThat(initiative.title()).isEqualTo(LocalizedText.of("Titre"));
  }
}
