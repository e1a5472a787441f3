package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.imports.PackageImporter;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.RecordStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records that go from format to format, in every order: at each step what is not the same as
 * before was reported as lost, and a format that loses nothing gives back what it was given.
 */
class ChainTest {
  private static final String EXTENSION = "colonne inconnue";

  /** A format, both ways. */
  private record Format(String name, Exporter exporter, Importer<?> importer) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Format PACKAGE =
      new Format("package", PackageExporter.create().asZip(), PackageImporter.create());
  private static final Format WORKBOOK =
      new Format("xlsx", PackageExporter.create().asWorkbook(), SpreadsheetImporter.create());
  private static final Format JSON =
      new Format("JSON", JsonExporter.create(), JsonImporter.create());
  private static final Set<Format> FORMATS =
      new LinkedHashSet<>(
          List.of(
              new Format(
                  "CSV",
                  CsvExporter.create().withExtensions(List.of(EXTENSION)),
                  CsvImporter.create()),
              PACKAGE,
              WORKBOOK,
              JSON,
              new Format(
                  "GeoJSON", GeoJsonExporter.create().withDetail(), GeoJsonImporter.create()),
              new Format("JSON-LD", JsonLdExporter.create(), JsonLdImporter.create())));

  @Test
  void everyOrderOfFormatsLosesOnlyWhatIsReported() throws IOException {
    List<Initiative> first = initiatives(HostileRecords.of(7).trimmed().withoutListBars(), 2);
    assertThat(passOn(first, FORMATS, "")).as("chains").isEqualTo(720);
  }

  /** Passes records through each of the formats, and on from there through the others. */
  private static int passOn(List<Initiative> records, Set<Format> formats, String before)
      throws IOException {
    int chains = formats.isEmpty() ? 1 : 0;
    for (Format format : formats) {
      Set<Format> others = new LinkedHashSet<>(formats);
      others.remove(format);
      List<Initiative> back = pass(records, Initiative.class, format, before);
      chains += passOn(back, others, before + format + " → ");
    }
    return chains;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void packagesWorkbooksAndNativeJsonGiveBackEveryRecordButForWhatIsReported(long seed)
      throws IOException {
    HostileRecords hostile = HostileRecords.of(seed);
    for (Class<? extends Entry> type : Entry.TYPES) {
      passAll(hostile, type, PACKAGE, "seed " + seed);
      passAll(hostile, type, WORKBOOK, "seed " + seed);
      passAll(hostile, type, JSON, "seed " + seed);
    }
  }

  private static <E extends Entry> void passAll(
      HostileRecords hostile, Class<E> type, Format format, String what) throws IOException {
    List<E> records = hostile.records(type, 350);
    List<E> back = pass(records, type, format, what);
    if (format.equals(JSON)) {
      assertThat(back).isEqualTo(records);
    }
  }

  private static List<Initiative> initiatives(HostileRecords hostile, int count) {
    List<Initiative> published = new ArrayList<>();
    for (Initiative one : hostile.records(Initiative.class, count)) {
      published.add(
          InitiativeBuilder.builder(one)
              .sheet(SheetBuilder.builder(one.sheet()).status(RecordStatus.PUBLISHED).build())
              .build());
    }
    return published;
  }

  /** Writes records and reads them; asserts that nothing is lost unsaid. */
  private static <E extends Entry> List<E> pass(
      List<E> records, Class<E> type, Format format, String what) throws IOException {
    Report losses = Report.create();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<E> writer = format.exporter.open(out, type, losses)) {
      for (E one : records) {
        writer.write(one);
      }
      writer.commit();
    }
    List<E> back = new ArrayList<>();
    try (EntryReader<E> in =
        format.importer.open(
            new ByteArrayInputStream(out.toByteArray()), "x", type, finding -> {})) {
      for (Located<E> row : in) {
        back.add(row.value());
      }
      assertThat(in.stopped()).as("%s, %s", what, format).isFalse();
    }
    assertThat(back).as("%s, %s", what, format).hasSameSizeAs(records);
    Set<String> reported = new TreeSet<>();
    for (Finding finding : losses.findings()) {
      assertThat(finding.code()).as("%s, %s", what, format).isEqualTo("export-loss");
      reported.add(name(Schema.of(type), Objects.requireNonNull(finding.field())));
    }
    assertThat(reported).as("%s, %s", what, format).containsAll(differences(records, back, type));
    return back;
  }

  private static <E extends Entry> Set<String> differences(
      List<E> before, List<E> after, Class<E> type) {
    Schema<E> schema = Schema.of(type);
    Set<String> differences = new TreeSet<>();
    for (int i = 0; i < before.size(); i++) {
      E one = before.get(i);
      E other = after.get(i);
      for (Field field : schema.fields()) {
        boolean single =
            field.child() == null && (field.group() == null || !field.group().isList());
        if (single && !Objects.equals(field.from(one), field.from(other))) {
          differences.add(field.key());
        }
      }
      for (ChildTable table : schema.childTables()) {
        if (!table.from(one).equals(table.from(other))) {
          differences.add(table.name());
        }
      }
      if (!one.sheet().extensions().equals(other.sheet().extensions())) {
        differences.add(EXTENSION);
      }
    }
    return differences;
  }

  /** A loss in a column of a child table is one of that table. */
  private static String name(Schema<?> schema, String reported) {
    int dot = reported.indexOf('.');
    if (dot > 0) {
      return reported.substring(0, dot);
    }
    Field field = schema.field(reported);
    if (field == null) {
      return reported;
    }
    if (field.child() != null) {
      return field.child().value();
    }
    return field.group() != null && field.group().isList() ? "lieux" : reported;
  }
}
