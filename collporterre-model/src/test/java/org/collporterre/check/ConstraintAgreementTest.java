package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.collporterre.model.Actor;
import org.collporterre.model.Cost;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Media;
import org.collporterre.model.Place;
import org.collporterre.model.Reference;
import org.collporterre.model.Step;
import org.collporterre.schema.Samples;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast plan and the validation provider must agree: what the plan accepts is valid. */
class ConstraintAgreementTest {
  private static final ValidatorFactory FACTORY =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ConstraintCheck.Templates())
          .buildValidatorFactory();

  private static final Validator PROVIDER = FACTORY.getValidator();

  @AfterAll
  static void close() {
    FACTORY.close();
  }

  static List<Class<? extends Entry>> types() {
    return Entry.TYPES;
  }

  @ParameterizedTest
  @MethodSource("types")
  @Tag("large")
  <E extends Record & Entry> void what_the_plan_accepts_the_provider_finds_valid(
      Class<? extends Entry> any) {
    @SuppressWarnings("unchecked")
    Class<E> type = (Class<E>) any;
    Samples samples = new Samples(99);
    Mutations mutations = new Mutations(7, true);
    EntryPlan plan = EntryPlan.of(type);
    int valid = 0;
    int accepted = 0;
    int runs = 4_000;
    for (int i = 0; i < runs; i++) {
      E entry = i % 4 == 0 ? samples.full(type) : samples.sparse(type, 0.4);
      for (int spoiled = i % 3; spoiled >= 0; spoiled--) {
        entry = mutations.spoil(entry);
      }
      boolean passes = plan.accepts(entry, Schema.of(type).values(entry));
      var violations = PROVIDER.validate(entry);
      if (passes && !violations.isEmpty()) {
        assertThat(violations).as("run %s, accepted by the plan", i).isEmpty();
      }
      valid += violations.isEmpty() ? 1 : 0;
      accepted += passes ? 1 : 0;
    }
    // Both answers must be frequent, and the plan seldom asks the provider without need.
    assertThat(valid).isBetween(runs / 5, runs * 4 / 5);
    assertThat(accepted).isBetween(valid * 95 / 100, valid);
  }

  @ParameterizedTest
  @MethodSource("types")
  @Tag("large")
  <E extends Record & Entry> void what_is_found_without_the_provider_is_what_it_finds(
      Class<? extends Entry> any) {
    @SuppressWarnings("unchecked")
    Class<E> type = (Class<E>) any;
    Samples samples = new Samples(98);
    Mutations mutations = new Mutations(8, true);
    int runs = 4_000;
    int certain = 0;
    int invalid = 0;
    for (int i = 0; i < runs; i++) {
      E entry = i % 4 == 0 ? samples.full(type) : samples.sparse(type, 0.4);
      for (int spoiled = i % 3; spoiled >= 0; spoiled--) {
        entry = mutations.spoil(entry);
      }
      List<Violation> found = ViolationSearch.in(entry);
      if (found != null) {
        assertThat(found)
            .as("run %s", i)
            .containsExactlyInAnyOrderElementsOf(ConstraintCheck.ask(PROVIDER, entry));
        certain++;
        invalid += found.isEmpty() ? 0 : 1;
      }
    }
    assertThat(certain).isGreaterThan(runs * 95 / 100);
    assertThat(invalid).isBetween(runs / 10, runs * 9 / 10);
  }

  @ParameterizedTest
  @MethodSource("types")
  @Tag("large")
  <E extends Entry> void valid_records_are_accepted_without_asking_the_provider(Class<E> type) {
    Samples samples = new Samples(1);
    int runs = 1_000;
    int accepted = 0;
    for (int i = 0; i < runs; i++) {
      E entry = i % 2 == 0 ? samples.full(type) : samples.sparse(type, 0.5);
      assertThat(PROVIDER.validate(entry)).isEmpty();
      accepted += EntryPlan.of(type).accepts(entry, Schema.of(type).values(entry)) ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(runs * 99 / 100);
  }

  /** An unknown constraint makes a step that accepts nothing, so a full record shows them all. */
  @ParameterizedTest
  @ValueSource(
      classes = {Place.class, Actor.class, Media.class, Reference.class, Step.class, Cost.class})
  <R> void every_constraint_of_a_small_record_is_known_to_the_plan(Class<R> type) {
    R record = new Samples(3).flat(type, 1);
    assertThat(ConstraintPlan.of(type).accepts(record)).isTrue();
    assertThat(PROVIDER.validate(record)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact@exemple.org",
        "prenom.nom+liste@mairie-de-brest.bzh",
        "A_1-b@a.b",
        "1@2.3",
        "a@b--c.fr",
        "-@b.fr",
        "azAZ09@09AZ.az",
        "a234567890123456789012345678901234567890123456789012345678901234@b.fr",
        "a@b23456789012345678901234567890123456789012345678901234567890123.fr"
      })
  void certain_addresses_are_valid_for_the_provider_too(String address) {
    assertThat(PlainEmail.isCertain(address)).isTrue();
    assertThat(PROVIDER.validateValue(Initiative.class, "contactEmail", address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "contact chez jardin", "exemple.org", "\uD800", " "})
  void addresses_without_an_at_sign_are_refused_as_the_provider_does(String address) {
    var initiative = InitiativeBuilder.builder(new Samples(1).full(Initiative.class));
    var spoiled = initiative.contactEmail(address).build();
    assertThat(ViolationSearch.in(spoiled))
        .isEqualTo(ConstraintCheck.ask(PROVIDER, spoiled))
        .extracting(Violation::path, Violation::template)
        .containsExactly(tuple("contactEmail", "{jakarta.validation.constraints.Email.message}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a@", ".a@b.fr", "é@b.fr"})
  void what_only_the_provider_can_tell_is_left_to_it(String address) {
    var initiative = InitiativeBuilder.builder(new Samples(1).full(Initiative.class));
    assertThat(ViolationSearch.in(initiative.contactEmail(address).build())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a",
        "a@",
        "@b.fr",
        "a@b",
        ".a@b.fr",
        "a.@b.fr",
        "a..b@b.fr",
        "a@b.fr\n",
        "a b@b.fr",
        "a@-b.fr",
        "a@b-.fr",
        "a@.fr",
        "a@b.",
        "a@b..fr",
        "é@b.fr",
        "a@é.fr",
        "a@b@c.fr",
        "a2345678901234567890123456789012345678901234567890123456789012345@b.fr",
        "a@b234567890123456789012345678901234567890123456789012345678901234.fr",
        "\"a\"@b.fr"
      })
  void uncertain_addresses_are_left_to_the_provider(String address) {
    assertThat(PlainEmail.isCertain(address)).isFalse();
  }

  @Test
  @Tag("large")
  void mutations_spoil_every_kind_of_value() {
    Samples samples = new Samples(5);
    Mutations mutations = new Mutations(5, true);
    var methodology = samples.full(org.collporterre.model.Methodology.class);
    var seen = new java.util.TreeSet<String>();
    for (int i = 0; i < 10_000; i++) {
      var spoiled = mutations.spoil(methodology);
      PROVIDER
          .validate(spoiled)
          .forEach(
              violation ->
                  seen.add(
                      violation
                          .getConstraintDescriptor()
                          .getAnnotation()
                          .annotationType()
                          .getSimpleName()));
    }
    assertThat(seen)
        .contains(
            "NotNull",
            "Size",
            "TextSize",
            "SingleLine",
            "Identifier",
            "Min",
            "Max",
            "WebUrl",
            "DecimalMin",
            "CurrencyCode",
            "VersionNumber",
            "LanguageTag",
            "SpdxLicense");
  }
}
