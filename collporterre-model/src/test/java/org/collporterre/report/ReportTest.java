package org.collporterre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private static Finding finding(
      String code, Severity severity, String file, int line, int column) {
    return new Finding(
        code,
        severity,
        Profile.ECHANGE,
        new Location(file, line, column),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable String cut(String value) {
    return new Finding(
            "code",
            Severity.INFO,
            Profile.ECHANGE,
            Location.startOf(""),
            null,
            null,
            null,
            value,
            null,
            null)
        .value();
  }

  @Test
  void findings_come_by_file_as_read_then_by_line_and_column() {
    Report report = Report.create();
    report.report(finding("d", Severity.INFO, "z.csv", 10, 1));
    report.report(finding("b", Severity.INFO, "z.csv", 9, 20));
    report.report(finding("c", Severity.INFO, "a.csv", 1, 1));
    report.report(finding("a", Severity.INFO, "z.csv", 9, 3));
    report.report(finding("e", Severity.INFO, "z.csv", 9, 3));
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly("a", "e", "b", "d", "c");
  }

  @Test
  void all_findings_are_counted_and_the_first_of_each_rule_kept() {
    Report report = Report.keeping(2);
    for (int line = 1; line <= 5; line++) {
      report.report(finding("often", Severity.WARNING, "a.csv", line, 1));
    }
    report.report(finding("seldom", Severity.INFO, "a.csv", 1, 1));
    assertThat(report.findings())
        .extracting(f -> f.code() + f.location().line())
        .containsExactly("often1", "seldom1", "often2");
    assertThat(report.byRule()).isEqualTo(Map.of("often", 5, "seldom", 1));
    assertThat(report.byRule().keySet()).containsExactly("often", "seldom");
    assertThat(report.count(Severity.WARNING)).isEqualTo(5);
    assertThat(report.count(Severity.ERROR)).isZero();
    assertThat(report.isClean()).isTrue();
    report.report(finding("bad", Severity.ERROR, "a.csv", 1, 1));
    assertThat(report.isClean()).isFalse();
  }

  @Test
  void a_report_may_keep_nothing_and_keeps_a_thousand_unless_told() {
    Report none = Report.keeping(0);
    Report usual = Report.create();
    for (int line = 1; line <= 1_001; line++) {
      none.report(finding("a", Severity.ERROR, "", line, 1));
      usual.report(finding("a", Severity.ERROR, "", line, 1));
    }
    assertThat(none.findings()).isEmpty();
    assertThat(none.count(Severity.ERROR)).isEqualTo(1_001);
    assertThat(usual.findings()).hasSize(1_000);
    assertThatIllegalArgumentException().isThrownBy(() -> Report.keeping(-1));
  }

  @Test
  void with_a_limit_in_all_worse_findings_take_the_place_of_the_last_of_the_least_bad() {
    Report report = Report.keeping(10, 3);
    report.report(finding("note", Severity.INFO, "b.csv", 1, 1));
    report.report(finding("note", Severity.INFO, "b.csv", 2, 1));
    report.report(finding("warn", Severity.WARNING, "a.csv", 3, 1));
    report.report(finding("warn", Severity.WARNING, "a.csv", 4, 1));
    report.report(finding("note", Severity.INFO, "a.csv", 5, 1));
    assertThat(report.findings())
        .extracting(f -> f.code() + f.location().line())
        .containsExactly("note1", "warn3", "warn4");
    for (int line = 6; line <= 9; line++) {
      report.report(finding("err", Severity.ERROR, "a.csv", line, 1));
    }
    assertThat(report.findings())
        .extracting(f -> f.code() + f.location().line())
        .containsExactly("err6", "err7", "err8");
    assertThat(report.size()).isEqualTo(3);
    assertThat(report.count()).isEqualTo(9);
    assertThat(report.byRule()).isEqualTo(Map.of("note", 3, "warn", 2, "err", 4));
    assertThat(report.worst("warn")).isEqualTo(Severity.WARNING);
    assertThat(report.worst("none")).isNull();
  }

  @Test
  void a_rule_is_as_bad_as_its_worst_finding() {
    Report report = Report.keeping(0);
    report.report(finding("a", Severity.INFO, "", 1, 1));
    report.report(finding("a", Severity.ERROR, "", 2, 1));
    report.report(finding("a", Severity.WARNING, "", 3, 1));
    assertThat(report.worst("a")).isEqualTo(Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "🌱"})
  void a_value_is_cut_at_eighty_code_points(String one) {
    assertThat(cut(one.repeat(80))).isEqualTo(one.repeat(80));
    assertThat(cut(one.repeat(81))).isEqualTo(one.repeat(79) + "…");
    assertThat(cut(one.repeat(100_000))).isEqualTo(one.repeat(79) + "…");
    assertThat(cut("")).isEmpty();
  }

  @Test
  void a_fix_keeps_the_order_of_its_cells_and_does_not_follow_the_map_it_was_made_of() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("longitude", "1");
    cells.put("latitude", "2");
    Fix fix = new Fix(false, cells);
    cells.clear();
    assertThat(fix.cells().keySet()).containsExactly("longitude", "latitude");
    assertThat(Fix.safe("a", "b")).isEqualTo(new Fix(true, Map.of("a", "b")));
    assertThat(Fix.unsafe("a", "b").safe()).isFalse();
  }

  @Test
  void names_are_those_of_files_and_back() {
    assertThat(List.of(Profile.values()))
        .extracting(Profile::label)
        .containsExactly("echange", "publication");
    assertThat(Profile.named("publication")).isEqualTo(Profile.PUBLICATION);
    assertThat(Profile.named("PUBLICATION")).isNull();
    assertThat(List.of(Severity.values()))
        .extracting(Severity::label)
        .containsExactly("error", "warning", "info");
    assertThat(new Location("a.csv", 2, 8)).hasToString("a.csv:2:8");
  }
}
