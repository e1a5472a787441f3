package org.collporterre.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collporterre.schema.CodeList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
  private static final Vocabularies STANDARD = Vocabularies.standard();

  private static final Set<String> OPEN = Set.of("natures", "themes", "approches");

  static List<Class<? extends Coded>> closed() {
    return List.of(
        AgentKind.class,
        Audience.class,
        ConsentScope.class,
        ConsentStatus.class,
        DerivationKind.class,
        DocumentationStatus.class,
        FieldOfAction.class,
        LeaderProfile.class,
        Lever.class,
        PositionPrecision.class,
        Posture.class,
        Progress.class,
        RecordStatus.class,
        ReferenceKind.class,
        RelationKind.class,
        Role.class,
        Scale.class,
        Sdg.class,
        SubjectKind.class);
  }

  static Stream<Vocabulary> all() {
    return STANDARD.all().stream();
  }

  @ParameterizedTest
  @MethodSource("closed")
  void constants_are_the_concepts_of_their_vocabulary_in_order(Class<? extends Coded> type) {
    String name = type.getAnnotation(CodeList.class).value();
    assertThat(STANDARD.get(name).concepts())
        .extracting(Concept::code)
        .containsExactly(
            Arrays.stream(type.getEnumConstants()).map(Coded::code).toArray(String[]::new));
  }

  @Test
  void every_vocabulary_is_closed_by_an_enum_or_open() {
    Set<String> names =
        closed().stream()
            .map(type -> type.getAnnotation(CodeList.class).value())
            .collect(Collectors.toSet());
    names.addAll(OPEN);
    assertThat(all().map(Vocabulary::name)).containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_code_is_kebab_case_and_has_a_label_of_its_own_in_both_languages(
      Vocabulary vocabulary) {
    for (String language : List.of("fr", "en")) {
      Set<String> labels = new HashSet<>();
      for (Concept concept : vocabulary.concepts()) {
        assertThat(concept.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        String label = concept.labels().get(language);
        assertThat(label).as(concept.code()).isNotBlank();
        assertThat(labels.add(Folding.fold(concept.label(language)))).as(label).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void codes_and_labels_resolve_to_the_code_however_they_are_written(Vocabulary vocabulary) {
    for (Concept concept : vocabulary.concepts()) {
      Stream.concat(Stream.of(concept.code()), concept.labels().values().stream())
          .flatMap(
              text ->
                  Stream.of(
                      text,
                      text.toUpperCase(java.util.Locale.ROOT),
                      "  " + text.replace('-', ' ') + " ! ",
                      java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)))
          .forEach(text -> assertThat(vocabulary.resolve(text)).as(text).isEqualTo(concept.code()));
    }
  }

  /** What spreadsheets hold instead of codes. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "champs-action, inovation-sociale, innovation-sociale",
        "champs-action, Innovation socaile, innovation-sociale",
        "champs-action, Social inovation, innovation-sociale",
        "champs-action, agriculture, null",
        "champs-action, '', null",
        "postures, s inspirrer, s-inspirer",
        "odd, 18, null",
        "themes, energies, energie"
      })
  void the_nearest_code_is_proposed(String name, String text, @Nullable String code) {
    assertThat(STANDARD.get(name).resolve(text)).isNull();
    assertThat(STANDARD.get(name).nearest(text)).isEqualTo(code);
  }

  @Test
  void a_label_that_two_codes_share_stands_for_neither() {
    Vocabulary own =
        Vocabulary.of(
            "essai",
            List.of(
                Concept.of("lieu", "Lieu", "Place"),
                Concept.of("place", "Place", "Square"),
                Concept.of("mairie", "Maison commune", "Town hall"),
                Concept.of("tiers-lieu", "Maison commune", "Third place"),
                Concept.of("deux-mots", "Un", "One"),
                Concept.of("deux_mots", "Deux", "Two")));
    assertThat(own.resolve("maison commune")).isNull();
    assertThat(own.resolve("Place")).as("a code wins over a label").isEqualTo("place");
    assertThat(own.resolve("Deux mots")).as("of two codes none wins").isNull();
    assertThat(own.resolve("deux_mots")).as("but the exact one").isEqualTo("deux_mots");
    assertThat(own.nearest("maison comune")).isNull();
  }

  @Test
  void of_several_near_codes_the_first_of_the_vocabulary_is_proposed() {
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      List<Concept> concepts =
          random
              .ints(8, 'a', 'z' + 1)
              .distinct()
              .mapToObj(c -> Concept.of("commun" + (char) c, "É" + c, "E" + c))
              .toList();
      assertThat(Vocabulary.of("essai", concepts).nearest("commun"))
          .isEqualTo(concepts.get(0).code());
    }
  }

  @Test
  void an_application_extends_a_vocabulary_without_changing_ours() {
    Vocabularies extended =
        STANDARD.with(Vocabulary.of("themes", List.of(Concept.of("couture", "Couture", "Sewing"))));
    assertThat(extended.get("themes").resolve("Sewing")).isEqualTo("couture");
    assertThat(extended.get("themes").resolve("Food")).isEqualTo("alimentation");
    assertThat(STANDARD.get("themes").resolve("Sewing")).isNull();
    assertThat(extended.with(Vocabulary.of("nouveau", List.of())).all())
        .hasSize(STANDARD.all().size() + 1);
    assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.get("nouveau"));
  }

  @Test
  void labels_fall_back_to_french_then_to_the_code() {
    Concept commune = Objects.requireNonNull(STANDARD.get("echelles").concept("commune"));
    assertThat(Stream.of("br", "en", "de").map(commune::label))
        .containsExactly("Kumun", "Municipality", "Commune");
    assertThat(new Concept("x", java.util.Map.of(), null).label("fr")).isEqualTo("x");
    assertThat(Sdg.of(17)).isEqualTo(Sdg.PARTNERSHIPS);
    assertThat(Sdg.PARTNERSHIPS.number()).isEqualTo(17);
    assertThatIllegalArgumentException().isThrownBy(() -> Sdg.of(18));
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_label_of_the_format_stands_for_one_code_only(Vocabulary vocabulary) {
    for (Concept concept : vocabulary.concepts()) {
      assertThat(concept.labels().values())
          .allMatch(label -> vocabulary.ambiguous(label).isEmpty());
    }
  }

  @Test
  void only_a_code_exactly_as_written_is_contained() {
    assertThat(STANDARD.get("echelles").contains("commune")).isTrue();
    assertThat(STANDARD.get("echelles").contains("Commune")).isFalse();
    assertThat(STANDARD.get("odd").contains("18")).isFalse();
  }

  @Test
  void the_codes_that_share_a_label_are_known() {
    Concept low = new Concept("sobriete", Map.of("fr", "Énergie douce"), null);
    Concept soft = new Concept("eolien", Map.of("fr", "énergie-douce"), null);
    Vocabulary more = STANDARD.get("themes").with(List.of(low, soft));

    assertThat(more.resolve("Énergie douce")).isNull();
    assertThat(more.ambiguous("énergie douce")).containsExactly("sobriete", "eolien");
    assertThat(more.ambiguous("energie")).isEmpty();
    assertThat(more.ambiguous("broderie")).isEmpty();
  }
}
