package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.collporterre.dataset.ProvenanceRow;
import org.collporterre.dataset.Relation;
import org.collporterre.dataset.VocabularyRow;
import org.collporterre.model.Actor;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.Reference;
import org.collporterre.model.Sheet;
import org.collporterre.model.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  private static final List<Class<?>> CHILDREN =
      List.of(
          Step.class,
          Actor.class,
          Place.class,
          Media.class,
          Reference.class,
          Relation.class,
          VocabularyRow.class,
          ProvenanceRow.class);

  /** Columns that link a row of a child table to its record; they are no component of a record. */
  private static final Set<String> LINKS =
      Set.of(
          "type",
          "rang",
          "methodologie",
          "etape",
          Relation.TABLE,
          VocabularyRow.TABLE,
          ProvenanceRow.TABLE);

  static List<Class<? extends Entry>> types() {
    return Entry.TYPES;
  }

  static List<Class<?>> schemas() {
    return Stream.concat(Entry.TYPES.stream(), CHILDREN.stream()).toList();
  }

  /** Reads the declarations for each test: those kept were read before. */
  private static <R> Schema<R> read(Class<R> type) {
    return new Schema<>(type);
  }

  /** All record classes that hold fields, however deep. */
  private static Set<Class<?>> records() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    ArrayDeque<Class<?>> open = new ArrayDeque<>(schemas());
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      if (seen.add(type)) {
        for (RecordComponent component : type.getRecordComponents()) {
          if (component.getType().isRecord() && !component.isAnnotationPresent(Column.class)) {
            open.add(component.getType());
          }
        }
      }
    }
    return seen;
  }

  @Test
  void every_component_is_a_column_or_a_group_or_a_child_table_or_the_extensions() {
    for (Class<?> type : records()) {
      for (RecordComponent component : type.getRecordComponents()) {
        boolean declared =
            component.isAnnotationPresent(Column.class)
                || component.isAnnotationPresent(Child.class)
                || component.isAnnotationPresent(Extensions.class)
                || component.getType().isRecord();
        assertThat(declared)
            .as("%s.%s needs @Column, @Child or @Extensions", type.getSimpleName(), component)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void every_column_of_every_record_is_a_field_of_its_schema(Class<?> type) {
    Set<String> declared = new TreeSet<>();
    ArrayDeque<Class<?>> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      for (RecordComponent component : open.remove().getRecordComponents()) {
        Column column = component.getAnnotation(Column.class);
        Child child = component.getAnnotation(Child.class);
        if (column != null) {
          assertThat(declared.add(column.value())).as(column.value() + " twice").isTrue();
        } else if (child != null && child.inline()) {
          open.add(Place.class);
        } else if (component.getType().isRecord()) {
          open.add(component.getType());
        }
      }
    }
    assertThat(read(type).fields())
        .extracting(Field::key)
        .containsExactlyInAnyOrderElementsOf(declared);
    assertThat(read(type).fields())
        .extracting(Field::index)
        .isEqualTo(Stream.iterate(0, i -> i + 1).limit(declared.size()).toList());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void keys_are_snake_case_and_lead_to_their_field(Class<?> type) {
    Schema<?> schema = read(type);
    for (Field field : schema.fields()) {
      assertThat(field.key()).matches("[a-z0-9_]+");
      assertThat(field.englishKey()).matches("[a-z0-9_]+");
      assertThat(schema.field(field.key())).isSameAs(field);
      assertThat(schema.byHeader(field.key())).isSameAs(field);
      assertThat(schema.byHeader(" " + field.key().toUpperCase(Locale.ROOT) + " ")).isSameAs(field);
      assertThat(schema.byHeader(field.key().replace('_', '-'))).isSameAs(field);
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void no_header_stands_for_two_fields(Class<?> type) {
    Map<String, String> keyByHeader = new HashMap<>();
    for (Field field : read(type).fields()) {
      Stream.concat(Stream.of(field.key(), field.englishKey()), field.aliases().stream())
          .map(Schema::foldHeader)
          .distinct()
          .forEach(
              header ->
                  assertThat(keyByHeader.put(header, field.key()))
                      .as(header + " also stands for " + field)
                      .isNull());
    }
  }

  @Test
  void nearly_every_key_means_the_same_shape_in_every_table() {
    Map<String, String> shapes = new HashMap<>();
    Set<String> differing = new TreeSet<>();
    for (Class<?> type : schemas()) {
      for (Field field : read(type).fields()) {
        String shape = field.type().kind() + (field.isList() ? " list" : "");
        if (!shape.equals(shapes.getOrDefault(field.key(), shape))) {
          differing.add(field.key());
        }
        shapes.putIfAbsent(field.key(), shape);
      }
    }
    // A record in the table of relations, a name in the table of provenance.
    assertThat(differing).containsExactly("source");
  }

  @ParameterizedTest
  @MethodSource("types")
  <E extends Entry> void a_record_is_made_again_from_the_values_of_its_fields(Class<E> type) {
    Samples samples = new Samples(20);
    for (int i = 0; i < 500; i++) {
      E entry = samples.flat(type, i % 3 / 2.0);
      Schema<E> schema = read(type);
      @Nullable Object[] values =
          schema.fields().stream().map(field -> field.from(entry)).toArray();
      if (i % 3 == 2) {
        assertThat(values).doesNotContainNull();
      }
      for (Field field : schema.fields()) {
        // An importer has null for a list without items, and must not have to know better.
        if (values[field.index()] instanceof List<?> list && list.isEmpty()) {
          values[field.index()] = null;
        }
      }
      assertThat(schema.create(values, entry.sheet().extensions())).isEqualTo(entry);
      assertThat(schema.create(schema.values(entry), entry.sheet().extensions())).isEqualTo(entry);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  <E extends Entry> void a_record_without_values_has_no_place_and_no_cost(Class<E> type) {
    Schema<E> schema = read(type);
    E empty = schema.create(new @Nullable Object[schema.fields().size()], Map.of());
    assertThat(schema.fields())
        .allSatisfy(field -> assertThat(field.text(empty)).isEmpty())
        .extracting(field -> field.from(empty))
        .allMatch(value -> value == null || value.equals(List.of()));
  }

  @Test
  void the_tree_of_components_reaches_every_field_once() {
    for (Class<?> type : schemas()) {
      Schema<?> schema = read(type);
      assertThat(fields(schema, schema.components()))
          .as(type.getSimpleName())
          .containsExactlyElementsOf(schema.fields());
    }
  }

  private static List<Field> fields(Schema<?> schema, List<Component> components) {
    return components.stream()
        .flatMap(
            component ->
                component instanceof Field field
                    ? Stream.of(field)
                    : component instanceof Group group
                            && (group.child() == null || group.child().inline())
                        ? fields(schema, schema.componentsOf(group)).stream()
                        : Stream.<Field>empty())
        .toList();
  }

  @Test
  void only_references_refer_to_records() {
    Schema<Initiative> initiative = read(Initiative.class);

    assertThat(initiative.references())
        .extracting(Field::key)
        .containsExactly("methodologies", "applique", "replique_de", "membre_de");
    assertThat(read(Media.class).references()).isEmpty();
    assertThat(initiative.nodeType()).isEqualTo("Project");
    assertThat(Schema.of(Initiative.class)).isSameAs(Schema.of(Initiative.class));
  }

  @Test
  void headers_are_keys_english_keys_and_aliases_and_none_else() {
    Schema<Media> media = read(Media.class);
    Schema<Initiative> initiative = read(Initiative.class);

    assertThat(media.headers())
        .containsExactlyInAnyOrder(
            "url",
            "alt",
            "legende",
            "caption",
            "auteur",
            "author",
            "licence",
            "license",
            "type_media",
            "media_type");
    assertThat(media.byHeader("Media type")).isSameAs(media.requireField("type_media"));
    assertThat(initiative.byHeader("startDate")).isSameAs(initiative.requireField("date_debut"));
    assertThat(initiative.byHeader("bf_mail")).isSameAs(initiative.requireField("courriel"));
  }

  @Test
  void rows_of_child_tables_stand_for_what_the_values_hold() {
    Schema<Initiative> schema = read(Initiative.class);
    Initiative entry =
        Initiative.named("a", "Jardin")
            .locations(List.of(Place.at(48, -4)))
            .actors(List.of(Actor.named("Bruded")))
            .build();
    List<Place> places = List.of(Place.at(47, -3), Place.at(46, -2));
    // The tables are medias, lieux, acteurs and references.
    @Nullable List<?>[] rows = {null, places, null, null};

    Initiative made = schema.create(schema.values(entry), rows, Map.of("couleur", "vert"));

    assertThat(made.locations()).isEqualTo(places);
    assertThat(made.actors()).isEqualTo(entry.actors());
    assertThat(made.header()).isEqualTo(entry.header());
    assertThat(made.sheet().extensions()).isEqualTo(Map.of("couleur", "vert"));
    assertThat(schema.values(made)[schema.requireField("latitude").index()]).isEqualTo(47.0);
  }

  @Test
  void the_schema_names_what_is_not_of_the_format() {
    assertThatIllegalArgumentException().isThrownBy(() -> Schema.of(String.class));
    assertThatIllegalArgumentException().isThrownBy(() -> Schema.of(Sheet.class));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Initiative.class).requireField("pays"))
        .withMessageContaining("pays");
    assertThat(read(Initiative.class).byHeader("pays")).isNull();
  }

  @Test
  void fields_know_where_they_are_and_whom_they_lead_to() {
    Schema<Initiative> initiative = read(Initiative.class);
    assertThat(initiative.requireField("titre").path()).isEqualTo("header.title");
    assertThat(initiative.requireField("latitude").path()).isEqualTo("locations[0].latitude");
    assertThat(initiative.requireField("applique").refersTo()).isEqualTo(Methodology.class);
    assertThat(initiative.requireField("membre_de").acyclic()).isEqualTo("membership-cycle");
    assertThat(initiative.requireField("themes").isOpen()).isTrue();
    assertThat(initiative.requireField("champs_action").isOpen()).isFalse();
    assertThat(Entry.TYPES)
        .extracting(type -> read(type).name())
        .containsExactly("initiative", "portrait", "methodologie");
  }

  @Test
  void consent_is_confidential_and_so_is_nothing_else_but_the_address_and_the_pseudonym() {
    Set<String> secret = new TreeSet<>();
    for (Class<? extends Entry> type : Entry.TYPES) {
      read(type).fields().stream()
          .filter(field -> field.confidential() != null)
          .forEach(field -> secret.add(field.key()));
    }
    // The address, the pseudonym and the six fields of consent.
    assertThat(secret)
        .containsExactly(
            "consentement",
            "consentement_expire",
            "consentement_le",
            "consentement_portee",
            "consentement_preuve",
            "courriel",
            "courriel_public",
            "mineur",
            "pseudonyme");
    assertThat(read(Portrait.class).field("latitude")).isNull();
  }

  @Test
  void every_field_and_child_table_has_labels_and_there_is_no_other() {
    Set<String> keys = new TreeSet<>(LINKS);
    for (Class<?> type : schemas()) {
      read(type).fields().forEach(field -> keys.add(field.key()));
    }
    records().stream()
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .map(component -> component.getAnnotation(Child.class))
        .forEach(child -> keys.addAll(child == null ? List.of() : List.of(child.value())));
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      Labels labels = Labels.in(locale);
      assertThat(labels.keys()).containsExactlyInAnyOrderElementsOf(keys);
      for (String key : keys) {
        assertThat(labels.label(key)).as(key).isNotBlank().doesNotEndWith(".");
        assertThat(labels.description(key)).as(key).isNotBlank().endsWith(".");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void no_two_fields_of_a_table_have_the_same_label(Class<?> type) {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(read(type).fields())
          .extracting(field -> Labels.in(locale).label(field.key()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void labels_are_french_for_the_french_and_english_for_others() {
    assertThat(Labels.in(Locale.CANADA_FRENCH).label("titre")).isEqualTo("Titre");
    assertThat(Labels.in(Locale.GERMAN).label("titre")).isEqualTo("Title");
    assertThat(Labels.in(Locale.GERMAN).locale()).isEqualTo(Locale.ENGLISH);
    assertThatIllegalArgumentException().isThrownBy(() -> Labels.in(Locale.FRENCH).label("pays"));
  }
}
