package org.collporterre.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static Finding found(
      String code,
      Location place,
      @Nullable String type,
      @Nullable String id,
      @Nullable String field,
      @Nullable String value) {
    return new Finding(
        code, Severity.ERROR, Profile.ECHANGE, place, type, id, field, value, null, null);
  }

  private static Finding latitude(int line, String id) {
    Location place = new Location("donnees/initiatives.csv", line, 9);
    return found("coordinates-swapped", place, "initiative", id, "latitude", "-4.5");
  }

  private static Finding blankRow(String file, int line, @Nullable String value) {
    return found("blank-row", new Location(file, line, 1), null, null, null, value);
  }

  /** Computed by {@code printf '1|19:coordinates-swapped|…' | sha256sum}. */
  @Test
  void fingerprints_are_those_that_the_documentation_says() {
    assertThat(Fingerprints.of(latitude(2, "jardin")))
        .isEqualTo("df37ae7c20c5beffe03ad52416d15a0a");
    assertThat(Fingerprints.of(blankRow("initiatives.csv", 7, null)))
        .isEqualTo("1beb8b93a274c251c85a59a05eefb7dc");
  }

  @Test
  void rows_that_move_keep_their_fingerprints() {
    List<String> before =
        Fingerprints.of(
            List.of(
                latitude(2, "a"),
                latitude(3, "b"),
                blankRow("a.csv", 4, null),
                blankRow("a.csv", 5, null)),
            Map.of());
    List<String> after =
        Fingerprints.of(
            List.of(
                blankRow("a.csv", 2, null),
                latitude(9, "b"),
                blankRow("a.csv", 10, null),
                latitude(11, "a")),
            Map.of());

    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
    assertThat(before).doesNotHaveDuplicates();
    assertThat(before.get(3)).isEqualTo(before.get(2) + ":2");
  }

  @Test
  void rule_type_id_and_field_each_make_a_difference_but_the_value_does_not() {
    Location place = Location.startOf("a.csv");
    List<Finding> different =
        List.of(
            found("r", place, "initiative", "a", "titre", "x"),
            found("s", place, "initiative", "a", "titre", "x"),
            found("r", place, "portrait", "a", "titre", "x"),
            found("r", place, "initiative", "b", "titre", "x"),
            found("r", place, "initiative", "a", "resume", "x"),
            found("r", place, "initiative", "a", null, "x"),
            found("r", place, "initiative", null, "titre", "x"),
            found("r", place, "initiative", null, "titre", "y"),
            found("r", Location.startOf("b.csv"), "initiative", null, "titre", "x"),
            found("r", place, "initiative", "", "a|5:titre", "x"));
    assertThat(new HashSet<>(different.stream().map(Fingerprints::of).toList()))
        .hasSameSizeAs(different);
    assertThat(Fingerprints.of(found("r", place, "initiative", "a", "titre", "autre")))
        .isEqualTo(Fingerprints.of(different.get(0)));
  }

  @Test
  void folders_make_no_difference() {
    String plain = Fingerprints.of(blankRow("a.csv", 1, "v"));
    assertThat(Fingerprints.of(blankRow("un/dossier/a.csv", 1, "v"))).isEqualTo(plain);
    assertThat(Fingerprints.of(blankRow("C:\\un\\dossier\\a.csv", 1, "v"))).isEqualTo(plain);
  }

  @Test
  void numbers_go_on_from_those_before() {
    String plain = Fingerprints.of(latitude(1, "a"));
    assertThat(Fingerprints.of(List.of(latitude(1, "a"), latitude(2, "a")), Map.of(plain, 2)))
        .containsExactly(plain + ":3", plain + ":4");
  }
}
