package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTimeTest {
  @Test
  void there_are_references_and_derivations_of_all_kinds(@TempDir Path folder) throws IOException {
    RulesTime.write(5_000, folder);
    Report report = RulesTime.check(folder, Checker.standard());
    assertThat(report.byRule())
        .containsKeys(
            "ref-unresolved",
            "ref-version",
            "lineage-dates",
            "status-regression",
            "version-not-increased",
            "replication-implies-method",
            "licence-incompatible-derivation")
        .doesNotContainKeys("rule-failed", "ref-wrong-type", "lineage-cycle");
    assertThat(report.byRule().get("ref-unresolved")).as("only the intended ones").isLessThan(10);
  }

  @Test
  void the_rules_left_out_exist() {
    assertThat(RulesTime.ACROSS_RECORDS).allMatch(code -> BuiltInRules.rule(code) != null);
    assertThat(RulesTime.OF_DUPLICATES).allMatch(code -> BuiltInRules.rule(code) != null);
  }
}
