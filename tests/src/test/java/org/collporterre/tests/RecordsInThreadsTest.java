package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checked;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Mapping;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is found by several threads, with every rule's example and with hostile records. */
class RecordsInThreadsTest {
  private static final List<Integer> THREADS = List.of(1, 2, 3, 8);

  private record Outcome(List<Finding> findings, List<Boolean> passes) {}

  @TestFactory
  Stream<DynamicTest> several_threads_find_the_same_in_the_example_of_a_rule() {
    return BuiltInRules.all().stream()
        .map(rule -> RulePage.of(rule.code()))
        .filter(page -> !page.inCode())
        .map(page -> DynamicTest.dynamicTest(page.code(), () -> compare(page)));
  }

  @TestFactory
  Stream<DynamicTest> several_threads_find_the_same_in_hostile_records() {
    return Entry.TYPES.stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(), () -> compare(Checker.standard(), hostile(type))));
  }

  private static <E extends Entry> List<Located<Entry>> hostile(Class<E> type) {
    List<E> records = HostileRecords.of(12).records(type, 200);
    return Stream.concat(records.stream(), records.stream().limit(20))
        .map(record -> Located.of((Entry) record, "a.csv"))
        .toList();
  }

  private static void compare(RulePage page) throws IOException {
    DatasetDescriptor descriptor = RulePagesTest.descriptor(page.example());
    Clock clock =
        Clock.fixed(page.today().atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    compare(Checker.standard().withClock(clock).with(descriptor), read(page.example()));
  }

  private static void compare(Checker standard, List<Located<Entry>> rows) {
    for (Profile profile : Profile.values()) {
      Checker checker = standard.withProfile(profile).with(FrenchGazetteer.load());
      Outcome expected = one(checker, rows);
      for (int threads : THREADS) {
        assertThat(several(checker, rows, threads)).isEqualTo(expected);
      }
    }
  }

  private static List<Located<Entry>> read(Map<String, String> files) throws IOException {
    List<Located<Entry>> rows = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String name = file.getKey();
      if (!List.of(DatasetSettings.FILE, DatasetDescriptor.FILE, Mapping.FILE).contains(name)) {
        var in = new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8));
        try (EntryReader<? extends Entry> reader =
            RulePagesTest.importer(name).open(in, name, RulePagesTest.type(name), finding -> {})) {
          reader.forEach(row -> rows.add(new Located<>(row.value(), row.origin())));
        }
      }
    }
    return rows;
  }

  private static Outcome one(Checker checker, List<Located<Entry>> rows) {
    List<Finding> findings = new ArrayList<>();
    List<Boolean> passes = new ArrayList<>();
    try (Checker.Run run = checker.start(findings::add)) {
      rows.forEach(row -> passes.add(run.accept(row)));
    }
    return new Outcome(findings, passes);
  }

  private static Outcome several(Checker checker, List<Located<Entry>> rows, int threads) {
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
