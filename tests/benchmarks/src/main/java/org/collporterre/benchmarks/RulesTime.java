package org.collporterre.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.check.RuleSettings;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/**
 * Reads and checks initiatives with references, and methodologies that derive from each other, in
 * turn with the rules about single records and with all rules, and says how long each took. The
 * search for duplicates is left out of both and has a figure of its own.
 */
public final class RulesTime {
  private static final long SEED = 42;

  /** One methodology for so many initiatives. */
  private static final int SHARE = 50;

  static final Set<String> OF_DUPLICATES = Set.of("probable-duplicate", "duplicates-not-searched");

  /** The rules that remember records, but for those about duplicates. */
  static final Set<String> ACROSS_RECORDS =
      Set.of(
          "self-reference",
          "ref-unresolved",
          "ref-wrong-type",
          "ref-to-draft",
          "ref-version",
          "lineage-cycle",
          "replication-cycle",
          "membership-cycle",
          "lineage-dates",
          "version-not-increased",
          "status-regression",
          "applies-and-documents",
          "replication-implies-method",
          "licence-incompatible-derivation",
          "licence-derivation-doubtful",
          "attribution-missing",
          "same-external-id",
          "link-duplicate",
          "precision-lie");

  private RulesTime() {}

  /** Takes the number of initiatives, the folder to write to, and the number of rounds. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    write(Long.parseLong(args[0]), folder);
    Checker searching = Checker.standard();
    Checker all = searching.with(without(OF_DUPLICATES));
    Set<String> others = new TreeSet<>(OF_DUPLICATES);
    others.addAll(ACROSS_RECORDS);
    Checker single = searching.with(without(others));
    int rounds = Integer.parseInt(args[2]);
    double[][] seconds = new double[3][rounds];
    Report report = check(folder, all);
    for (int round = 0; round < rounds; round++) {
      seconds[0][round] = seconds(folder, single);
      seconds[1][round] = seconds(folder, all);
      seconds[2][round] = seconds(folder, searching);
    }
    double fast = Median.of(seconds[0]);
    double slow = Median.of(seconds[1]);
    System.out.printf(
        Locale.ROOT,
        "%s initiatives, %d methodologies: %.2f s CPU with rules about single records, %.2f with"
            + " all, ratio %.2f; %.2f with the search for duplicates; heap used at most %d MB%n",
        args[0],
        methodologies(Long.parseLong(args[0])),
        fast,
        slow,
        slow / fast,
        Median.of(seconds[2]),
        peak() >> 20);
    report.byRule().forEach((code, count) -> System.out.println("  " + code + " " + count));
  }

  /** Writes both tables into a folder. */
  static void write(long rows, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(initiatives(folder)), 1 << 16)) {
      Generator.write(new Initiatives(SEED, rows, methodologies(rows)), rows, out);
    }
    Methodologies.write(methodologies(rows), SEED, rows, methodologies(folder));
  }

  private static int methodologies(long rows) {
    return Math.toIntExact(Math.max(1, rows / SHARE));
  }

  private static Path initiatives(Path folder) {
    return folder.resolve("initiatives.csv");
  }

  private static Path methodologies(Path folder) {
    return folder.resolve("methodologies.csv");
  }

  /** Reads and checks both tables. */
  static Report check(Path folder, Checker checker) throws IOException {
    Report report = Report.keeping(10);
    try (Checker.Run run = checker.start(report)) {
      read(initiatives(folder), Initiative.class, run, report);
      read(methodologies(folder), Methodology.class, run, report);
    }
    return report;
  }

  private static <E extends Entry> void read(
      Path file, Class<E> type, Checker.Run run, Report report) throws IOException {
    try (EntryReader<E> in = CsvImporter.create().open(file, type, report)) {
      for (Located<E> row : in) {
        run.accept(row);
      }
    }
  }

  private static RuleSettings without(Set<String> codes) {
    RuleSettings settings = RuleSettings.NONE;
    for (String code : codes) {
      settings = settings.withSeverity(Objects.requireNonNull(BuiltInRules.rule(code)), null);
    }
    return settings;
  }

  /** The thread's own time: where others are at work on the machine, the clock tells little. */
  private static double seconds(Path folder, Checker checker) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    check(folder, checker);
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
