package org.collporterre.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Report;

/**
 * Checks and converts a table that is generated while it is read, and tells how much of the heap is
 * in use after every so many records: no file of the size is needed.
 */
public final class FlatMemory {
  private static final long SEED = 42;
  private static final int PIPE = 1 << 18;

  /**
   * What was in use.
   *
   * @param records how many records had been converted
   * @param bytes the heap in use behind a collection
   */
  record Sample(long records, long bytes) {}

  private FlatMemory() {}

  /** Takes the number of records, after how many each to look, and the name of the rules. */
  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    long records = Long.parseLong(args[0]);
    System.out.println("records,heap_bytes,seconds");
    measure(
        records,
        Long.parseLong(args[1]),
        Rules.of(args[2]),
        sample ->
            System.out.printf(
                Locale.ROOT,
                "%d,%d,%d%n",
                sample.records(),
                sample.bytes(),
                (System.nanoTime() - start) / 1_000_000_000));
  }

  /** Returns the samples of a run. */
  static List<Sample> measure(long records, long every, Rules rules) throws IOException {
    List<Sample> samples = new ArrayList<>();
    measure(records, every, rules, samples::add);
    return samples;
  }

  private static void measure(long records, long every, Rules rules, Consumer<Sample> samples)
      throws IOException {
    Checker checker = Objects.requireNonNull(rules.checker());
    Report report = Report.keeping(10, 100);
    long[] count = {0};
    try (EntryReader<Initiative> in =
            CsvImporter.create().open(table(records), "generated", Initiative.class, report);
        Checker.Run check = checker.start(report);
        EntryWriter<Initiative> out =
            GeoJsonExporter.create()
                .open(OutputStream.nullOutputStream(), Initiative.class, report)) {
      Pipeline.create()
          .withThreads(1)
          .convert(
              in,
              check,
              out,
              (row, passes) -> {
                if (++count[0] % every == 0) {
                  samples.accept(new Sample(count[0], MemoryKept.used()));
                }
              });
      out.commit();
    }
    if (count[0] != records) {
      throw new IllegalStateException(count[0] + " records of " + records);
    }
  }

  private static InputStream table(long records) throws IOException {
    PipedInputStream in = new PipedInputStream(PIPE);
    PipedOutputStream pipe = new PipedOutputStream(in);
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = new BufferedOutputStream(pipe, 1 << 16)) {
                Generator.write(records, SEED, out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.setDaemon(true);
    writer.start();
    return in;
  }
}
