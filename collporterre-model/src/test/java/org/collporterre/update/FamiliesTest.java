package org.collporterre.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.update.Change.Kind;
import org.junit.jupiter.api.Test;

/** Records of one title, of which the first has the plain identifier, whichever that is. */
class FamiliesTest {
  private static Initiative of(String id, String content) {
    return Initiative.named(id, "Jardin").uniqueness(content).build();
  }

  private static UpdatePlan plan(List<? extends Entry> base, List<? extends Entry> incoming) {
    RecordSet known = RecordSet.create();
    base.forEach(known::add);
    RecordSet coming = RecordSet.create();
    incoming.forEach(coming::add);
    return UpdatePlan.of(known, coming, UpdateOptions.STANDARD);
  }

  private static List<Tuple> told(List<? extends Entry> base, List<? extends Entry> incoming) {
    return plan(base, incoming).changes().stream()
        .map(change -> tuple(change.id(), change.kind(), change.matchedBy()))
        .toList();
  }

  @Test
  void members_that_changed_places_are_found_by_what_they_say() {
    List<Initiative> base = List.of(of("jardin", "A"), of("jardin-0a1b2c", "B"));

    assertThat(told(base, List.of(of("jardin", "B"), of("jardin-0a1b2c", "A"))))
        .containsExactly(
            tuple("jardin", Kind.UNCHANGED, MatchedBy.CONTENT),
            tuple("jardin-0a1b2c", Kind.UNCHANGED, MatchedBy.CONTENT));
    assertThat(told(base, base))
        .containsExactly(
            tuple("jardin", Kind.UNCHANGED, MatchedBy.ID),
            tuple("jardin-0a1b2c", Kind.UNCHANGED, MatchedBy.ID));
  }

  @Test
  void the_suffix_is_six_hexadecimal_digits() {
    for (String other :
        List.of("jardin-0a1b2", "jardin-0a1b2cd", "jardin-public", "jardin_0a1b2c")) {
      assertThat(
              told(
                  List.of(of("jardin", "A"), of(other, "B")),
                  List.of(of("jardin", "B"), of(other, "A"))))
          .containsExactly(
              tuple("jardin", Kind.UPDATED, MatchedBy.ID),
              tuple(other, Kind.UPDATED, MatchedBy.ID));
    }
  }

  @Test
  void what_only_looks_as_long_as_a_member_is_none() {
    List<Initiative> base =
        List.of(of("jardin", "A"), of("jardin-0a1b2c", "B"), of("jardin-public", "C"));

    assertThat(
            told(
                base,
                List.of(of("jardin", "C"), of("jardin-0a1b2c", "B"), of("jardin-public", "A"))))
        .containsExactly(
            tuple("jardin", Kind.UPDATED, MatchedBy.ID),
            tuple("jardin-0a1b2c", Kind.UNCHANGED, MatchedBy.ID),
            tuple("jardin-public", Kind.UPDATED, MatchedBy.ID));
  }

  @Test
  void a_family_is_of_one_title_and_one_type() {
    List<Initiative> base = List.of(of("jardin-0a1b2c", "A"), of("four-0a1b2c", "B"));
    assertThat(told(base, List.of(of("jardin-0a1b2c", "B"), of("four-0a1b2c", "A"))))
        .extracting(told -> told.toList().get(2))
        .containsOnly(MatchedBy.ID);

    Methodology method = Methodology.named("jardin-0a1b2c", "Jardin").build();
    assertThat(
            told(
                List.of(of("jardin", "A"), of("jardin-x", "B"), method),
                List.of(of("jardin", "B"), of("jardin-x", "A"), method)))
        .extracting(told -> told.toList().get(2))
        .containsOnly(MatchedBy.ID);
  }

  @Test
  void who_is_left_over_is_the_one_that_changed() {
    List<Initiative> base = List.of(of("jardin", "A"), of("jardin-aaaaaa", "B"));

    UpdatePlan plan = plan(base, List.of(of("jardin", "B"), of("jardin-aaaaaa", "A neuf")));

    assertThat(plan.changes())
        .extracting(Change::id, Change::kind, Change::matchedBy)
        .containsExactly(
            tuple("jardin", Kind.UPDATED, MatchedBy.CONTENT),
            tuple("jardin-aaaaaa", Kind.UNCHANGED, MatchedBy.CONTENT));
    assertThat(plan.records()).containsExactly(of("jardin", "A neuf"), of("jardin-aaaaaa", "B"));
  }

  @Test
  void who_is_left_over_with_others_is_not_guessed() {
    List<Initiative> base = List.of(of("jardin", "A"), of("jardin-aaaaaa", "B"));

    assertThat(
            told(
                base,
                List.of(
                    of("jardin", "B"), of("jardin-aaaaaa", "A neuf"), of("jardin-bbbbbb", "C"))))
        .containsExactly(
            tuple("jardin", Kind.MISSING, null),
            tuple("jardin-aaaaaa", Kind.UNCHANGED, MatchedBy.CONTENT),
            tuple("jardin-aaaaaa", Kind.CONFLICTING, null),
            tuple("jardin-bbbbbb", Kind.CREATED, null));
  }

  @Test
  void in_a_family_of_more_than_a_hundred_only_the_identifier_counts() {
    assertThat(swapped(100)).isEqualTo(MatchedBy.CONTENT);
    assertThat(swapped(101)).isEqualTo(MatchedBy.ID);
  }

  /** Returns how the first record is found when the first two of so many change places. */
  private static MatchedBy swapped(int members) {
    List<Initiative> base = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      base.add(of("f-%06d".formatted(i), "Texte " + i));
    }
    List<Initiative> incoming = new ArrayList<>(base);
    incoming.set(0, of("f-000000", "Texte 1"));
    incoming.set(1, of("f-000001", "Texte 0"));
    MatchedBy by = plan(base, incoming).changes().get(0).matchedBy();
    assertThat(by).isNotNull();
    return by == null ? MatchedBy.ADDRESS : by;
  }

  @Test
  void of_two_records_with_one_identifier_the_equal_one_is_meant() {
    List<Initiative> base = List.of(of("jardin", "A"), of("jardin", "B"));

    assertThat(told(base, List.of(of("jardin", "B"))))
        .containsExactly(
            tuple("jardin", Kind.MISSING, null), tuple("jardin", Kind.UNCHANGED, MatchedBy.ID));
    assertThat(told(base, List.of(of("jardin", "C"))))
        .containsExactly(
            tuple("jardin", Kind.MISSING, null),
            tuple("jardin", Kind.MISSING, null),
            tuple("jardin", Kind.CONFLICTING, null));
  }

  @Test
  void a_record_that_comes_in_twice_counts_once() {
    assertThat(told(List.of(of("jardin", "A")), List.of(of("jardin", "B"), of("jardin", "B"))))
        .containsExactly(tuple("jardin", Kind.UPDATED, MatchedBy.ID));
  }
}
