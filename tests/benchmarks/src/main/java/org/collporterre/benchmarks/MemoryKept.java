package org.collporterre.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleSettings;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/**
 * Tells how much memory a check keeps per record until the end, for the rules across records, and
 * of that each thing that they keep.
 */
public final class MemoryKept {
  /** What every rule across records needs. */
  private static final String IDENTIFIERS = "id-duplicate";

  /** The rules that keep something of their own; all others only look at the references. */
  private static final List<String> KEEPERS =
      List.of(
          "ref-unresolved",
          "precision-lie",
          "link-duplicate",
          "same-external-id",
          "probable-duplicate");

  private MemoryKept() {}

  /** Takes the file and either the name of the rules or {@code parts}. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    if (args[1].equals("parts")) {
      parts(file);
    } else {
      print(args[1], measured(file, Objects.requireNonNull(Rules.of(args[1]).checker())));
    }
  }

  private static void parts(Path file) throws IOException {
    Kept none = measured(file, with(Set.of()));
    Kept identifiers = measured(file, with(Set.of(IDENTIFIERS)));
    print(IDENTIFIERS, identifiers.less(none));
    for (String keeper : KEEPERS) {
      print(keeper, measured(file, with(Set.of(IDENTIFIERS, keeper))).less(identifiers));
    }
  }

  /** Returns a checker with the rules about one record and some of those across records. */
  private static Checker with(Set<String> codes) {
    RuleSettings settings = RuleSettings.NONE;
    for (Rule rule : BuiltInRules.all()) {
      if (!rule.isAboutOneRecord() && rule.canBeOff() && !codes.contains(rule.code())) {
        settings = settings.withSeverity(rule, null);
      }
    }
    return Checker.standard().with(settings);
  }

  private static void print(String name, Kept kept) {
    System.out.printf(
        Locale.ROOT, "kept,%s,%d,%.1f%n", name, kept.records(), kept.bytesPerRecord());
  }

  /**
   * What was kept.
   *
   * @param records of how many records
   * @param bytesPerRecord how much of each
   */
  private record Kept(long records, double bytesPerRecord) {
    Kept less(Kept other) {
      return new Kept(records, bytesPerRecord - other.bytesPerRecord);
    }
  }

  private static Kept measured(Path file, Checker checker) throws IOException {
    // What is made once stays out of it.
    kept(file, checker, 1_000, new long[1]);
    long least = kept(file, checker, 1_000, new long[1]);
    long[] records = {0};
    long most = kept(file, checker, Long.MAX_VALUE, records);
    return new Kept(records[0], (double) (most - least) / (records[0] - 1_000));
  }

  /** Returns the bytes in use when so many records are checked and the run is not yet closed. */
  private static long kept(Path file, Checker checker, long most, long[] records)
      throws IOException {
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

  /** Returns the bytes of the heap that are in use behind a collection. */
  static long used() {
    // The serial collector lets some garbage lie where it is, but not every fourth time.
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
