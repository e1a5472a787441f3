package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.collporterre.model.Actor;
import org.collporterre.model.ActorBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Reference;
import org.collporterre.model.Step;
import org.collporterre.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of lists of records, as the specification of packages has them. */
class ChildTableTest {
  /** Read for each test: what is kept was read before. */
  private final Schema<Initiative> schema = new Schema<>(Initiative.class);

  private final ChildTable places = table(schema, "lieux");
  private final ChildTable actors = table(schema, "acteurs");

  private static ChildTable table(Schema<?> schema, String name) {
    return schema.childTables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tables_are_in_the_order_of_the_columns() {
    List<ChildTable> tables = schema.childTables();

    assertThat(tables)
        .extracting(ChildTable::toString)
        .containsExactly("medias", "lieux", "acteurs", "references");
    assertThat(tables).extracting(ChildTable::index).containsExactly(0, 1, 2, 3);
    assertThat(new Schema<>(Methodology.class).childTables())
        .extracting(ChildTable::index)
        .containsExactly(0, 1, 2);
    assertThat(new Schema<>(Step.class).childTables())
        .extracting(ChildTable::toString)
        .containsExactly("medias");
  }

  @Test
  void rows_are_linked_by_the_columns_that_their_table_needs() {
    assertThat(table(new Schema<>(Methodology.class), "etapes").links())
        .containsExactly("methodologie");
    assertThat(table(schema, "medias").links()).containsExactly("type", "id", "rang", "etape");
    assertThat(places.links()).containsExactly("type", "id", "rang");
  }

  @Test
  void a_table_knows_its_rows_its_column_and_its_component() {
    Field column = schema.requireField("porteurs");

    assertThat(actors.type()).isEqualTo(Actor.class);
    assertThat(actors.schema()).isSameAs(Schema.of(Actor.class));
    assertThat(actors.field()).isSameAs(column);
    assertThat(actors.isInline()).isFalse();
    assertThat(places.type()).isEqualTo(Place.class);
    assertThat(places.field()).isNull();
    assertThat(places.isInline()).isTrue();
    assertThat(schema.components()).filteredOn(actors::isOf).containsExactly(column);
    assertThat(schema.components())
        .filteredOn(places::isOf)
        .singleElement()
        .isInstanceOf(Group.class);
  }

  @Test
  void rows_are_those_of_the_list_in_the_record() {
    List<Place> two = List.of(Place.at(48, -4), Place.at(47, -3));
    List<Actor> one = List.of(Actor.named("Bruded"));
    Initiative entry = Initiative.named("a", "Jardin").locations(two).actors(one).build();

    assertThat(places.from(entry)).isEqualTo(two);
    assertThat(actors.from(entry)).isEqualTo(one);
    assertThat(table(schema, "references").from(entry)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Bruded;Bruded;true",
        "Bruded,Brest;Bruded|Brest;true",
        // Twice the same, and what a reader would not find again in a cell.
        "Bruded,Bruded;Bruded;false",
        "Bruded,a|b;Bruded;false",
        "Bruded, Brest;Bruded;false",
        "Bruded,Brest ;Bruded;false",
        "Bruded,N/A;Bruded;false",
        "Bruded,deux\tmots;Bruded;false",
        "Bruded,deux mots;Bruded|deux mots;true"
      })
  void a_cell_holds_each_name_once_that_can_be_read_again(
      String names, String cell, boolean whole) {
    List<Actor> rows = Arrays.stream(names.split(",", -1)).map(Actor::named).toList();

    assertThat(actors.compact(rows)).isEqualTo(cell);
    assertThat(actors.isCompact(rows)).isEqualTo(whole);
  }

  @Test
  void a_cell_is_not_enough_for_rows_that_say_more_or_nothing_of_what_it_holds() {
    Actor funder = ActorBuilder.builder(Actor.named("Bruded")).role(Role.FUNDER).build();
    Reference book = new Reference(null, "Le livre", List.of(), null, null, null, null);
    ChildTable references = table(schema, "references");

    assertThat(actors.isCompact(List.of(funder))).isFalse();
    assertThat(actors.compact(List.of(funder))).isEqualTo("Bruded");
    assertThat(references.compact(List.of(book))).isEmpty();
    assertThat(references.isCompact(List.of(book))).isFalse();
    assertThat(references.isCompact(List.of())).isTrue();
  }

  @Test
  void places_have_no_cell() {
    assertThat(places.compact(List.of(Place.at(48, -4)))).isEmpty();
    assertThat(places.isCompact(List.of(Place.at(48, -4)))).isFalse();
  }
}
