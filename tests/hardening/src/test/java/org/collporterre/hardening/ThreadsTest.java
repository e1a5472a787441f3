package org.collporterre.hardening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.collporterre.check.Checker;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many threads that share one checker and one importer find what one thread finds. */
@Tag("load")
class ThreadsTest {
  private static final int THREADS = 24;
  private static final Path EXAMPLES = Path.of("..", "..", "examples", "datasets");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);

  private final Checker checker = Checker.standard().withClock(CLOCK).with(FrenchGazetteer.load());

  /** What is read over and over. */
  private record Source(Importer<?> importer, String text) {}

  /** What came of it. */
  private record Outcome(List<Initiative> records, List<Boolean> passes, List<Finding> findings) {}

  @Test
  void all_of_them_find_the_same_as_one() throws Exception {
    long seconds = Long.getLong("collporterre.load.seconds", 10);
    List<Source> sources = sources();
    List<Outcome> expected = new ArrayList<>();
    for (Source source : sources) {
      expected.add(read(source));
    }
    assertThat(expected.get(0).findings()).hasSizeGreaterThan(10);

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    long rounds = 0;
    try {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int first = i;
        all.add(pool.submit(() -> compare(sources, expected, first, end)));
      }
      for (Future<Long> one : all) {
        rounds += one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    System.out.println(rounds + " files read by " + THREADS + " threads in " + seconds + " s");
    assertThat(rounds).isGreaterThanOrEqualTo(THREADS);
  }

  private long compare(List<Source> sources, List<Outcome> expected, int first, long end)
      throws IOException {
    long rounds = 0;
    do {
      int at = (int) ((first + rounds) % sources.size());
      assertThat(read(sources.get(at))).isEqualTo(expected.get(at));
      rounds++;
    } while (System.nanoTime() < end);
    return rounds;
  }

  private static List<Source> sources() throws IOException {
    CsvImporter csv = CsvImporter.create().withGeneratedIds();
    Path kept = Path.of("src/test/resources/org/collporterre/hardening");
    String json = Files.readString(kept.resolve("JsonFuzzTestInputs/keepsThePromise/native.json"));
    return List.of(
        new Source(csv, Files.readString(EXAMPLES.resolve("a-corriger.csv"))),
        new Source(
            csv, Files.readString(EXAMPLES.resolve("initiatives-inspirantes/initiatives.csv"))),
        new Source(csv, twice()),
        new Source(JsonImporter.create(), json));
  }

  /**
   * Rows that repeat identifiers, titles and places: rules across records have most to remember.
   */
  private static String twice() {
    StringBuilder csv = new StringBuilder("id,titre,latitude,longitude,applique,replique_de\n");
    for (int i = 0; i < 300; i++) {
      csv.append("i").append(i % 250).append(",Jardin partagé ").append(i % 40);
      csv.append(",48.").append(100 + i % 50).append(",-4.").append(i % 7);
      csv.append(",m").append(i % 5).append(",i").append((i + 1) % 260).append('\n');
    }
    return csv.toString();
  }

  private Outcome read(Source source) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<Initiative> records = new ArrayList<>();
    List<Boolean> passes = new ArrayList<>();
    try (EntryReader<Initiative> in =
            source
                .importer()
                .open(
                    new ByteArrayInputStream(source.text().getBytes(UTF_8)),
                    "x",
                    Initiative.class,
                    findings::add);
        Checker.Run run = checker.start(findings::add)) {
      for (Located<Initiative> row : in) {
        records.add(row.value());
        passes.add(run.accept(row));
      }
    }
    return new Outcome(records, passes, findings);
  }
}
