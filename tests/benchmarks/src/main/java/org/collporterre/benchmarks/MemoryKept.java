package org.collporterre.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.collporterre.check.Checker;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/** Tells how much memory a check keeps per record until the end, for the rules across records. */
public final class MemoryKept {
  private MemoryKept() {}

  /** Takes the file and the name of the rules. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Rules rules = Rules.of(args[1]);
    // What is made once stays out of it.
    kept(file, rules, 1_000);
    long least = kept(file, rules, 1_000);
    long[] records = {0};
    long most = kept(file, rules, Long.MAX_VALUE, records);
    System.out.printf(
        Locale.ROOT,
        "kept,%s,%d,%.1f%n",
        args[1],
        records[0],
        (double) (most - least) / (records[0] - 1_000));
  }

  private static long kept(Path file, Rules rules, long most) throws IOException {
    return kept(file, rules, most, new long[1]);
  }

  /** Returns the bytes in use when so many records are checked and the run is not yet closed. */
  private static long kept(Path file, Rules rules, long most, long[] records) throws IOException {
    Checker checker = Objects.requireNonNull(rules.checker());
    Report report = Report.keeping(10, 100);
    try (EntryReader<Initiative> in = Importers.detect(file).open(file, Initiative.class, report);
        Checker.Run run = checker.start(report)) {
      for (Located<Initiative> row : in) {
        run.accept(row);
        if (++records[0] == most) {
          break;
        }
      }
      return used();
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
