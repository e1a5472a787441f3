package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.CostBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.vocabulary.DocumentationStatus;
import org.collporterre.vocabulary.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that ask which columns a file has, and which text stood in a cell. */
class RulesOfFilesTest {
  /** A row of a table: its columns, and the cells of which the text is known. */
  private record Row(String file, Set<String> columns, Map<String, String> cells)
      implements Located.Origin {
    @Override
    public Location record() {
      return Location.startOf(file);
    }

    @Override
    public Location field(String key) {
      return record();
    }

    @Override
    public String text(String key) {
      return cells.getOrDefault(key, "");
    }

    @Override
    public boolean hasColumn(String key) {
      return columns.contains(key);
    }
  }

  /** A record that lacks what a rule asks for. */
  private static Entry lacking(String code, String id) {
    return switch (code) {
      case "adaptable-missing" ->
          Methodology.named(id, "Titre").documentationStatus(DocumentationStatus.PROVEN).build();
      case "progress-vs-dates" -> Initiative.named(id, "Titre").progress(Progress.ENDED).build();
      case "stale" ->
          Initiative.named(id, "Titre")
              .sheet(SheetBuilder.builder().modifiedOn(LocalDate.of(2011, 1, 1)).build())
              .build();
      case "duration-cost-suspicious" ->
          Methodology.named(id, "Titre")
              .cost(CostBuilder.builder().amount(java.math.BigDecimal.TEN).build())
              .build();
      case "coordinates-half" ->
          Initiative.named(id, "Titre")
              .locations(List.of(PlaceBuilder.builder().latitude(48.39).build()))
              .build();
      default -> Initiative.named(id, "Titre").build();
    };
  }

  private static Located<Entry> row(
      Entry entry, String file, Set<String> columns, Map<String, String> cells) {
    return new Located<>(entry, new Row(file, columns, cells));
  }

  /** Returns whose records are found, and adds which of them pass. */
  private static List<String> found(String code, List<Located<Entry>> rows, List<Boolean> passes) {
    List<Finding> found = new ArrayList<>();
    Checker checker = RulesTest.alone(code).withProfile(Profile.PUBLICATION);
    try (Checker.Run run = checker.start(found::add)) {
      rows.forEach(row -> passes.add(run.accept(row)));
    }
    return found.stream().filter(f -> f.code().equals(code)).map(f -> f.id()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "licence-missing, licence, false",
    "summary-missing, resume, false",
    "adaptable-missing, adaptable, true",
    "adaptable-missing, invariants, true",
    "progress-vs-dates, date_fin, true"
  })
  void that_a_column_is_missing_is_told_once_of_each_file(
      String code, String column, boolean passing) {
    List<Located<Entry>> rows = new ArrayList<>();
    for (String id : List.of("a", "b", "c", "d", "e")) {
      boolean has = id.compareTo("d") >= 0;
      String file = has ? "3.csv" : id.equals("c") ? "2.csv" : "1.csv";
      rows.add(row(lacking(code, id), file, has ? Set.of(column) : Set.of(), Map.of()));
    }
    List<Boolean> passes = new ArrayList<>();

    assertThat(found(code, rows, passes)).containsExactly("a", "c", "d", "e");
    assertThat(passes).as("b is held back all the same").containsOnly(passing);
  }

  @ParameterizedTest
  @CsvSource({
    "licence-missing, licence",
    "adaptable-missing, adaptable",
    "adaptable-missing, invariants",
    "progress-vs-dates, date_fin",
    "stale, verifie_le",
    "duration-cost-suspicious, cout_devise",
    "coordinates-half, longitude"
  })
  void a_cell_that_could_not_be_read_is_not_missing(String code, String column) {
    Set<String> columns = Set.of(column);
    Entry entry = lacking(code, "a");

    assertThat(found(code, List.of(row(entry, "", columns, Map.of())), new ArrayList<>()))
        .containsExactly("a");
    assertThat(
            found(code, List.of(row(entry, "", columns, Map.of(column, "?"))), new ArrayList<>()))
        .isEmpty();
  }

  @Test
  void a_formula_behind_an_apostrophe_is_a_text() {
    Initiative formula =
        Initiative.named("a", "Titre")
            .header(
                HeaderBuilder.builder()
                    .id("a")
                    .title(LocalizedText.of("Titre"))
                    .summary(LocalizedText.of("=1+1"))
                    .build())
            .build();
    for (String written : List.of("=1+1", "'=1+1")) {
      Located<Entry> row = row(formula, "", Set.of("resume"), Map.of("resume", written));
      assertThat(found("formula-cell", List.of(row), new ArrayList<>()))
          .hasSize(written.equals("=1+1") ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"48.3903941, true", "'48.3903941, -4.48', false", "'48°23′25″', false"})
  void a_number_is_rounded_only_where_its_cell_is_that_number(String written, boolean fixed) {
    Initiative at =
        Initiative.named("a", "Titre").locations(List.of(Place.at(48.3903941, -4.48))).build();
    List<Finding> found = new ArrayList<>();
    try (Checker.Run run = RulesTest.alone("coordinates-over-precise").start(found::add)) {
      run.accept(row(at, "", Set.of("latitude"), Map.of("latitude", written)));
    }
    assertThat(found)
        .filteredOn(f -> f.code().equals("coordinates-over-precise"))
        .singleElement()
        .satisfies(f -> assertThat(f.fix() != null).isEqualTo(fixed));
  }
}
