package org.collporterre.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Plants duplicates among generated initiatives, reads and checks them, in turn with and without
 * the rule that finds such, and says how long each took and how many were found.
 */
public final class DuplicatesFound {
  private static final String RULE = "probable-duplicate";
  private static final int PERCENT = 2;
  private static final long SEED = 42;

  private DuplicatesFound() {}

  /**
   * What was found.
   *
   * @param planted how many duplicates there are
   * @param found how many of them were found
   * @param wrong how many pairs were found that are none
   */
  record Outcome(long planted, long found, long wrong) {}

  /** Takes the number of rows, the file to write, and the number of rounds. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    long planted = write(Long.parseLong(args[0]), file);
    double[] with = new double[Integer.parseInt(args[2])];
    double[] without = new double[with.length];
    Outcome outcome = check(file, planted, true);
    for (int round = 0; round < with.length; round++) {
      without[round] = seconds(file, planted, false);
      with[round] = seconds(file, planted, true);
    }
    Arrays.sort(with);
    Arrays.sort(without);
    double fast = without[without.length / 2];
    double slow = with[with.length / 2];
    System.out.printf(
        Locale.ROOT,
        "%s rows and %d copies: %.2f s with the rule, %.2f s without, ratio %.2f; "
            + "recall %.4f, precision %.4f%n",
        args[0],
        planted,
        slow,
        fast,
        slow / fast,
        (double) outcome.found / planted,
        (double) outcome.found / Math.max(1, outcome.found + outcome.wrong));
  }

  private static double seconds(Path file, long planted, boolean searched) throws IOException {
    long start = System.nanoTime();
    check(file, planted, searched);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Writes so many rows, and copies of some; returns the number of copies. */
  static long write(long rows, Path file) throws IOException {
    List<String> header = Schema.of(Initiative.class).fields().stream().map(Field::key).toList();
    Initiatives initiatives = new Initiatives(SEED, rows);
    Cells cells = new Cells(header);
    long copies = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      StringBuilder text = new StringBuilder();
      cells.writeHeader(text);
      for (long number = 0; number < rows; number++) {
        Fault fault = initiatives.fill(number, cells);
        cells.write(text);
        Dice dice = new Dice(SEED + 1, number);
        if (fault == null && !cells.get("commune").isEmpty() && dice.percent(PERCENT)) {
          Copies.change(cells, dice);
          cells.write(text);
          copies++;
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
      }
    }
    return copies;
  }

  /** Reads and checks a file. */
  static Outcome check(Path file, long planted, boolean searched) throws IOException {
    long[] counts = new long[2];
    Checker checker = searched ? Checker.standard() : Checker.standard().with(new Off());
    try (EntryReader<Initiative> in =
            CsvImporter.create().open(file, Initiative.class, finding -> {});
        Checker.Run run =
            checker.start(
                finding -> {
                  if (finding.code().equals(RULE)) {
                    String other = String.valueOf(finding.value()).split(" ", 2)[0];
                    counts[(other + Copies.MARK).equals(finding.id()) ? 0 : 1]++;
                  }
                })) {
      for (Located<Initiative> row : in) {
        run.accept(row);
      }
    }
    return new Outcome(planted, counts[0], counts[1]);
  }

  /** The rule, off. */
  private static final class Off implements Rule {
    @Override
    public String code() {
      return RULE;
    }

    @Override
    public @Nullable Severity severity(Profile profile) {
      return null;
    }
  }
}
