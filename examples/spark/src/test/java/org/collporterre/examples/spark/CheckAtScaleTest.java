package org.collporterre.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonLdExporter;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckAtScaleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Clock CLOCK =
      Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static SparkSession spark;
  private static final Map<Profile, OneMachine> ONE_MACHINE = new EnumMap<>(Profile.class);

  /** What a single run of the checker finds, and what passes it. */
  private record OneMachine(List<Finding> findings, List<Entry> passing) {
    static OneMachine check(List<Source> sources, CheckSettings settings) throws IOException {
      OneMachine all = new OneMachine(new ArrayList<>(), new ArrayList<>());
      Checker checker = settings.checker();
      try (Checker.Run run = checker.start(all.findings::add)) {
        for (Source source : sources) {
          all.read(Path.of(source.path()), checker, run);
        }
      }
      return all;
    }

    private void read(Path path, Checker checker, Checker.Run run) throws IOException {
      Importer<?> importer =
          Importers.detect(path)
              .withProfile(checker.profile())
              .withVocabularies(checker.vocabularies());
      Class<? extends Entry> type = importer.detectType(path).orElse(Initiative.class);
      List<Entry> passed = new ArrayList<>();
      try (EntryReader<? extends Entry> reader = importer.open(path, type, findings::add)) {
        for (Located<? extends Entry> row : reader) {
          if (run.accept(row)) {
            passed.add(row.value());
          }
        }
        passing.addAll(reader.stopped() ? List.of() : passed);
      }
    }
  }

  @BeforeAll
  static void check() throws IOException {
    new PlantedData(20261122, folder.resolve("in")).write(Path.of("../datasets"));
    List<Source> sources = Source.in(folder.resolve("in"));
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            // Compiling queries takes longer than such few records do.
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .getOrCreate();
    for (Profile profile : Profile.values()) {
      CheckSettings settings = new CheckSettings(profile, TODAY, true);
      ONE_MACHINE.put(profile, OneMachine.check(sources, settings));
      new CheckAtScale(spark, settings).run(sources, folder.resolve(profile.name()));
    }
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @ParameterizedTest
  @EnumSource
  void findings_are_those_of_one_machine(Profile profile) {
    List<String> missing = texts(oneMachine(profile).findings());
    List<Row> rows = spark.read().parquet(out(profile, "findings")).collectAsList();
    List<String> more = texts(rows.stream().map(FindingRow::finding).toList());
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
    oneMachine(Profile.ECHANGE).findings().forEach(finding -> found.add(finding.code()));
    List<String> missing = new ArrayList<>(CheckSettings.ACROSS);
    missing.removeAll(found);
    // One machine gives up the search in more records than there are here; many do not.
    assertThat(missing).containsExactly("duplicates-not-searched");
  }

  @Test
  void rules_across_records_all_have_their_meeting() {
    TreeSet<String> codes = new TreeSet<>(List.of("probable-duplicate", "duplicates-not-searched"));
    Meeting.RULES.values().forEach(codes::addAll);
    assertThat(codes).containsExactlyElementsOf(CheckSettings.ACROSS);
  }

  @ParameterizedTest
  @EnumSource
  void a_table_of_findings_can_be_read_without_a_program_for_parquet(Profile profile) {
    Dataset<Row> csv = spark.read().option("header", true).csv(out(profile, "findings-csv"));
    assertThat(csv.count()).isEqualTo(oneMachine(profile).findings().size());
    assertThat(csv.columns()).isEqualTo(FindingRow.SCHEMA.fieldNames());
  }

  @ParameterizedTest
  @EnumSource
  void lines_of_geojson_are_the_features_of_one_file(Profile profile) throws IOException {
    Exporter exporter = GeoJsonExporter.create().withClock(CLOCK);
    assertThat(lines(profile, "geojson"))
        .containsExactlyInAnyOrderElementsOf(ofFile(profile, exporter, line -> line));
  }

  @ParameterizedTest
  @EnumSource
  void lines_of_json_ld_are_documents_of_the_records_of_one_file(Profile profile)
      throws IOException {
    Exporter exporter = JsonLdExporter.create().withClock(CLOCK);
    String head = document(profile, exporter).get(0);
    assertThat(lines(profile, "jsonld"))
        .containsExactlyInAnyOrderElementsOf(ofFile(profile, exporter, line -> head + line + "]}"));
  }

  @Test
  void columns_of_parquet_are_typed_and_hold_nothing_confidential() {
    Dataset<Row> table = spark.read().parquet(out(Profile.ECHANGE, "parquet/initiative"));
    assertThat(table.schema().apply("latitude").dataType().typeName()).isEqualTo("double");
    assertThat(table.schema().apply("date_maj").dataType().typeName()).isEqualTo("date");
    assertThat(table.schema().apply("applique").dataType().typeName()).isEqualTo("array");
    assertThat(table.columns()).contains("courriel").doesNotContain("courriel_public");
    Map<String, String> open = new LinkedHashMap<>();
    for (Entry entry : oneMachine(Profile.ECHANGE).passing()) {
      if (entry instanceof Initiative initiative && initiative.withheld(TODAY).isEmpty()) {
        boolean mayBeSeen = Boolean.TRUE.equals(initiative.contactEmailPublic());
        open.put(initiative.id(), mayBeSeen ? initiative.contactEmail() : null);
      }
    }
    Map<String, String> written = new LinkedHashMap<>();
    for (Row row : table.select("id", "courriel").collectAsList()) {
      written.put(row.getString(0), row.getString(1));
    }
    assertThat(written).isEqualTo(open).containsValue(null);
    assertThat(written.values()).anyMatch(email -> email != null);
    assertThat(spark.read().parquet(out(Profile.ECHANGE, "parquet/portrait")).columns())
        .noneMatch(column -> column.startsWith("consentement"));
  }

  @Test
  void what_cannot_be_read_is_a_finding_and_nothing_of_it_is_published() {
    assertThat(oneMachine(Profile.ECHANGE).findings())
        .extracting(Finding::code)
        .contains("format-unsupported", "file-empty", "quote-unclosed");
    assertThat(lines(Profile.ECHANGE, "jsonld"))
        .noneMatch(line -> line.contains("entier-avant-la-fin"));
  }

  private static OneMachine oneMachine(Profile profile) {
    return Objects.requireNonNull(ONE_MACHINE.get(profile));
  }

  private static String out(Profile profile, String name) {
    return folder.resolve(profile.name()).resolve(name).toString();
  }

  private static List<String> lines(Profile profile, String format) {
    return spark.read().text(out(profile, format)).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> ofFile(
      Profile profile, Exporter exporter, UnaryOperator<String> whole) throws IOException {
    List<String> lines = document(profile, exporter);
    return lines.subList(1, lines.size() - 1).stream()
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .map(whole)
        .toList();
  }

  private static List<String> document(Profile profile, Exporter exporter) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer = exporter.open(bytes, Entry.class, loss -> {})) {
      for (Entry entry : oneMachine(profile).passing()) {
        writer.write(entry);
      }
      writer.commit();
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream()
        .map(Finding::toString)
        .sorted()
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
