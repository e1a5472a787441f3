package org.collporterre.benchmarks;

import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.collporterre.check.Checker;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/**
 * Holds initiatives in memory and checks the constraints on their fields in turn in two ways: as
 * the product does it, and by giving every record to the Jakarta Validation provider. Both must
 * find the same. What a run costs without any check is taken off both.
 */
public final class ValidationCost {
  private static final int WARM_UPS = 3;

  /**
   * CPU seconds.
   *
   * @param plan of the product's way
   * @param provider of the other
   */
  record Cost(int records, int findings, double plan, double provider) {}

  private ValidationCost() {}

  /** Takes the file, how many records of it at most, and the number of rounds. */
  public static void main(String[] args) throws IOException {
    Cost cost =
        measure(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), WARM_UPS);
    System.out.printf(
        Locale.ROOT,
        "%d records, %d findings both ways: %.3f us CPU per record by the plan, %.3f by the"
            + " provider, ratio %.4f%n",
        cost.records(),
        cost.findings(),
        cost.plan() / cost.records() * 1e6,
        cost.provider() / cost.records() * 1e6,
        cost.plan() / cost.provider());
  }

  static Cost measure(Path file, int most, int rounds, int warmUps) throws IOException {
    List<Located<Initiative>> records = read(file, most);
    Checker plan = Objects.requireNonNull(Rules.CONSTRAINTS.checker());
    Checker provider = Objects.requireNonNull(Rules.PROVIDER.checker());
    Report found = report(records, plan);
    if (!found.findings().equals(report(records, provider).findings())) {
      throw new IllegalStateException("plan and provider do not find the same");
    }
    List<Checker> ways = List.of(plan.withValidator(nothing()), plan, provider);
    double[][] seconds = new double[ways.size()][rounds];
    for (int round = -warmUps; round < rounds; round++) {
      for (int way = 0; way < ways.size(); way++) {
        double taken = seconds(records, ways.get(way));
        if (round >= 0) {
          seconds[way][round] = taken;
        }
      }
    }
    double run = Median.of(seconds[0]);
    return new Cost(
        records.size(), found.count(), Median.of(seconds[1]) - run, Median.of(seconds[2]) - run);
  }

  /** Returns a validator that finds nothing: what is left is what a run costs anyway. */
  private static Validator nothing() {
    return (Validator)
        Proxy.newProxyInstance(
            Validator.class.getClassLoader(),
            new Class<?>[] {Validator.class},
            (proxy, method, arguments) -> Set.of());
  }

  private static List<Located<Initiative>> read(Path file, int most) throws IOException {
    List<Located<Initiative>> records = new ArrayList<>();
    try (EntryReader<Initiative> in =
        Importers.detect(file).open(file, Initiative.class, finding -> {})) {
      for (Located<Initiative> row : in) {
        if (records.size() == most) {
          break;
        }
        // Without its origin, which would keep the file's cells.
        records.add(Located.of(row.value()));
      }
    }
    return records;
  }

  private static Report report(List<Located<Initiative>> records, Checker checker) {
    Report report = Report.keeping(Integer.MAX_VALUE, Integer.MAX_VALUE);
    check(records, checker, report);
    return report;
  }

  private static void check(List<Located<Initiative>> records, Checker checker, Report report) {
    try (Checker.Run run = checker.start(report)) {
      for (int i = 0; i < records.size(); i++) {
        run.accept(records.get(i));
      }
    }
  }

  private static double seconds(List<Located<Initiative>> records, Checker checker) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Report report = Report.keeping(10);
    long start = threads.getCurrentThreadCpuTime();
    check(records, checker, report);
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
