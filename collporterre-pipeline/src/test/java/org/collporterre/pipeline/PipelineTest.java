package org.collporterre.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.collporterre.check.Check;
import org.collporterre.check.CheckContext;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;

/** What applications count on, with blocks of a few rows. */
class PipelineTest {
  private static final int RECORDS = 3_000;
  private static final Pipeline SMALL = Pipeline.create().withThreads(4).withBlockSize(200);

  private final Report report = Report.create();
  private final List<String> told = new ArrayList<>();
  private final Thread caller = Thread.currentThread();

  private static String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < to; i++) {
      rows.append("action-").append(i).append(",Action ").append(i).append('\n');
    }
    return rows.toString();
  }

  private EntryReader<Initiative> open(String rows) throws IOException {
    byte[] file = ("id,titre\n" + rows).getBytes(StandardCharsets.ISO_8859_1);
    return CsvImporter.create()
        .open(new ByteArrayInputStream(file), "x.csv", Initiative.class, report);
  }

  private static EntryReader<Initiative> open(
      Importer<?> importer, String text, FindingSink findings) throws IOException {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    return importer.open(new ByteArrayInputStream(file), "x", Initiative.class, findings);
  }

  private static Rule rule(boolean alone, Function<CheckContext, Check> start) {
    return new Rule() {
      @Override
      public String code() {
        return "own-rule";
      }

      @Override
      public Severity severity(Profile profile) {
        return Severity.WARNING;
      }

      @Override
      public boolean isAboutOneRecord() {
        return alone;
      }

      @Override
      public Check start(CheckContext context) {
        return start.apply(context);
      }
    };
  }

  private void countElsewhere(AtomicInteger elsewhere) {
    if (Thread.currentThread() != caller) {
      elsewhere.incrementAndGet();
    }
  }

  private void check(Pipeline pipeline, String rows, Checker checker) throws IOException {
    try (EntryReader<Initiative> in = open(rows);
        Checker.Run run = checker.start(report)) {
      pipeline.<Initiative>check(
          in,
          run,
          (row, passes) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            told.add(row.value().id());
          });
    }
  }

  private String csv(Pipeline pipeline, String geojson) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvExporter exporter = CsvExporter.create().withAllExtensions();
    try (EntryReader<Initiative> in = open(GeoJsonImporter.create(), geojson, report);
        Checker.Run run = Checker.standard().start(report);
        EntryWriter<Initiative> out = exporter.open(bytes, Initiative.class, report)) {
      pipeline.convert(in, run, out);
      out.commit();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void extensionsThatComeUpLateHaveTheSameColumnsWithAnyNumberOfThreads() throws IOException {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      String extension = i % 500 == 499 ? ",\"z" + (9 - i / 500) + "\":\"" + i + "\"" : "";
      features
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"id\":\"a-" + i + "\",\"geometry\":null,")
          .append("\"properties\":{\"titre\":\"Action " + i + "\"" + extension + "}}");
    }
    String json = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    String expected = csv(Pipeline.create().withThreads(1), json);
    assertThat(expected)
        .contains(",z9,z8,z7,z6,z5,z4\n")
        .contains(",499,,,,,\na-500,")
        .endsWith(",,,,,,2999\n");
    assertThat(csv(SMALL, json)).isEqualTo(expected);
    assertThat(csv(Pipeline.create().withThreads(2).withBlockSize(5000), json)).isEqualTo(expected);
  }

  @Test
  void rulesOfApplicationsAndRowsSeeRecordsInFileOrderInTheCallingThread() throws IOException {
    List<String> byRule = new ArrayList<>();
    Rule order =
        rule(
            false,
            context ->
                row -> {
                  assertThat(Thread.currentThread()).isSameAs(caller);
                  byRule.add(row.value().id());
                });
    check(SMALL, rows(0, RECORDS), Checker.standard().with(order));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      expected.add("action-" + i);
    }
    assertThat(byRule).isEqualTo(expected);
    assertThat(told).isEqualTo(expected);
    assertThat(report.byRule()).doesNotContainKey("rule-failed");
  }

  @Test
  void recordsAreCheckedByOtherThreads() throws IOException {
    AtomicInteger elsewhere = new AtomicInteger();
    Rule alone = rule(true, context -> row -> countElsewhere(elsewhere));
    check(SMALL, rows(0, RECORDS), Checker.standard().with(alone));
    assertThat(elsewhere).hasValueGreaterThan(RECORDS / 2);
  }

  @Test
  void aRecordThatIsHeldBackLateIsNotWritten() throws IOException {
    String twice = rows(0, RECORDS) + "action-7,Again\n" + rows(RECORDS, 2 * RECORDS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryReader<Initiative> in = open(twice);
        Checker.Run run = Checker.standard().start(report);
        EntryWriter<Initiative> out = CsvExporter.create().open(bytes, Initiative.class, report)) {
      SMALL.convert(in, run, out);
      out.commit();
    }
    assertThat(report.byRule()).containsEntry("id-duplicate", 1);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("Action 7,", "Action " + (RECORDS + 7) + ",")
        .doesNotContain("Again");
  }

  @Test
  void aFileThatTurnsOutNotToBeReadableIsReadUpToThere() throws IOException {
    String damaged = rows(0, RECORDS) + "late,\u00E9\n" + rows(RECORDS, 2 * RECORDS);
    // What is known to be UTF-8 by its beginning.
    String known = "0,\u00C3\u00A9\n" + "a,b\n".repeat(20_000);
    check(SMALL, known + damaged, Checker.standard());
    assertThat(told).hasSize(20_001 + RECORDS).endsWith("action-" + (RECORDS - 1));
    assertThat(report.byRule()).containsEntry("encoding-not-utf8", 1);
  }

  @Test
  void recordsThatOneThreadReadsAreCheckedByOthers() throws IOException {
    AtomicInteger elsewhere = new AtomicInteger();
    Rule alone = rule(true, context -> row -> countElsewhere(elsewhere));
    StringBuilder json = new StringBuilder("[{\"id\":\"action\"}");
    for (int i = 0; i < RECORDS; i++) {
      json.append(",{\"id\":\"action-").append(i).append("\"}");
    }
    json.append(']');
    try (EntryReader<Initiative> in = open(JsonImporter.create(), json.toString(), report);
        Checker.Run run = Checker.standard().with(alone).start(report)) {
      SMALL.<Initiative>check(in, run, (row, passes) -> told.add(row.value().id()));
    }
    assertThat(told).hasSize(RECORDS + 1).startsWith("action", "action-0");
    assertThat(elsewhere).hasValueGreaterThan(RECORDS / 2);
  }

  /** More than a block may hold; no record parts it. */
  @Test
  void muchThatIsWrongBetweenTwoRecordsIsToldInOrder() throws IOException {
    String wrong = ",7".repeat(7_000);
    String json = "[{\"id\":\"one\"}" + wrong + ",{\"id\":\"two\"}" + wrong + "]";
    FindingSink tellCodes = finding -> told.add(finding.code() + finding.location().column());
    Rule inOrder = rule(false, context -> row -> told.add(row.value().id()));
    List<List<String>> outcomes = new ArrayList<>();
    for (Pipeline pipeline : List.of(Pipeline.create(), SMALL)) {
      told.clear();
      try (EntryReader<Initiative> in = open(JsonImporter.create(), json, tellCodes);
          Checker.Run run = Checker.standard().with(inOrder).start(report)) {
        pipeline.<Initiative>check(in, run, (row, passes) -> {});
      }
      outcomes.add(List.copyOf(told));
    }
    assertThat(outcomes.get(0)).hasSize(14_002).startsWith("one", "json-type15", "json-type17");
    assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
  }

  @Test
  void aFileThatCannotBeCutIsReadByTheCallingThread() throws IOException {
    String one =
        "{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":null,\"properties\":{\"titre\":\"A\"}}";
    try (EntryReader<Initiative> in = open(GeoJsonImporter.create(), one, report);
        Checker.Run run = Checker.standard().start(report)) {
      SMALL.<Initiative>check(in, run, (row, passes) -> told.add(row.value().id()));
    }
    assertThat(told).containsExactly("a");
  }

  @Test
  void endsEarlyWhenAskedTo() throws IOException {
    check(SMALL.until(() -> told.size() >= 1_000), rows(0, RECORDS), Checker.standard());
    assertThat(told).hasSizeBetween(1_000, 1_100);
  }

  @Test
  void errorsOfProgramsComeThrough() {
    Rule broken =
        rule(
            true,
            context ->
                row -> {
                  throw new AssertionError("of a rule");
                });
    assertThatThrownBy(() -> check(SMALL, rows(0, RECORDS), Checker.standard().with(broken)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("of a rule");
  }

  @Test
  void aFullDiskComesThrough() throws IOException {
    OutputStream full =
        new OutputStream() {
          private int room = 5_000;

          @Override
          public void write(int b) throws IOException {
            if (room-- <= 0) {
              throw new IOException("no space left");
            }
          }
        };
    try (EntryReader<Initiative> in = open(rows(0, 20 * RECORDS));
        Checker.Run run = Checker.standard().start(report);
        EntryWriter<Initiative> out = CsvExporter.create().open(full, Initiative.class, report)) {
      assertThatThrownBy(() -> SMALL.convert(in, run, out))
          .isInstanceOf(IOException.class)
          .hasMessage("no space left");
    }
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withThreads(0));
    assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withThreads(65));
    assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withBlockSize(0));
  }
}
