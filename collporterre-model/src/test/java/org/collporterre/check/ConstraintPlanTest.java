package org.collporterre.check;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.CurrencyCode;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.Rna;
import org.collporterre.constraint.SingleLine;
import org.collporterre.constraint.Siret;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.schema.Component;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the plan makes of each constraint, at its borders, as Jakarta Validation defines them. */
class ConstraintPlanTest {
  private interface Sometimes {}

  @SuppressWarnings("UnusedVariable")
  private record Constrained(
      @NotNull Object there,
      @Size(min = 1, max = 2) Object list,
      @TextSize(min = 2, max = 4) Object text,
      @SingleLine Object line,
      @Min(1) Object least,
      @Max(3) Object most,
      @DecimalMin("-90") Object south,
      @DecimalMax("90") Object north,
      @DecimalMin("0.1") Object unclear,
      @DecimalMin(value = "0", inclusive = false) Object above,
      @DecimalMax(value = "0", inclusive = false) Object below,
      @Email Object mail,
      @Email(regexp = ".*fr") Object french,
      @Pattern(regexp = ".*") Object unknown,
      @NotNull(groups = Sometimes.class) Object sometimes,
      @Identifier Object id,
      @Insee Object insee,
      @WebUrl Object url,
      @LanguageTag Object language,
      @SpdxLicense Object licence,
      @CountryCode Object country,
      @CurrencyCode Object currency,
      @VersionNumber Object version,
      @Siret Object siret,
      @Rna Object rna,
      @Valid Object nested) {}

  static Annotation constraint(String component) {
    return ConstraintPlan.declared(Constrained.class, component).getAnnotations()[0];
  }

  private static ConstraintTest test(String component) {
    Annotation constraint = constraint(component);
    return new ConstraintTest(constraint, requireNonNull(ConstraintPlan.test(constraint)));
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("there", ""),
        Arguments.of("list", List.of("a")),
        Arguments.of("list", List.of("a", "b")),
        Arguments.of("text", "ab"),
        Arguments.of("text", "abcd"),
        Arguments.of("text", LocalizedText.of("abcd")),
        Arguments.of("line", LocalizedText.of("a b")),
        Arguments.of("least", 1),
        Arguments.of("most", 3),
        Arguments.of("south", -90.0),
        Arguments.of("south", new BigDecimal("-90.00")),
        Arguments.of("north", 90.0),
        Arguments.of("north", new BigDecimal("90.00")),
        Arguments.of("mail", "nom@exemple.org"),
        Arguments.of("id", "jardin-2"),
        Arguments.of("insee", "2A004"),
        Arguments.of("url", "https://exemple.org"),
        Arguments.of("language", "fr"),
        Arguments.of("licence", "CC0-1.0"),
        Arguments.of("country", "FR"),
        Arguments.of("currency", "EUR"),
        Arguments.of("version", "1.0"),
        Arguments.of("siret", "73282932000074"),
        Arguments.of("rna", "W291002345"));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void a_valid_value_is_accepted(String component, Object value) {
    assertThat(test(component).accepts(value)).isTrue();
  }

  static Stream<Arguments> refused() {
    List<Arguments> refused = new ArrayList<>();
    refused.add(Arguments.of("there", null));
    refused.add(Arguments.of("list", List.of()));
    refused.add(Arguments.of("list", List.of("a", "b", "c")));
    refused.add(Arguments.of("text", "a"));
    refused.add(Arguments.of("text", "abcde"));
    refused.add(Arguments.of("text", LocalizedText.of("abcde")));
    refused.add(Arguments.of("line", LocalizedText.of("a\nb")));
    refused.add(Arguments.of("least", 0));
    refused.add(Arguments.of("most", 4));
    refused.add(Arguments.of("south", -90.01));
    refused.add(Arguments.of("south", new BigDecimal("-90.01")));
    refused.add(Arguments.of("north", 90.01));
    refused.add(Arguments.of("north", new BigDecimal("90.01")));
    refused.add(Arguments.of("mail", "nom chez exemple"));
    for (String text :
        List.of(
            "id",
            "insee",
            "url",
            "language",
            "licence",
            "country",
            "currency",
            "version",
            "siret",
            "rna")) {
      refused.add(Arguments.of(text, "Ni l'un, ni l'autre"));
    }
    return refused.stream();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void an_invalid_value_is_certainly_so(String component, @Nullable Object value) {
    assertThat(test(component).accepts(value)).isFalse();
    assertThat(test(component).refuses(value)).isTrue();
  }

  static Stream<Arguments> undecided() {
    return Stream.of(
        Arguments.of("there", "a value that is there"),
        Arguments.of("list", "abc"),
        Arguments.of("text", 12345),
        Arguments.of("line", "a\nb"),
        Arguments.of("least", 0L),
        Arguments.of("most", 4L),
        Arguments.of("south", -91),
        Arguments.of("north", 91),
        Arguments.of("unclear", 0.05),
        Arguments.of("above", -1.0),
        Arguments.of("below", 1.0),
        Arguments.of("mail", "nom@"),
        Arguments.of("mail", ""),
        Arguments.of("french", "nom@exemple.org"),
        Arguments.of("unknown", "text"),
        Arguments.of("sometimes", null),
        Arguments.of("id", 12));
  }

  @ParameterizedTest
  @MethodSource("undecided")
  void what_only_the_provider_can_tell_is_not_refused(String component, @Nullable Object value) {
    assertThat(test(component).refuses(value)).isFalse();
    assertThat(test(component).accepts(value)).isEqualTo(component.equals("there"));
  }

  @ParameterizedTest
  @MethodSource("nullable")
  void null_is_valid_where_a_value_may_be_missing(String component) {
    assertThat(test(component).accepts(null)).isTrue();
  }

  static Stream<String> nullable() {
    return Stream.of("list text line least most south north mail id rna".split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "48.39, 29019, true",
    "91.00, 29019, false",
    "48.39, 1001, false",
  })
  void every_place_of_a_list_is_looked_into(double latitude, String insee, boolean valid) {
    Place place = PlaceBuilder.builder(Place.at(latitude, -4.49)).insee(insee).build();
    Place brest = Place.at(48.39, -4.49);

    assertThat(acceptsPlaces(List.of(place))).isEqualTo(valid);
    assertThat(acceptsPlaces(List.of(brest, place))).isEqualTo(valid);
    assertThat(acceptsPlaces(List.of(place, brest))).isEqualTo(valid);
    assertThat(ConstraintPlan.of(Place.class).accepts(place)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({"29019, true", "1001, false"})
  void a_value_is_looked_at_by_the_constraints_of_its_field(String insee, boolean valid) {
    assertThat(ConstraintPlan.accept(testsOf(Place.class, "insee"), insee)).isEqualTo(valid);
  }

  private static boolean acceptsPlaces(List<Place> places) {
    return ConstraintPlan.accept(testsOf(Initiative.class, "locations"), places);
  }

  private static ConstraintPlan.Test[] testsOf(Class<?> type, String name) {
    Schema<?> schema = Schema.of(type);
    List<String> names =
        Arrays.stream(type.getRecordComponents()).map(component -> component.getName()).toList();
    Component component = schema.components().get(names.indexOf(name));
    return ConstraintPlan.tests(ConstraintPlan.declared(type, name), component, schema);
  }

  @Test
  void a_record_passes_by_its_fields_its_parts_and_its_lists() {
    Initiative plain = Initiative.named("a", "Titre").build();
    Place nowhere = PlaceBuilder.builder().insee("1001").build();

    assertThat(passes(plain)).isTrue();
    assertThat(passes(Initiative.named("Été", "Titre").build())).isFalse();
    assertThat(passes(InitiativeBuilder.builder(plain).website("exemple").build())).isFalse();
    assertThat(passes(InitiativeBuilder.builder(plain).locations(List.of(nowhere)).build()))
        .isFalse();
    assertThat(
            passes(
                InitiativeBuilder.builder(plain)
                    .header(HeaderBuilder.builder().id("a").build())
                    .build()))
        .as("without a title")
        .isFalse();
  }

  private static boolean passes(Initiative initiative) {
    return EntryPlan.of(Initiative.class)
        .accepts(initiative, Schema.of(Initiative.class).values(initiative));
  }

  @Test
  void a_violation_has_the_template_of_its_constraint() {
    assertThat(test("list").template()).isEqualTo("{jakarta.validation.constraints.Size.message}");
  }

  @Test
  void what_is_no_constraint_has_no_test() {
    assertThat(ConstraintPlan.test(constraint("nested"))).isNull();
    Annotation other = Runnable.class.getAnnotation(FunctionalInterface.class);
    assertThat(ConstraintPlan.test(Objects.requireNonNull(other))).isNull();
  }
}
