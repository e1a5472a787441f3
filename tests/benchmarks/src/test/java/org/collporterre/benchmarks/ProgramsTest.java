package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.report.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that are measured do what the tables say. */
class ProgramsTest {
  private static final int ROWS = 2_000;

  @TempDir private Path folder;
  private Path csv = Path.of("");

  @BeforeEach
  void generate() throws IOException {
    csv = folder.resolve("in.csv");
    try (OutputStream out = Files.newOutputStream(csv)) {
      Generator.write(ROWS, 42, out);
    }
  }

  @Test
  void the_limit_is_json_with_the_cells_as_they_are() throws IOException {
    Path out = folder.resolve("out.geojson");
    assertThat(ByteCopy.copy(csv, out)).isEqualTo(ROWS);
    Report report = Report.keeping(10);
    // Lists are texts there, which reading accepts, so it is GeoJSON of ours by and large.
    assertThat(Convert.convert(out, null, report, new Convert.Options(Rules.NONE, 1)))
        .isEqualTo(ROWS);
    assertThat(report.byRule()).doesNotContainKeys("geojson-malformed", "json-malformed");
  }

  @Test
  void the_plan_finds_what_the_provider_finds() throws IOException {
    ValidationCost.Cost cost = ValidationCost.measure(csv, ROWS, 1, 0);
    assertThat(cost.records()).isEqualTo(ROWS);
    assertThat(cost.findings()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"NONE,ALL", "CONSTRAINTS,RECORD", "RECORD,ALL"})
  void more_rules_find_more(Rules few, Rules many) throws IOException {
    assertThat(findings(few)).isLessThan(findings(many));
  }

  private int findings(Rules rules) throws IOException {
    Report report = Report.keeping(10);
    Convert.convert(csv, null, report, new Convert.Options(rules, 1));
    return report.count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "geojson", "jsonld", "json", "zip"})
  void what_is_written_in_a_format_is_read_again(String ending) throws IOException {
    Path out = folder.resolve("out." + ending);
    Convert.Options unchecked = new Convert.Options(Rules.NONE, 1);
    Convert.convert(csv, out, Report.keeping(10), unchecked);
    assertThat(Convert.convert(out, null, Report.keeping(10), unchecked)).isGreaterThan(ROWS - 20);
  }

  @Test
  void a_time_is_of_all_records() throws IOException {
    SteadyTime.Time time =
        SteadyTime.time(csv, folder.resolve("out.geojson"), new Convert.Options(Rules.RECORD, 1));
    assertThat(time.records()).isEqualTo(ROWS);
    assertThat(time.wall()).isPositive();
  }
}
