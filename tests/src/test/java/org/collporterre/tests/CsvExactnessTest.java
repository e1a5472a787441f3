package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CSV does not give back is exactly what was reported as lost, field by field. */
class CsvExactnessTest {
  private static final int RECORDS = 300;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void everyFieldComesBackOrIsReportedAsLost(long seed) throws IOException {
    for (Class<? extends Entry> type : Entry.TYPES) {
      check(HostileRecords.of(seed), type, seed);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5, 6})
  void soDoFriendlierOnes(long seed) throws IOException {
    for (Class<? extends Entry> type : Entry.TYPES) {
      check(HostileRecords.of(seed).trimmed().withoutListBars(), type, seed);
    }
  }

  private static <E extends Entry> void check(HostileRecords hostile, Class<E> type, long seed)
      throws IOException {
    List<E> written = hostile.records(type, RECORDS);
    Report losses = Report.create();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvExporter exporter = CsvExporter.create().withExtensions(List.of("colonne inconnue"));
    try (EntryWriter<E> writer = exporter.open(out, type, losses)) {
      for (E one : written) {
        writer.write(one);
      }
      writer.commit();
    }
    List<E> read = new ArrayList<>();
    try (EntryReader<E> in =
        CsvImporter.create()
            .open(new ByteArrayInputStream(out.toByteArray()), "x.csv", type, finding -> {})) {
      for (Located<E> row : in) {
        read.add(row.value());
      }
    }
    assertThat(read).extracting(Entry::id).isEqualTo(written.stream().map(Entry::id).toList());
    Map<String, Integer> reported = new TreeMap<>();
    losses
        .findings()
        .forEach(
            finding -> {
              assertThat(finding.code()).isEqualTo("export-loss");
              reported.put(
                  Objects.requireNonNull(finding.field()),
                  Integer.parseInt(Objects.requireNonNull(finding.value())));
            });
    // Every title has translations, for which a lone file has no columns.
    assertThat(reported).containsEntry("titre", RECORDS).doesNotContainKey("id");
    assertThat(reported).as("seed %d", seed).isEqualTo(differences(type, written, read));
  }

  private static <E extends Entry> Map<String, Integer> differences(
      Class<E> type, List<E> written, List<E> read) {
    Schema<E> schema = Schema.of(type);
    Map<String, Integer> differences = new TreeMap<>();
    for (int i = 0; i < written.size(); i++) {
      E before = written.get(i);
      E after = read.get(i);
      @Nullable Object[] values = schema.values(before);
      @Nullable Object[] again = schema.values(after);
      for (Field field : schema.fields()) {
        if (!Objects.equals(values[field.index()], again[field.index()])) {
          differences.merge(field.key(), 1, Integer::sum);
        }
      }
      for (ChildTable table : schema.childTables()) {
        if (table.field() == null && table.from(before).size() != table.from(after).size()) {
          differences.merge(table.name(), 1, Integer::sum);
        }
      }
      if (!before.sheet().extensions().equals(after.sheet().extensions())) {
        differences.merge("colonne inconnue", 1, Integer::sum);
      }
    }
    return differences;
  }
}
