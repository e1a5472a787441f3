package org.collporterre.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collporterre.check.Checker;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Messages;
import org.collporterre.report.Report;

/**
 * What every reader promises of any bytes: no exception, for bytes in memory can always be read;
 * findings that have a place and a sentence; an end in bounded time. Memory is bounded by the heap
 * of the JVM that the tests run in.
 */
final class Promise {
  /** The largest input that the promise is about, in bytes. */
  static final int LARGEST = 1 << 20;

  /** Of the processor, as a machine may be busy with other things. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<Messages> LANGUAGES =
      List.of(Messages.in(Locale.FRENCH), Messages.in(Locale.ENGLISH));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);

  /** What is done with some bytes. */
  interface Reading {
    void read() throws IOException;
  }

  /** What came out of some bytes: the records without errors, and the columns unknown to us. */
  record Outcome(List<Entry> records, List<String> extensions, Report report, boolean stopped) {}

  private Promise() {}

  /** Reads, and fails for whatever the promise excludes. */
  static void keep(byte[] bytes, Reading reading) {
    if (bytes.length > LARGEST) {
      return;
    }
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      reading.read();
    } catch (IOException e) {
      throw new AssertionError("bytes in memory cannot fail to be read", e);
    }
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
  }

  /** Reads records, checks them and returns those that pass. */
  static <E extends Entry> Outcome records(Importer<?> importer, byte[] bytes, Class<E> type)
      throws IOException {
    Report report = Report.create();
    List<Entry> records = new ArrayList<>();
    try (EntryReader<E> in = importer.open(new ByteArrayInputStream(bytes), "x", type, report);
        Checker.Run check = Checker.standard().withClock(CLOCK).start(report)) {
      for (Located<E> row : in) {
        if (check.accept(row)) {
          records.add(row.value());
        }
      }
      tell(report);
      return new Outcome(records, in.extensions(), report, in.stopped());
    }
  }

  /** Makes sure that findings can be told: one of each rule, as there may be many. */
  static void tell(Report report) {
    Set<String> told = new HashSet<>();
    for (Finding finding : report.findings()) {
      assertThat(finding.location().line()).as("%s", finding).isPositive();
      assertThat(finding.location().column()).as("%s", finding).isPositive();
      if (told.add(finding.code())) {
        for (Messages language : LANGUAGES) {
          assertThat(language.line(finding)).isNotBlank();
        }
      }
    }
  }
}
