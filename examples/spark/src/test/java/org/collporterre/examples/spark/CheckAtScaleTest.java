package org.collporterre.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.collporterre.check.Checker;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAtScaleTest {
  private static final CheckSettings SETTINGS =
      new CheckSettings(Profile.ECHANGE, LocalDate.of(2026, 11, 22), true);

  @TempDir static Path folder;
  private static SparkSession spark;
  private static List<Source> sources;
  private static List<Finding> oneMachine;

  @BeforeAll
  static void check() throws IOException {
    new PlantedData(20261122, folder.resolve("in")).write(Path.of("../datasets"));
    sources = Source.in(folder.resolve("in"));
    oneMachine = onOneMachine(SETTINGS);
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .getOrCreate();
    new CheckAtScale(spark, SETTINGS).run(sources, folder.resolve("out"));
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static List<Finding> onOneMachine(CheckSettings settings) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Checker checker = settings.checker();
    try (Checker.Run run = checker.start(findings::add)) {
      for (Source source : sources) {
        Path path = Path.of(source.path());
        Importer<?> importer =
            Importers.detect(path)
                .withProfile(settings.profile())
                .withVocabularies(checker.vocabularies());
        Class<? extends Entry> type = importer.detectType(path).orElse(Initiative.class);
        try (EntryReader<? extends Entry> reader = importer.open(path, type, findings::add)) {
          for (Located<? extends Entry> row : reader) {
            run.accept(row);
          }
        }
      }
    }
    return findings;
  }

  private static List<Finding> onSpark() {
    return spark.read().parquet(folder.resolve("out/findings").toString()).collectAsList().stream()
        .map(FindingRow::finding)
        .toList();
  }

  @Test
  void findings_are_those_of_one_machine() {
    List<String> missing = texts(oneMachine);
    List<String> more = texts(onSpark());
    for (String text : List.copyOf(missing)) {
      if (more.remove(text)) {
        missing.remove(text);
      }
    }
    assertThat(more).isEmpty();
    assertThat(missing).isEmpty();
  }

  @Test
  void every_rule_across_records_has_something_to_find() {
    TreeSet<String> found = new TreeSet<>();
    oneMachine.forEach(finding -> found.add(finding.code()));
    List<String> missing = new ArrayList<>(CheckSettings.ACROSS);
    missing.removeAll(found);
    assertThat(missing).isEmpty();
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream()
        .map(Finding::toString)
        .sorted()
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
