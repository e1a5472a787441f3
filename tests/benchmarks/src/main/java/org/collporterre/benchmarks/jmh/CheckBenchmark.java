package org.collporterre.benchmarks.jmh;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.collporterre.benchmarks.Rules;
import org.collporterre.check.Checker;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Records are checked: the constraints by the plan, the same with every record given to the
 * provider, then with the rules too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CheckBenchmark {
  @Param({"constraints", "provider", "record", "all"})
  public String rules = "";

  private Checker checker = Checker.standard();
  private List<Located<Initiative>> records = List.of();

  @Setup
  public void prepare() throws IOException {
    checker = Objects.requireNonNull(Rules.of(rules).checker());
    records = Records.located();
  }

  @Benchmark
  @OperationsPerInvocation(Records.COUNT)
  public int check() {
    int passed = 0;
    try (Checker.Run run = checker.start(finding -> {})) {
      for (Located<Initiative> row : records) {
        passed += run.accept(row) ? 1 : 0;
      }
    }
    return passed;
  }
}
