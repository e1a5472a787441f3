package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** GeoJSON that we wrote gives back the same record, but for what was reported as lost. */
class GeoJsonRoundTripTest {
  private static final Schema<Initiative> SCHEMA = Schema.of(Initiative.class);
  private static final Path DATASET =
      Path.of("..", "examples", "datasets", "initiatives-inspirantes", "initiatives.csv");

  private final Report losses = Report.create();
  private final Report again = Report.create();

  @Test
  void aRecordInWhichEveryFieldHasAValueComesBack() throws IOException {
    comesBack(List.of(RichRecords.initiative()), GeoJsonExporter.create());
  }

  @Test
  void itComesBackWithTheLongTextsToo() throws IOException {
    comesBack(List.of(RichRecords.initiative()), GeoJsonExporter.create().withDetail());
  }

  @Test
  void theExampleDatasetComesBack() throws IOException {
    List<Initiative> records = new ArrayList<>();
    try (EntryReader<Initiative> in =
        CsvImporter.create().open(DATASET, Initiative.class, Report.create())) {
      in.forEach(row -> records.add(row.value()));
    }
    assertThat(records).hasSize(14);
    comesBack(records, GeoJsonExporter.create().withDetail());
  }

  private void comesBack(List<Initiative> records, GeoJsonExporter exporter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Initiative> writer = exporter.open(out, Initiative.class, losses)) {
      for (Initiative one : records) {
        writer.write(one);
      }
      writer.commit();
    }
    Set<@Nullable String> lost =
        losses.findings().stream().map(Finding::field).collect(Collectors.toSet());
    List<Initiative> back = read(GeoJsonImporter.create(), out.toByteArray());
    assertThat(again.findings()).extracting(Finding::code).isSubsetOf("header-unknown");
    assertThat(back).hasSameSizeAs(records);
    for (int i = 0; i < back.size(); i++) {
      compare(records.get(i), back.get(i), lost);
    }
  }

  private static void compare(Initiative before, Initiative after, Set<@Nullable String> lost) {
    @Nullable Object[] expected = SCHEMA.values(before);
    @Nullable Object[] found = SCHEMA.values(after);
    for (Field field : SCHEMA.fields()) {
      if (!lost.contains(field.key())) {
        assertThat(found[field.index()]).as(field.key()).isEqualTo(expected[field.index()]);
      }
    }
    assertThat(after.sheet().extensions()).isEqualTo(before.sheet().extensions());
    assertThat(after.locations())
        .extracting(Place::latitude, Place::longitude)
        .isEqualTo(
            before.locations().stream()
                .map(place -> tuple(place.latitude(), place.longitude()))
                .toList());
  }

  private List<Initiative> read(Importer<?> importer, byte[] text) throws IOException {
    List<Initiative> records = new ArrayList<>();
    try (EntryReader<Initiative> in =
        importer.open(new ByteArrayInputStream(text), "x", Initiative.class, again)) {
      for (Located<Initiative> row : in) {
        records.add(row.value());
      }
      assertThat(in.stopped()).isFalse();
    }
    return records;
  }
}
