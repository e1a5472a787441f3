package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collporterre.model.Actor;
import org.collporterre.model.ActorBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Sheet;
import org.collporterre.model.Step;
import org.collporterre.vocabulary.Role;
import org.collporterre.vocabulary.Sdg;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field says of itself, for fields declared in the records of the format. */
class FieldTest {
  /** Read for each test: what is kept was read before. */
  private final Schema<Initiative> schema = new Schema<>(Initiative.class);

  private Field field(String key) {
    return schema.requireField(key);
  }

  @ParameterizedTest
  @CsvSource({
    "titre, true, true, false",
    "description, true, true, true",
    "facteur_declenchant, false, true, true",
    "potentiel_deploiement, false, true, false",
    "themes, false, false, false",
    "odd, false, false, false",
    "site_web, false, false, false"
  })
  void prose_is_what_people_write_freely(
      String key, boolean localized, boolean prose, boolean detail) {
    assertThat(field(key).isLocalized()).isEqualTo(localized);
    assertThat(field(key).isProse()).isEqualTo(prose);
    assertThat(field(key).isDetail()).isEqualTo(detail);
  }

  @Test
  void other_names_and_terms_are_those_declared() {
    assertThat(field("site_web").aliases()).containsExactly("url", "homepage", "bf_site_internet");
    assertThat(field("approches").aliases()).isEmpty();
    assertThat(field("porteurs").terms())
        .extracting(Term::value)
        .containsExactly("member", "funder", "sponsor");
    assertThat(field("courriel_public").terms()).isEmpty();
    assertThat(field("site_web")).hasToString("site_web");
  }

  @Test
  void a_list_of_records_names_its_table() {
    assertThat(field("porteurs").child()).isNotNull().extracting(Child::value).isEqualTo("acteurs");
    assertThat(field("odd").child()).isNull();
  }

  @Test
  void only_what_stands_in_the_record_itself_can_be_on_the_sheet() {
    assertThat(schema.components())
        .filteredOn(Component::onSheet)
        .singleElement()
        .isInstanceOfSatisfying(
            Group.class, group -> assertThat(group.type()).isEqualTo(Sheet.class));
    assertThat(field("licence").onSheet()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "site_web, , true",
    "courriel, , false",
    "courriel, false, false",
    "courriel, true, true",
    "courriel_public, true, false"
  })
  void a_protected_field_is_public_only_of_a_record_that_lifts_it(
      String key, @Nullable Boolean lifted, boolean isPublic) {
    Initiative entry = Initiative.named("a", "Jardin").contactEmailPublic(lifted).build();

    assertThat(field(key).isPublicOf(entry)).isEqualTo(isPublic);
  }

  @Test
  void a_value_is_found_in_the_entry_and_in_the_record_that_holds_it() {
    Initiative entry = Initiative.named("a", "Jardin").website("https://exemple.org").build();

    assertThat(field("titre").in(entry.header())).isEqualTo(LocalizedText.of("Jardin"));
    assertThat(field("titre").from(entry)).isEqualTo(LocalizedText.of("Jardin"));
    assertThat(field("titre").text(entry)).isEqualTo("Jardin");
    assertThat(field("site_web").text(entry)).isEqualTo("https://exemple.org");
    assertThat(field("latitude").from(entry)).isNull();
    assertThat(field("latitude").text(entry)).isEmpty();
  }

  @Test
  void items_of_a_list_are_joined_with_a_bar() {
    Field goals = field("odd");

    assertThat(goals.write(List.of())).isEmpty();
    assertThat(goals.write(List.of(Sdg.CLIMATE_ACTION))).isEqualTo("13");
    assertThat(goals.write(List.of(Sdg.CLIMATE_ACTION, Sdg.GOOD_HEALTH, Sdg.PARTNERSHIPS)))
        .isEqualTo("13|3|17");
    assertThat(field("titre").write(LocalizedText.of("a|b"))).isEqualTo("a|b");
  }

  @Test
  void the_written_form_is_whole_when_it_keeps_every_part_of_every_item() {
    Actor named = Actor.named("Bruded");
    Actor funder = ActorBuilder.builder(named).role(Role.FUNDER).build();
    LocalizedText title = LocalizedText.of("Jardin");

    assertThat(field("site_web").isWhole("https://exemple.org")).isTrue();
    assertThat(field("titre").isWhole(title)).isTrue();
    assertThat(field("titre").isWhole(title.with("br", "Liorzh"))).isFalse();
    assertThat(field("porteurs").isWhole(List.of())).isTrue();
    assertThat(field("porteurs").isWhole(List.of(named, named))).isTrue();
    assertThat(field("porteurs").isWhole(List.of(named, funder))).isFalse();
  }

  @Test
  void a_group_says_where_it_is_and_what_it_holds() {
    Group places =
        schema.components().stream()
            .filter(Group.class::isInstance)
            .map(Group.class::cast)
            .filter(Group::isList)
            .findFirst()
            .orElseThrow();
    Initiative entry = Initiative.named("a", "Jardin").build();

    assertThat(places.path()).isEqualTo("locations[0]");
    assertThat(places.child()).isNotNull().extracting(Child::value).isEqualTo("lieux");
    assertThat(places.terms()).extracting(Term::value).containsExactly("location");
    assertThat(places.in(entry)).isEqualTo(List.of());
    assertThat(places.isOptional()).isFalse();
  }

  @Test
  void columns_of_no_field_are_the_rest_of_the_sheet() {
    Group sheet = Objects.requireNonNull(schema.requireField("licence").group());
    Component rest =
        schema.componentsOf(sheet).stream()
            .filter(Component.Rest.class::isInstance)
            .findFirst()
            .orElseThrow();
    Initiative entry = schema.create(new Object[schema.fields().size()], Map.of("couleur", "vert"));

    assertThat(rest.in(entry.sheet())).isEqualTo(Map.of("couleur", "vert"));
    assertThat(rest.terms()).isEmpty();
    assertThat(rest.onSheet()).isFalse();
    assertThat(Schema.of(Step.class).requireField("titre").group()).isNull();
  }
}
