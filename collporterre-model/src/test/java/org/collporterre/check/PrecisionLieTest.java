package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.PositionPrecision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrecisionLieTest {
  private final Report report = Report.create();

  @Test
  void a_file_that_never_says_a_precision_is_told_once() {
    check(
        List.of(
            at("a", "one", null),
            at("b", "one", null),
            at("c", "one", null),
            at("d", "two", null)));

    assertThat(found("precision-missing")).containsExactly("b → a", "d → a");
  }

  @Test
  void where_precision_is_said_each_position_without_it_is_told() {
    check(
        List.of(
            at("a", "one", PositionPrecision.MUNICIPALITY),
            at("b", "one", null),
            at("c", "one", null),
            at("d", "one", null),
            at("e", "one", PositionPrecision.EXACT)));

    assertThat(found("precision-missing")).containsExactly("c → b", "d → b");
    assertThat(found("precision-lie")).containsExactly("e → b");
  }

  private void check(List<Located<Initiative>> rows) {
    try (Checker.Run run = Checker.standard().start(report)) {
      rows.forEach(run::accept);
    }
  }

  private static Located<Initiative> at(
      String id, String file, @Nullable PositionPrecision precision) {
    Place place = PlaceBuilder.builder(Place.at(48.39, -4.48)).precision(precision).build();
    return Located.of(Initiative.named(id, "Jardin " + id).locations(List.of(place)).build(), file);
  }

  private List<String> found(String code) {
    return report.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(finding -> finding.id() + " → " + finding.expected())
        .toList();
  }
}
