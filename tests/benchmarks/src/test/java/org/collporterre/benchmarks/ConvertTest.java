package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {
  private static final int ROWS = 20_000;

  @Test
  void every_fault_is_found_by_its_rule_and_nothing_else_is(@TempDir Path folder)
      throws IOException {
    Path csv = folder.resolve("in.csv");
    Path geojson = folder.resolve("out.geojson");
    Map<Fault, Long> faults;
    try (OutputStream out = Files.newOutputStream(csv)) {
      faults = Generator.write(ROWS, 42, out);
    }
    Report report = Report.keeping(ROWS);
    assertThat(Convert.convert(csv, geojson, report)).isEqualTo(ROWS);
    Map<String, Long> planted = new TreeMap<>();
    faults.forEach((fault, count) -> planted.put(fault.rule(), count));
    Map<String, Long> found =
        report.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(Finding::code)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(found).isEqualTo(planted);
    assertThat(features(geojson))
        .isEqualTo(ROWS - count(faults, Fault.TITLE) - count(faults, Fault.DUPLICATE));
  }

  private static long count(Map<Fault, Long> faults, Fault fault) {
    return faults.getOrDefault(fault, 0L);
  }

  private static long features(Path geojson) throws IOException {
    try (Stream<String> lines = Files.lines(geojson, StandardCharsets.UTF_8)) {
      return lines.filter(line -> line.startsWith("{\"type\":\"Feature\",")).count();
    }
  }
}
