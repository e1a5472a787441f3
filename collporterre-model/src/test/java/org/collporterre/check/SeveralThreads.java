package org.collporterre.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;

/** Checks records in one thread, and in several that take them in turn, to compare the two. */
final class SeveralThreads {
  /**
   * What came of a run.
   *
   * @param findings all findings, in the order in which they were reported
   * @param passes of each record, whether it passes
   */
  record Outcome(List<Finding> findings, List<Boolean> passes) {}

  private SeveralThreads() {}

  /** Returns what comes of records that are checked one by one. */
  static Outcome one(Checker checker, List<Located<Entry>> rows) {
    List<Finding> findings = new ArrayList<>();
    List<Boolean> passes = new ArrayList<>();
    try (Checker.Run run = checker.start(findings::add)) {
      rows.forEach(row -> passes.add(run.accept(row)));
    }
    return new Outcome(findings, passes);
  }

  /** Returns what comes of records of which each thread looks at every so manieth. */
  static Outcome several(Checker checker, List<Located<Entry>> rows, int threads) {
    List<Finding> findings = new ArrayList<>();
    List<Boolean> passes = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Checker.Run run = checker.start(findings::add)) {
      List<Future<List<Checked<Entry>>>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int first = i;
        Checker.Records records = run.records();
        parts.add(
            pool.submit(
                () ->
                    IntStream.range(0, rows.size())
                        .filter(at -> at % threads == first)
                        .mapToObj(at -> records.check(rows.get(at)))
                        .toList()));
      }
      for (int i = 0; i < rows.size(); i++) {
        passes.add(run.accept(parts.get(i % threads).get().get(i / threads)));
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      pool.shutdown();
    }
    return new Outcome(findings, passes);
  }
}
